/// One stage of sampling as a survey file has it: what was drawn in which stratum, and of how many.
///
/// All lists hold one value a row. Units and strata are told apart inside the units of the stage before, as R's
/// `nest = TRUE` does.
public struct SamplingStage: Sendable {
    /// Labels of strata; nil: one stratum (at later stages: one in each unit of the stage before).
    public let strata: [Int]?
    /// Labels of sampled units; nil: every row is one.
    public let units: [Int]?
    /// Size of each row's stratum in units; nil: not known, or drawn with replacement.
    public let population: FinitePopulation?

    /// A stage as drawn.
    public init(strata: [Int]? = nil, units: [Int]?, population: FinitePopulation? = nil) {
        self.strata = strata
        self.units = units
        self.population = population
    }
}

/// A stage with its strata and units numbered by their labels: the order of rows does not matter.
struct NumberedStage: Sendable {
    struct Stratum: Sendable {
        /// As given by the user.
        let label: Int
        var sampledUnits = 0
        /// 1 − n/N; 1 without a finite population.
        var notSampled = 1.0
        /// Product of the sampling fractions of the stages above: how much of this stage's variance counts.
        var scale = 1.0

        /// Whether no unit of it was left out.
        var isFullCount: Bool { notSampled < 1e-7 }
    }

    /// Position of each row's unit; nil where every row is its own unit.
    let unitOfRow: [Int]?
    /// By unit (by row where every row is its own unit).
    let stratumOfUnit: [Int]
    let strata: [Stratum]
    /// Whether any stratum is taken whole.
    let hasFullStrata: Bool

    func unit(of row: Int) -> Int { unitOfRow?[row] ?? row }

    func stratum(of row: Int) -> Stratum { strata[stratumOfUnit[unit(of: row)]] }

    private struct Key: Hashable, Comparable {
        let above, label: Int

        static func < (left: Key, right: Key) -> Bool {
            (left.above, left.label) < (right.above, right.label)
        }
    }

    /// Numbers a stage below `above`, the stage before; nil for the first one.
    ///
    /// - Throws: `DesignError` `.unequalLengths`, `.badPopulation`, `.sampleOverPopulation`.
    init(_ stage: SamplingStage, rows: Int, above: NumberedStage?) throws(DesignError) {
        for (what, count) in [
            ("strata", stage.strata?.count), ("PSUs", stage.units?.count),
            ("populations", stage.population?.perRow.count),
        ] {
            if let count, count != rows { throw .unequalLengths(what: what, found: count, expected: rows) }
        }
        let parents = above.map { above in (0..<rows).map(above.unit) } ?? Array(repeating: 0, count: rows)
        let labels = stage.strata ?? (above == nil ? Array(repeating: 0, count: rows) : parents)
        let (stratumOfRow, keys) = Self.numbered(zip(parents, labels).map { Key(above: $0, label: $1) })
        var strata = keys.map { key in
            Stratum(label: key.label, scale: above?.scale(ofUnit: key.above) ?? 1)
        }
        if let units = stage.units {
            let (numbers, unitKeys) = Self.numbered(
                zip(stratumOfRow, units).map { Key(above: $0, label: $1) })
            unitOfRow = numbers
            stratumOfUnit = unitKeys.map(\.above)
        } else {
            unitOfRow = nil
            stratumOfUnit = stratumOfRow
        }
        for stratum in stratumOfUnit { strata[stratum].sampledUnits += 1 }
        if let population = stage.population { try Self.set(population.perRow, stratumOfRow, &strata) }
        self.strata = strata
        hasFullStrata = strata.contains(where: \.isFullCount)
    }

    /// The part of the unit's own variance that reaches the estimate: its stratum's sampling fraction.
    private func scale(ofUnit unit: Int) -> Double {
        let stratum = strata[stratumOfUnit[unit]]
        return stratum.scale * (1 - stratum.notSampled)
    }

    private static func numbered(_ keys: [Key]) -> (ofRow: [Int], keys: [Key]) {
        let sorted = Set(keys).sorted()
        let position = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element, $0.offset) })
        return (keys.map { position[$0] ?? 0 }, sorted)
    }

    private static func set(
        _ perRow: [Double], _ stratumOfRow: [Int], _ strata: inout [Stratum]
    ) throws(DesignError) {
        var known: [Double?] = Array(repeating: nil, count: strata.count)
        for (row, population) in perRow.enumerated() {
            let stratum = stratumOfRow[row]
            guard population > 0, known[stratum] ?? population == population else {
                throw .badPopulation(row: row)
            }
            known[stratum] = population
        }
        for (index, population) in known.enumerated() {
            guard let population else { continue }
            let sampled = strata[index].sampledUnits
            // R: over 1 a count, up to 1 a fraction.
            let fraction = population > 1 ? Double(sampled) / population : population
            if fraction > 1 {
                throw .sampleOverPopulation(
                    stratum: strata[index].label, sampled: sampled, population: population)
            }
            strata[index].notSampled = 1 - fraction
        }
    }
}
