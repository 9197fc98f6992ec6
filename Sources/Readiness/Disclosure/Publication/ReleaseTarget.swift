/// Households whose count must stay open.
package struct ReleaseTarget: Sendable, Equatable {
    /// The domain that they belong to, or that they are the rest of.
    package let domain: DomainKey
    /// Pages that tell of them, as places among all pages: one, or two whose difference they are.
    package let pages: [Int]
    /// How many they are.
    package let base: Int
    /// Whether it is known that few of them say yes, or few say no.
    let isSmall: Bool
    /// Ascending.
    let atoms: [Int]
}

extension ReleaseTarget {
    /// What is to be judged: each set of households once, those of the last pages first.
    static func all(
        _ pages: [PublishedPage], _ atoms: ReleaseAtoms, indicator: Indicator
    ) -> [ReleaseTarget] {
        var targets: [ReleaseTarget] = []
        var seen: Set<[Int]> = []
        func add(_ domain: DomainKey, _ pages: [Int], _ own: [Int], isSmall: Bool = false) {
            if own.isEmpty || !isSmall && seen.contains(own) { return }
            seen.insert(own)
            targets.append(
                ReleaseTarget(
                    domain: domain, pages: pages, base: own.reduce(0) { $0 + atoms.sizes[$1] },
                    isSmall: isSmall, atoms: own))
        }
        let cells = pages.map { page in page.cells.indices.filter { page.cells[$0].indicator == indicator } }
        let counted = pages.indices.map { page in
            cells[page].map { atoms.counted(by: $0, of: page) }
        }
        /// What no cell of a kind counts: the whole without its former wards, or without one type or procedure.
        let rests = pages.indices.map { page -> [(domain: DomainKey, atoms: [Int])] in
            let figures = cells[page].map { pages[page].cells[$0] }
            guard let whole = figures.firstIndex(where: { $0.domain.kind == .all }) else { return [] }
            let wards = figures.indices.filter { figures[$0].domain.kind == .formerWard }
            let inWards = Set(wards.flatMap { counted[page][$0] })
            let beside = figures.indices.filter {
                figures[$0].domain.kind == .householdType || figures[$0].domain.kind == .procedure
            }
            let ofWards = wards.isEmpty ? [] : [(DomainKey.all, inWards)]
            return (ofWards + beside.map { (figures[$0].domain, Set(counted[page][$0])) }).map {
                domain, own in
                (domain, counted[page][whole].filter { !own.contains($0) })
            }
        }
        for page in pages.indices.reversed() {
            let figures = cells[page].map { pages[page].cells[$0] }
            for (place, figure) in figures.enumerated() where !figure.isShown {
                add(figure.domain, [page], counted[page][place], isSmall: figure.content == .small)
            }
            for (domain, rest) in rests[page] { add(domain, [page], rest) }
        }
        for later in pages.indices.reversed() {
            for earlier in pages.indices.prefix(later) {
                func addDifference(_ domain: DomainKey, _ before: [Int], _ now: [Int]) {
                    let (inNow, inBefore) = (Set(now), Set(before))
                    add(domain, [earlier, later], now.filter { !inBefore.contains($0) })
                    add(domain, [earlier, later], before.filter { !inNow.contains($0) })
                }
                for (domain, now) in rests[later] {
                    guard let before = rests[earlier].first(where: { $0.domain == domain }) else { continue }
                    addDifference(domain, before.atoms, now)
                }
                for (place, cell) in cells[later].enumerated() {
                    let figure = pages[later].cells[cell]
                    let other = cells[earlier].firstIndex {
                        pages[earlier].cells[$0].isSameFigure(as: figure)
                    }
                    guard let other else { continue }
                    addDifference(figure.domain, counted[earlier][other], counted[later][place])
                }
            }
        }
        return targets
    }
}
