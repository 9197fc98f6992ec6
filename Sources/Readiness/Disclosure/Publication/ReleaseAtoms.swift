/// Households of several pages that no cell of one indicator tells apart, on any page, with their mean weight.
///
/// What is possible of an atom is possible of its households of each weight, in proportion: nothing is held for open
/// that is not.
struct ReleaseAtoms {
    /// Of one page: the cells of the indicator that count a household, and its weight.
    struct Place: Hashable {
        /// Places of the page's cells, ascending.
        let cells: [Int]
        let weight: Double
    }

    /// By atom: how many households.
    let sizes: [Int]
    /// By atom, then page: nil where no cell of the indicator counts it.
    let places: [[Place?]]

    init(_ panel: ReleasePanel, _ pages: [PublishedPage], indicator: Indicator) {
        var listed: [[Place]] = pages.map { _ in [] }
        // By page, then place in its list of households: the number of their place among `listed`, from 1.
        let codes = pages.enumerated().map { number, page in
            let isOwn = page.cells.map { $0.indicator == indicator }
            var known: [Place: Int] = [:]
            return page.households.map { alike in
                let cells = alike.cells.filter { isOwn[$0] }
                if cells.isEmpty { return 0 }
                let place = Place(cells: cells, weight: alike.weight)
                if let code = known[place] { return code }
                listed[number].append(place)
                known[place] = listed[number].count
                return listed[number].count
            }
        }
        // By the numbers of their places on every page: households.
        var counts: [[Int]: Int] = [:]
        for group in panel.groups {
            let signature = group.places.enumerated().map { page, place in place.map { codes[page][$0] } ?? 0
            }
            if signature.contains(where: { $0 > 0 }) { counts[signature, default: 0] += group.size }
        }
        let sorted = counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        let parts = sorted.map { signature in
            Part(
                size: signature.value,
                places: signature.key.enumerated().map { $1 == 0 ? nil : listed[$0][$1 - 1] })
        }
        var kinds: [[[Int]?]: [Part]] = [:]
        for part in parts { kinds[part.places.map { $0?.cells }, default: []].append(part) }
        var seen: Set<[[Int]?]> = []
        self.init(
            parts.map { part in part.places.map { $0?.cells } }.filter { seen.insert($0).inserted }.map {
                kinds[$0] ?? []
            })
    }

    /// Households of one weight on each page.
    private struct Part {
        let size: Int
        let places: [Place?]
    }

    /// By atom: its households by weight.
    private let parts: [[Part]]

    private init(_ parts: [[Part]]) {
        self.parts = parts
        sizes = parts.map { $0.reduce(0) { $0 + $1.size } }
        places = parts.map { parts in
            guard let first = parts.first else { return [] }
            let size = parts.reduce(0) { $0 + $1.size }
            return first.places.enumerated().map { page, place in
                guard let place, parts.count > 1 else { return place }
                let whole = parts.reduce(0) { $0 + Double($1.size) * ($1.places[page]?.weight ?? 0) }
                return Place(cells: place.cells, weight: whole / Double(size))
            }
        }
    }

    /// The same with an atom for each weight of some atoms.
    func apart(_ atoms: Set<Int>) -> ReleaseAtoms {
        ReleaseAtoms(
            parts.enumerated().flatMap { atom, parts in atoms.contains(atom) ? parts.map { [$0] } : [parts] })
    }

    /// Whether households of one page have different weights.
    var hasUnequalWeights: Bool {
        guard let pages = places.first?.count else { return false }
        return (0..<pages).contains { page in
            Set(parts.joined().compactMap { $0.places[page]?.weight }).count > 1
        }
    }

    /// Atoms that a cell of a page counts, ascending.
    func counted(by cell: Int, of page: Int) -> [Int] {
        places.indices.filter { places[$0][page]?.cells.contains(cell) ?? false }
    }
}
