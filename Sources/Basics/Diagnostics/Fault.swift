/// What is wrong inside an input, before it is known in which.
package struct Fault: Error, Hashable, CustomStringConvertible {
    /// "groups[2].need[0]", "position 4"; empty where there is none.
    package let place: String
    package let found: String
    package let expected: String
    package let action: String

    package init(place: String = "", found: String, expected: String, action: String = "") {
        self.place = place
        self.found = found
        self.expected = expected
        self.action = action
    }

    package var description: String { "\(place): found \(found); expected \(expected)." }
}
