/// A month's public pages in the order of their publication: the last stands, the others were replaced.
package struct PublishedMonth: Sendable, Equatable {
    package let month: String
    /// At least one.
    package private(set) var pages: [PublishedPage]

    /// nil without a page, or with one of another month.
    package init?(_ pages: [PublishedPage]) {
        guard let month = pages.first?.month, pages.allSatisfy({ $0.month == month }) else { return nil }
        self.month = month
        self.pages = pages
    }

    /// The page that stands.
    package var page: PublishedPage { pages[pages.count - 1] }

    mutating func replace(by page: PublishedPage) { pages.append(page) }
}
