/// Where an expression cannot be understood, and what was expected there.
package struct ConditionError: Error, Equatable, CustomStringConvertible {
    /// Position of the character in the expression, from 1.
    package let position: Int
    package let found: String
    package let expected: String

    package var description: String { "position \(position): found \(found); expected \(expected)." }
}
