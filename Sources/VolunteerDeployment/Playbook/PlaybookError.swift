/// What is wrong in a playbook: where, what was found, what was expected, what to do.
package struct PlaybookError: Error, Equatable, CustomStringConvertible {
    package let file: String
    /// The place inside the YAML with its line ("barriers.eID.later (line 61)").
    package let place: String
    package let found: String
    package let expected: String
    package let action: String

    package init(file: String, place: String, found: String, expected: String, action: String) {
        self.file = file
        self.place = place
        self.found = found
        self.expected = expected
        self.action = action
    }

    package var description: String {
        "\(file): \(place): found \(found); expected \(expected). \(action)"
    }
}
