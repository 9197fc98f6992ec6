/// A calendar month ("2025-09").
package struct SyntheticMonth: Sendable, Equatable {
    package let year: Int
    /// 1…12.
    package let month: Int

    /// The month, or nil if there is no such month or the year is not 1900…2199.
    package init?(year: Int, month: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month) else { return nil }
        self.year = year
        self.month = month
    }

    /// The month written "2025-09", or nil if the text is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(parts[0]),
            let month = Int(parts[1])
        else { return nil }
        self.init(year: year, month: month)
    }

    private init(monthsSinceYear0 months: Int) {
        year = months / 12
        month = months % 12 + 1
    }

    /// The month of the synthetic ward's first interviews unless a setting says otherwise.
    package static let september2025 = SyntheticMonth(monthsSinceYear0: 2025 * 12 + 8)

    /// "2025-09".
    package var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// The month so many months later.
    package func advanced(by months: Int) -> SyntheticMonth {
        SyntheticMonth(monthsSinceYear0: year * 12 + month - 1 + months)
    }
}
