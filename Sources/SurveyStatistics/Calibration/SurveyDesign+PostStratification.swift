extension SurveyDesign {
    /// Weights scaled so that each cell adds up to its population total.
    ///
    /// `cells`: one label a row; `totals`: by label, at least 0.
    ///
    /// - Throws: `CalibrationError` `.unequalLengths`, `.noTotal`, `.emptyCell`.
    /// - Source: R survey 4.1-1 `postStratify`.
    public func postStratified(
        by cells: [Int], totals: [Int: Double]
    ) throws(CalibrationError) -> SurveyDesign {
        let margin = try Margin(cells, totals: totals, rows: rowCount)
        let scaled = margin.scaled(weights)
        return with(
            weights: scaled, after: .cells(margin.positions, before: weights, after: scaled))
    }

    /// Weights that reach the totals of several margins, by iterative proportional fitting.
    ///
    /// Done when no cell's sum moves by more than `tolerance` of the population in a round of all margins.
    ///
    /// - Throws: `CalibrationError` `.unequalLengths`, `.noTotal`, `.emptyCell`, `.unequalTotals`,
    ///   `.notConverged`.
    /// - Source: R survey 4.1-1 `rake`; W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11
    ///   (1940) 427–444.
    public func raked(
        to margins: [(cells: [Int], totals: [Int: Double])], tolerance: Double = 1e-12, mostRounds: Int = 1000
    ) throws(CalibrationError) -> SurveyDesign {
        var list: [Margin] = []
        for (cells, totals) in margins { list.append(try Margin(cells, totals: totals, rows: rowCount)) }
        let sizes = list.map { exactSum($0.totals) }
        for size in sizes.dropFirst() where abs(size - sizes[0]) > 1e-6 * sizes[0] {
            throw .unequalTotals(first: sizes[0], second: size)
        }
        let joint = list.reduce(Array(repeating: 0, count: rowCount)) { joint, margin in
            zip(joint, margin.positions).map { $0 * margin.totals.count + $1 }
        }
        var current = weights
        var table = sums(current, by: joint)
        for _ in 0..<mostRounds {
            var after: [(cells: [Int], after: [Double])] = []
            for margin in list {
                current = margin.scaled(current)
                after.append((margin.positions, current))
            }
            let next = sums(current, by: joint)
            let moved = table.map { abs($0.value - (next[$0.key] ?? 0)) }.max() ?? 0
            if moved <= tolerance * (sizes.first ?? 1) {
                try Self.requireReached(list, current, tolerance: max(1e-9, tolerance) * (sizes.first ?? 1))
                return with(weights: current, after: .margins(after))
            }
            table = next
        }
        throw .notConverged(rounds: mostRounds)
    }

    /// Where cells of the sample are empty, weights may settle without reaching the totals.
    private static func requireReached(
        _ margins: [Margin], _ weights: [Double], tolerance: Double
    ) throws(CalibrationError) {
        for margin in margins {
            for (place, sum) in margin.sums(weights).enumerated()
            where abs(sum - margin.totals[place]) > tolerance {
                throw .unreached(label: margin.labels[place], wanted: margin.totals[place], reached: sum)
            }
        }
    }

    private func sums(_ weights: [Double], by cells: [Int]) -> [Int: Double] {
        var sums: [Int: ExactSum] = [:]
        for (cell, weight) in zip(cells, weights) { sums[cell, default: ExactSum()].add(weight) }
        return sums.mapValues(\.value)
    }
}

/// Cells of one margin, numbered by their labels, and their population totals.
private struct Margin {
    let positions: [Int]
    let labels: [Int]
    let totals: [Double]

    init(_ cells: [Int], totals: [Int: Double], rows: Int) throws(CalibrationError) {
        if cells.count != rows { throw .unequalLengths(found: cells.count, expected: rows) }
        let labels = Set(cells).sorted()
        let found = Set(labels)
        if let label = totals.keys.sorted().first(where: { !found.contains($0) && totals[$0] != 0 }) {
            throw .emptyCell(label: label)
        }
        var list: [Double] = []
        for label in labels {
            guard let total = totals[label], total >= 0, total.isFinite else { throw .noTotal(label: label) }
            list.append(total)
        }
        let place = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($0.element, $0.offset) })
        positions = cells.map { place[$0] ?? 0 }
        self.totals = list
        self.labels = labels
    }

    func scaled(_ weights: [Double]) -> [Double] {
        let factors = zip(totals, sums(weights)).map { $1 > 0 ? $0 / $1 : 0 }
        return zip(positions, weights).map { $1 * factors[$0] }
    }

    func sums(_ weights: [Double]) -> [Double] {
        var sums = Array(repeating: ExactSum(), count: totals.count)
        for (cell, weight) in zip(positions, weights) { sums[cell].add(weight) }
        return sums.map(\.value)
    }
}
