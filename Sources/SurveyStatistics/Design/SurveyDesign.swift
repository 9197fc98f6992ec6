/// How a sample was drawn: weights, strata, PSUs and finite population, bound once.
///
/// ```swift
/// let design = try SurveyDesign(weights: w, strata: h, psus: nil, population: .init(sizes))
/// let share = try design.proportion(of: answers, in: .all, interval: .beta)
/// ```
///
/// - Source: T. Lumley, Complex Surveys (2010), ch. 2–3; R package survey 4.1-1, `svydesign(nest = TRUE)`.
public struct SurveyDesign: Sendable {
    /// One weight a row, 0 or more: the sampling weight, or what calibration made of it.
    public let weights: [Double]
    /// What is done in strata with one PSU.
    public let lonelyPSU: LonelyPSU
    let stages: [NumberedStage]
    /// What calibration did, in its order: the variance is that of the residuals.
    let adjustments: [CalibrationAdjustment]
    /// Whether the weights add up to the sample instead of a population.
    let hasNormalisedWeights: Bool

    /// Binds a design of one stage, or of several as drawn with replacement.
    ///
    /// `weights`, `strata`, `psus` and `population` hold one value a row. `strata` nil: one stratum. `psus` nil:
    /// every row is one; equal numbers in two strata are two PSUs.
    ///
    /// - Throws: `DesignError`, naming the row or stratum.
    public init(
        weights: [Double], strata: [Int]?, psus: [Int]?, population: FinitePopulation?,
        lonelyPSU: LonelyPSU = .fail
    ) throws(DesignError) {
        try self.init(
            weights: weights,
            stages: [SamplingStage(strata: strata, units: psus, population: population)],
            lonelyPSU: lonelyPSU)
    }

    /// Binds a design of several stages, the first one first.
    ///
    /// A later stage counts only where all stages above have a finite population: without one the first stage's
    /// variance holds those of the others already.
    ///
    /// - Throws: `DesignError`, naming the row or stratum; `.noStage` where `stages` is empty.
    /// - Source: Lumley (2010), sec. 2.4; R survey 4.1-1 `multistage`.
    public init(
        weights: [Double], stages: [SamplingStage], lonelyPSU: LonelyPSU = .fail
    ) throws(DesignError) {
        if stages.isEmpty { throw .noStage }
        if let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) { throw .badWeight(row: row) }
        var numbered: [NumberedStage] = []
        for stage in stages {
            if let above = stages.prefix(numbered.count).last, above.population == nil { break }
            numbered.append(try NumberedStage(stage, rows: weights.count, above: numbered.last))
        }
        self.init(weights: weights, lonelyPSU: lonelyPSU, stages: numbered, adjustments: [])
    }

    init(
        weights: [Double], lonelyPSU: LonelyPSU, stages: [NumberedStage],
        adjustments: [CalibrationAdjustment]
    ) {
        self.weights = weights
        self.lonelyPSU = lonelyPSU
        self.stages = stages
        self.adjustments = adjustments
        let cases = weights.count { $0 > 0 }
        let notSampled = (weights.indices.lazy.filter { weights[$0] > 0 }).reduce(0) {
            $0 + stages[0].stratum(of: $1).notSampled
        }
        hasNormalisedWeights = WeightScale.isNormalised(
            sum: weights.reduce(0, +), cases: cases, notSampled: notSampled / Double(max(1, cases)))
    }

    /// Whether all units of every stratum with one of the rows were asked, at every stage.
    func isFullCount(_ rows: [Int]) -> Bool {
        guard stages.allSatisfy(\.hasFullStrata) else { return false }
        let cases = rows.filter { weights[$0] > 0 }
        return !cases.isEmpty
            && stages.allSatisfy { stage in cases.allSatisfy { stage.stratum(of: $0).isFullCount } }
    }

    /// The same sample with other weights, after one more adjustment where there was one.
    func with(weights: [Double], after adjustment: CalibrationAdjustment?) -> SurveyDesign {
        SurveyDesign(
            weights: weights, lonelyPSU: lonelyPSU, stages: stages,
            adjustments: adjustments + (adjustment.map { [$0] } ?? []))
    }

    var first: NumberedStage { stages[0] }

    /// Rows of the sample.
    public var rowCount: Int { weights.count }

    /// Strata of the first stage.
    public var strataCount: Int { first.strata.count }

    /// Sampled PSUs.
    public var psuCount: Int { first.stratumOfUnit.count }

    /// PSUs − strata, of rows with a weight above 0.
    public var degreesOfFreedom: Int { degreesOfFreedom(in: Array(weights.indices)) }

    /// PSUs − strata that have a case with a weight above 0 in the domain (R `degf(subset(design, …))`).
    func degreesOfFreedom(in rows: [Int]) -> Int {
        if rows.count == rowCount, !weights.contains(0) { return psuCount - strataCount }
        let stage = first
        if stage.unitOfRow == nil {
            var isUsed = Array(repeating: false, count: stage.strata.count)
            var units = 0
            for row in rows where weights[row] > 0 {
                isUsed[stage.stratumOfUnit[row]] = true
                units += 1
            }
            return units - isUsed.count(where: \.self)
        }
        let psus = Set(rows.filter { weights[$0] > 0 }.map(stage.unit))
        return psus.count - Set(psus.map { stage.stratumOfUnit[$0] }).count
    }

    func rows(of domain: Domain) -> [Int] {
        switch domain {
        case .all: Array(weights.indices)
        case .rows(let rows): rows
        }
    }
}

/// The part of a sample that an estimate speaks of. The design stays whole: rows outside count as zeros.
public enum Domain: Sendable {
    /// Every row.
    case all
    /// These row positions, ascending, each once.
    case rows([Int])
}
