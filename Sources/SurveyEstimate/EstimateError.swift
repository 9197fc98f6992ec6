/// Why a CSV gives no estimate. One message: where, what was found, what was expected, what to do; labels of strata
/// and totals are named, other cells never.
package struct EstimateError: Error, Equatable, CustomStringConvertible {
    /// A file with its line and column, or an option.
    package let place: String
    package let found: String
    package let expected: String
    package let action: String
    /// Whether the command was wrong, not the data.
    package let isUsage: Bool

    package init(_ place: String, found: String, expected: String, action: String, isUsage: Bool = false) {
        self.place = place
        self.found = found
        self.expected = expected
        self.action = action
        self.isUsage = isUsage
    }

    package var description: String { "\(place): found \(found); expected \(expected). \(action)" }
}
