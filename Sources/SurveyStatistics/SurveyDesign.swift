/// How a sample was drawn: weights, strata, PSUs and finite population, bound once.
///
/// ```swift
/// let design = try SurveyDesign(weights: w, strata: h, psus: nil, population: .init(sizes))
/// let share = try design.proportion(of: answers, in: .all, interval: .beta)
/// ```
///
/// - Source: T. Lumley, Complex Surveys (2010), ch. 2–3; R package survey 4.1-1, `svydesign(nest = TRUE)`.
public struct SurveyDesign: Sendable {
    /// One sampling weight a row, 0 or more.
    public let weights: [Double]
    /// What is done in strata with one PSU.
    public let lonelyPSU: LonelyPSU
    /// Position of each row's stratum in `strata`.
    let stratumOfRow: [Int]
    let strata: [Stratum]
    /// Position of each row's PSU; nil where every row is its own PSU.
    let psuOfRow: [Int]?
    /// Position of each PSU's stratum; empty where every row is its own PSU.
    let stratumOfPSU: [Int]

    struct Stratum: Sendable {
        /// As given by the user.
        let label: Int
        var sampledPSUs: Int
        /// 1 − n/N; 1 without a finite population.
        var notSampled: Double
    }

    /// Binds a design.
    ///
    /// `weights`, `strata`, `psus` and `population` hold one value a row. `strata` nil: one stratum. `psus` nil:
    /// every row is one; equal numbers in two strata are two PSUs.
    ///
    /// - Throws: `DesignError`, naming the row or stratum.
    public init(
        weights: [Double], strata: [Int]?, psus: [Int]?, population: FinitePopulation?,
        lonelyPSU: LonelyPSU = .fail
    ) throws(DesignError) {
        let rows = weights.count
        for (what, count) in [
            ("strata", strata?.count), ("PSUs", psus?.count), ("populations", population?.perRow.count),
        ] {
            if let count, count != rows { throw .unequalLengths(what: what, found: count, expected: rows) }
        }
        if let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) { throw .badWeight(row: row) }
        let labels = strata ?? Array(repeating: 0, count: rows)
        let sorted = Set(labels).sorted()
        let position = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element, $0.offset) })
        let stratumOfRow = labels.map { position[$0] ?? 0 }
        var list = sorted.map { Stratum(label: $0, sampledPSUs: 0, notSampled: 1) }
        var stratumOfPSU: [Int] = []
        if let psus {
            let numbered = Self.numbered(psus, stratumOfRow)
            psuOfRow = numbered.ofRow
            stratumOfPSU = numbered.strata
            for stratum in stratumOfPSU { list[stratum].sampledPSUs += 1 }
        } else {
            psuOfRow = nil
            for stratum in stratumOfRow { list[stratum].sampledPSUs += 1 }
        }
        if let population { try Self.setPopulation(population.perRow, stratumOfRow, &list) }
        self.weights = weights
        self.lonelyPSU = lonelyPSU
        self.stratumOfRow = stratumOfRow
        self.strata = list
        self.stratumOfPSU = stratumOfPSU
    }

    private struct PSUKey: Hashable {
        let stratum, psu: Int
    }

    /// PSUs numbered by stratum, then by their own number: the order of rows does not matter.
    private static func numbered(_ psus: [Int], _ stratumOfRow: [Int]) -> (ofRow: [Int], strata: [Int]) {
        let keys = zip(stratumOfRow, psus).map { PSUKey(stratum: $0, psu: $1) }
        let sorted = Set(keys).sorted { ($0.stratum, $0.psu) < ($1.stratum, $1.psu) }
        let position = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element, $0.offset) })
        return (keys.map { position[$0] ?? 0 }, sorted.map(\.stratum))
    }

    private static func setPopulation(
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
            let sampled = strata[index].sampledPSUs
            // R: over 1 a count, up to 1 a fraction.
            let fraction = population > 1 ? Double(sampled) / population : population
            if fraction > 1 {
                throw .sampleOverPopulation(
                    stratum: strata[index].label, sampled: sampled, population: population)
            }
            strata[index].notSampled = 1 - fraction
        }
    }

    /// Rows of the sample.
    public var rowCount: Int { weights.count }

    /// Strata of the sample.
    public var strataCount: Int { strata.count }

    /// Sampled PSUs.
    public var psuCount: Int { psuOfRow == nil ? weights.count : stratumOfPSU.count }

    /// PSUs − strata.
    public var degreesOfFreedom: Int { psuCount - strataCount }
}

/// The part of a sample that an estimate speaks of. The design stays whole: rows outside count as zeros.
public enum Domain: Sendable {
    /// Every row.
    case all
    /// These row positions, ascending, each once.
    case rows([Int])
}
