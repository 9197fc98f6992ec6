internal import Basics
internal import Foundation
internal import Readiness
internal import SurveyData
internal import SurveyStatistics
internal import SyntheticWard

/// Wards of known truth, asked by the generator's own questionnaire: how often the modelled shares of residential
/// groups that a report shows cover the truth, how many it shows, and how far each model is moved to add up to the
/// ward.
///
/// Each seed is another ward. Its survey goes through the product's own reading, estimates, models and display rule.
struct ModelledTrial {
    let interviews: Int

    static func printAll(seeds: Int) throws {
        print("seeds 1…\(seeds), each another ward of 97 groups; 95 % intervals of modelled shares")
        for interviews in [700, 2_000, 4_000] {
            let trial = ModelledTrial(interviews: interviews)
            let threads = ProcessInfo.processInfo.activeProcessorCount
            let tallies = try parallelMap(seeds, threads: threads) { try trial.run(seed: UInt64($0 + 1)) }
            var sum = ModelledTally()
            for tally in tallies { sum += tally }
            print("\(interviews) interviews:")
            print(sum.text)
        }
    }

    private func run(seed: UInt64) throws -> ModelledTally {
        let made = SyntheticSurvey(SyntheticWardSettings(households: interviews, months: 1, seed: seed))
        let registry = try Registry(
            table: WardTable(
                text: String(decoding: made.population.registryFile(), as: UTF8.self), name: "groups.csv"))
        let survey = try Survey.read(
            bytes: made.file(month: 0), codebook: try Codebook.builtIn(), registry: registry,
            sampling: .probability)
        let report = try ReadinessReport(survey, previous: nil, target: 0.8, threads: 1)
        let truth = TruthTable(made.population, month: 0)
        let counts = Dictionary(
            uniqueKeysWithValues: zip(made.population.groups.map(\.id), truth.groups))
        var tally = ModelledTally()
        for figure in report.modelled.estimates {
            guard let estimate = figure.estimate, let interval = estimate.interval else { continue }
            let indicator = TruthIndicator.allCases.first { $0.name == figure.indicator.rawValue }
            let share = indicator.flatMap { indicator in
                counts[figure.domain.code].flatMap { own -> Double? in
                    let base = own.denominator(indicator)
                    return base > 0 ? Double(own.numerator(indicator)) / Double(base) : nil
                }
            }
            tally.add(figure, isCovered: share.map { interval.lower <= $0 && $0 <= interval.upper })
        }
        for fit in report.modelled.fits { tally.add(fit) }
        return tally
    }
}

/// What the seeds of one size of sample gave; tallies add up.
struct ModelledTally: Sendable {
    /// Figures of one indicator, over groups and seeds.
    private struct Counts {
        var figures = 0
        var shown = 0
        var reviewed = 0
        /// Shown, with a known truth.
        var judged = 0
        var covered = 0
        /// All with a known truth, shown or not.
        var known = 0
        var knownCovered = 0
        var narrow = 0
        var narrowJudged = 0
        var narrowCovered = 0
        var shifts: [Double] = []

        static func += (left: inout Counts, right: Counts) {
            left.figures += right.figures
            left.shown += right.shown
            left.reviewed += right.reviewed
            left.judged += right.judged
            left.covered += right.covered
            left.known += right.known
            left.knownCovered += right.knownCovered
            left.narrow += right.narrow
            left.narrowJudged += right.narrowJudged
            left.narrowCovered += right.narrowCovered
            left.shifts += right.shifts
        }
    }

    private var byIndicator: [Indicator: Counts] = [:]

    /// `isCovered` nil where the truth is not known.
    mutating func add(_ figure: IndicatorEstimate, isCovered: Bool?) {
        var counts = Counts()
        counts.figures = 1
        let isNarrow = (figure.estimate?.interval?.width ?? 1) < 0.30
        counts.narrow = isNarrow ? 1 : 0
        if figure.isShown {
            counts.shown = 1
            counts.reviewed = figure.gate.needsReview ? 1 : 0
        }
        if let isCovered {
            counts.known = 1
            counts.knownCovered = isCovered ? 1 : 0
            counts.judged = counts.shown
            counts.covered = figure.isShown && isCovered ? 1 : 0
            counts.narrowJudged = counts.narrow
            counts.narrowCovered = isNarrow && isCovered ? 1 : 0
        }
        byIndicator[figure.indicator, default: Counts()] += counts
    }

    mutating func add(_ fit: ModelledShares.Fit) {
        guard let shift = fit.shift else { return }
        byIndicator[fit.indicator, default: Counts()].shifts.append(shift)
    }

    static func += (left: inout ModelledTally, right: ModelledTally) {
        for (indicator, counts) in right.byIndicator {
            left.byIndicator[indicator, default: Counts()] += counts
        }
    }

    /// A line for all indicators, then one each: figures, shown, covered, and the mean benchmark shift in points.
    var text: String {
        var whole = Counts()
        var lines: [String] = []
        for indicator in Indicator.allCases {
            guard let counts = byIndicator[indicator] else { continue }
            whole += counts
            let mean = counts.shifts.reduce(0, +) / Double(max(1, counts.shifts.count))
            let squares = counts.shifts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let error =
                (squares / Double(max(1, counts.shifts.count - 1)) / Double(max(1, counts.shifts.count)))
                .squareRoot()
            lines.append(
                "  \(indicator.rawValue): \(line(counts)); mean shift \(decimal(mean * 100, 2)) ± \(decimal(error * 196, 2)) points"
            )
        }
        let narrow = rate(whole.narrowCovered, whole.narrowJudged)
        return
            (["  all: \(line(whole)); width under .30: \(whole.narrow), of which \(narrow) % cover"] + lines)
            .joined(separator: "\n")
    }

    private func line(_ counts: Counts) -> String {
        "\(counts.figures) figures, \(counts.shown) shown (\(rate(counts.shown, counts.figures)) %, \(counts.reviewed) for review), "
            + "\(rate(counts.covered, counts.judged)) % of \(counts.judged) shown cover, "
            + "\(rate(counts.knownCovered, counts.known)) % of all \(counts.known)"
    }

    private func rate(_ count: Int, _ of: Int) -> String {
        of == 0 ? "–" : percent(Double(count) / Double(of))
    }
}
