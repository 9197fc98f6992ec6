/// What of a new page may be published beside all pages that were published before.
package struct ReleaseRule: Sendable {
    /// All pages that anybody may have, also those that were replaced.
    private let pages: [PublishedPage]

    package init(_ pages: [PublishedPage]) { self.pages = pages }

    /// The page as far as it may be published: cells that would tell small counts together with earlier pages are
    /// hidden. Without tables where nothing helps.
    ///
    /// - Throws: `LinearProgramError` where the engine finds no optimum.
    package func released(_ page: PublishedPage) throws -> PublishedPage {
        if page.isStopped { return page }
        var page = page
        let panel = ReleasePanel(published + [page])
        for indicator in indicators(page) {
            let atoms = ReleaseAtoms(panel, published + [page], indicator: indicator)
            while let breach = try firstBreach(page, indicator, atoms) {
                guard let cell = try cellToHide(page, indicator, atoms, for: breach) else {
                    return page.stopped()
                }
                page.cells[cell].content = .protectingOverTime
            }
        }
        return page
    }

    /// Whether the page may be published as it is.
    ///
    /// - Throws: `LinearProgramError` where the engine finds no optimum.
    package func holds(_ page: PublishedPage) throws -> Bool {
        let panel = ReleasePanel(published + [page])
        return try indicators(page).allSatisfy { indicator in
            let atoms = ReleaseAtoms(panel, published + [page], indicator: indicator)
            return try firstBreach(page, indicator, atoms) == nil
        }
    }

    private func indicators(_ page: PublishedPage) -> [Indicator] {
        Indicator.allCases.filter { indicator in
            page.cells.contains { $0.indicator == indicator && $0.isShown }
        }
    }

    private func firstBreach(
        _ page: PublishedPage, _ indicator: Indicator, _ atoms: ReleaseAtoms
    ) throws -> ReleaseTarget? {
        var test = try ReleaseTest(published + [page], atoms, indicator: indicator)
        return try test.firstBreach()
    }

    /// Pages without tables tell nothing.
    private var published: [PublishedPage] { pages.filter { !$0.isStopped } }

    /// The first shown cell whose hiding alone helps, else the first: that of the same domain, those of the same
    /// kind, the others, small bases before large, the whole ward last. nil where none is shown.
    private func cellToHide(
        _ page: PublishedPage, _ indicator: Indicator, _ atoms: ReleaseAtoms, for breach: ReleaseTarget
    ) throws -> Int? {
        func order(_ place: Int) -> (Int, Int, Int) {
            let (content, domain) = (page.cells[place].content, page.cells[place].domain)
            guard case .rate(_, let base) = content else { return (4, 0, place) }
            let rank =
                domain.kind == .all
                ? 3
                : domain.kind != breach.domain.kind ? 2 : domain.code != breach.domain.code ? 1 : 0
            return (rank, base, place)
        }
        let shown = page.cells.indices.filter {
            page.cells[$0].indicator == indicator && page.cells[$0].isShown
        }
        .sorted { order($0) < order($1) }
        for cell in shown {
            var trial = page
            trial.cells[cell].content = .protectingOverTime
            var test = try ReleaseTest(published + [trial], atoms, indicator: indicator)
            if try test.holds(breach) { return cell }
        }
        return shown.first
    }
}
