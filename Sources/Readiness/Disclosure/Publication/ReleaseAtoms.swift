/// Households of several pages that no cell of one indicator tells apart, on any page.
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

    init(_ pages: [PublishedPage], indicator: Indicator) {
        var known: [[Place: Int]] = pages.map { _ in [:] }
        var listed: [[Place]] = pages.map { _ in [] }
        // By household: number of its place on every page, from 1.
        var signatures: [UInt64: [Int]] = [:]
        for (number, page) in pages.enumerated() {
            let isOwn = page.cells.map { $0.indicator == indicator }
            for alike in page.households {
                let cells = alike.cells.filter { isOwn[$0] }
                if cells.isEmpty { continue }
                let place = Place(cells: cells, weight: alike.weight)
                let code = known[number][place] ?? listed[number].count + 1
                if code > listed[number].count {
                    known[number][place] = code
                    listed[number].append(place)
                }
                for household in alike.households {
                    signatures[household, default: Array(repeating: 0, count: pages.count)][number] = code
                }
            }
        }
        var counts: [[Int]: Int] = [:]
        for signature in signatures.values { counts[signature, default: 0] += 1 }
        let sorted = counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        sizes = sorted.map(\.value)
        places = sorted.map { signature in
            signature.key.enumerated().map { $1 == 0 ? nil : listed[$0][$1 - 1] }
        }
    }

    /// Whether households of one page have different weights.
    var hasUnequalWeights: Bool {
        guard let pages = places.first?.count else { return false }
        return (0..<pages).contains { page in
            Set(places.compactMap { $0[page]?.weight }).count > 1
        }
    }

    /// Atoms that a cell of a page counts, ascending.
    func counted(by cell: Int, of page: Int) -> [Int] {
        places.indices.filter { places[$0][page]?.cells.contains(cell) ?? false }
    }
}
