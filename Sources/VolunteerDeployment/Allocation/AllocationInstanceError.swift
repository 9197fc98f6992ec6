internal import Basics

/// A problem file that cannot be used.
package struct AllocationInstanceError: Error, CustomStringConvertible {
    package let file: String
    /// With the field ("volunteers[3].capacityMinutes: 1000000000").
    package let found: String
    package let expected: String

    init(file: String, found: String, expected: String) {
        self.file = file
        self.found = found
        self.expected = expected
    }

    init(file: String, _ fault: ProblemFault) {
        self.init(
            file: file, found: "\(fault.field): \(fault.found)", expected: fault.expected)
    }

    package var description: String {
        "\(file): found \(found); expected \(expected). Correct the file."
    }
}

/// What is wrong in a problem file, by its field.
struct ProblemFault: Error {
    /// "groups[2].need[0]".
    let field: String
    let found: String
    let expected: String
}
