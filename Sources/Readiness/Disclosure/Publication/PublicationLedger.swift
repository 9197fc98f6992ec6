/// What a ward has published, by month. It holds no answer and no count but those that were published; whose answers
/// stand behind a page it knows by pseudonyms.
package struct PublicationLedger: Sendable, Equatable {
    /// Codes of residential groups, ascending.
    package private(set) var groups: [String]
    /// Names of former wards, ascending.
    package private(set) var formerWards: [String]
    /// Whether the pages are of made-up data.
    package let isSynthetic: Bool
    /// In the order of their names, each once.
    package private(set) var months: [PublishedMonth]

    package init(
        groups: [String], formerWards: [String], isSynthetic: Bool, months: [PublishedMonth] = []
    ) {
        self.groups = Set(groups).sorted()
        self.formerWards = Set(formerWards).sorted()
        self.isSynthetic = isSynthetic
        self.months = months.sorted { $0.month < $1.month }
    }

    package subscript(month: String) -> PublishedMonth? { months.first { $0.month == month } }

    /// All pages that anybody may have.
    package var pages: [PublishedPage] { months.flatMap(\.pages) }

    /// Whether it can be the ledger of a ward with these groups and former wards: it shares a group with it, or where
    /// one of the two knows no groups, a former ward. A ledger that knows neither fits every ward.
    package func fits(groups: [String], formerWards: [String]) -> Bool {
        if self.groups.isEmpty, self.formerWards.isEmpty { return true }
        if !self.groups.isEmpty, !groups.isEmpty { return !Set(self.groups).isDisjoint(with: groups) }
        return !Set(self.formerWards).isDisjoint(with: formerWards)
    }

    /// The ledger with one more page, which stands from now on for its month.
    package func adding(_ page: PublishedPage, groups: [String], formerWards: [String]) -> PublicationLedger {
        var months = months
        if let place = months.firstIndex(where: { $0.month == page.month }) {
            months[place].replace(by: page)
        } else if let new = PublishedMonth([page]) {
            months.append(new)
        }
        return PublicationLedger(
            groups: self.groups + groups, formerWards: self.formerWards + formerWards,
            isSynthetic: isSynthetic, months: months)
    }
}
