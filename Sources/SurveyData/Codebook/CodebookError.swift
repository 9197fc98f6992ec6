/// What is wrong in a codebook, where, and what was expected.
package struct CodebookError: Error, Equatable, CustomStringConvertible {
    package let file: String
    /// The place inside the YAML ("variables.smartphone.answers") or a line of it.
    package let place: String
    package let found: String
    package let expected: String

    package var description: String {
        "\(file): \(place): found \(found); expected \(expected)."
    }
}
