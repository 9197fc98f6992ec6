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
        for page in pages.indices.reversed() {
            let figures = cells[page].map { pages[page].cells[$0] }
            for (place, figure) in figures.enumerated() where !figure.isShown {
                add(figure.domain, [page], counted[page][place], isSmall: figure.content == .small)
            }
            guard let whole = figures.firstIndex(where: { $0.domain.kind == .all }) else { continue }
            let wards = figures.indices.filter { figures[$0].domain.kind == .formerWard }
            let inWards = Set(wards.flatMap { counted[page][$0] })
            if !wards.isEmpty {
                add(.all, [page], counted[page][whole].filter { !inWards.contains($0) })
            }
            for (place, figure) in figures.enumerated()
            where figure.domain.kind == .householdType || figure.domain.kind == .procedure {
                let own = Set(counted[page][place])
                add(figure.domain, [page], counted[page][whole].filter { !own.contains($0) })
            }
        }
        for later in pages.indices.reversed() {
            for earlier in pages.indices.prefix(later) {
                for (place, cell) in cells[later].enumerated() {
                    let figure = pages[later].cells[cell]
                    let other = cells[earlier].firstIndex {
                        pages[earlier].cells[$0].isSameFigure(as: figure)
                    }
                    guard let other else { continue }
                    let (now, before) = (counted[later][place], counted[earlier][other])
                    let (inNow, inBefore) = (Set(now), Set(before))
                    add(figure.domain, [earlier, later], now.filter { !inBefore.contains($0) })
                    add(figure.domain, [earlier, later], before.filter { !inNow.contains($0) })
                }
            }
        }
        return targets
    }
}
