/// What residents read of a month, decided by what was published before.
package struct Publication: Sendable {
    /// The page that is printed.
    package let page: PublishedPage
    /// What would be printed if nothing had been published; nil where that looks like the page.
    package let now: PublishedPage?
    /// Whether the page is a new one, which the ledger does not hold yet.
    package let isNew: Bool

    /// A month's first page is published as far as the release rule lets it; a later one is printed as it was
    /// published, unless `isReplacing` and the rule allows the new one.
    ///
    /// - Parameters:
    ///   - month: the page of this month's survey alone.
    ///   - ledger: nil where nothing was published.
    /// - Throws: `PublicationRefusal` where a page may not be replaced; `LinearProgramError` where the engine finds no
    ///   optimum.
    package init(_ month: PublishedPage, after ledger: PublicationLedger?, isReplacing: Bool = false) throws {
        let rule = ReleaseRule(ledger?.pages ?? [])
        guard let published = ledger?[month.month]?.page else {
            (page, now, isNew) = (try rule.released(month), nil, true)
            return
        }
        let now = Self.hiddenAlike(month, published)
        if now.looksLike(published) {
            (page, self.now, isNew) = (published, nil, false)
        } else if !isReplacing {
            (page, self.now, isNew) = (published, now, false)
        } else {
            guard try rule.holds(now) else { throw PublicationRefusal(month: month.month) }
            (page, self.now, isNew) = (now, nil, true)
        }
    }

    /// The new page without the cells that the published one hides for earlier pages' sake: else it would show what
    /// only other months forbid, and differ from itself.
    private static func hiddenAlike(_ new: PublishedPage, _ published: PublishedPage) -> PublishedPage {
        var page = new
        if published.isStopped, published.cells.contains(where: { $0.content == .protectingOverTime }) {
            page = page.stopped()
        }
        for place in page.cells.indices where page.cells[place].isShown {
            if published.cell(like: page.cells[place])?.content == .protectingOverTime {
                page.cells[place].content = .protectingOverTime
            }
        }
        return page
    }
}

/// A published page that may not be replaced: together with what is published, the new one would tell the answers of
/// few households.
package struct PublicationRefusal: Error, Equatable {
    package let month: String
}
