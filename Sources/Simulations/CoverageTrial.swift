internal import Basics
internal import Readiness
internal import SurveyData
internal import SurveyStatistics

/// One cell of the grid: a true share and a number of households asked in each group, sampled many times.
///
/// Each sample goes through the product's own design, estimates, gate and models, from sums of households on.
struct CoverageTrial {
    private let groups: MadeUpGroups
    private let asked: Int
    private var tally = CoverageTally()

    static func printAll(samples: Int) throws {
        print(
            "samples \(samples) a cell, seeds 1…\(samples); before the gate; percent of 95 % intervals that cover"
        )
        print(CoverageTally.header)
        for (name, spread) in [("alike", 0.0), ("scattered", 0.5)] {
            for share in [0.05, 0.3, 0.8] {
                for asked in [10, 30, 60] {
                    var trial = CoverageTrial(
                        groups: MadeUpGroups(share: share, spread: spread, seed: 97), asked: asked)
                    for seed in 1...samples { try trial.add(seed: UInt64(seed)) }
                    print("\(name) | \(share) | \(asked) | \(trial.tally.row)")
                }
            }
        }
    }

    private mutating func add(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var summary = SurveySummary(
            month: "2025-11", sampling: .probability, groupings: [], registry: groups.registry,
            asksProcedures: false, asked: [.smartphone], counts: ReadingCounts(), repairs: [:], cells: [:])
        let place = Indicator.allCases.firstIndex(of: .smartphone) ?? 0
        for (group, own) in groups.registry.groups.enumerated() {
            var key = SummaryCell.Key()
            key.formerWard = own.formerWard
            key.group = own.id.text
            var cell = SummaryCell()
            var counts = AnswerCounts()
            counts.households = asked
            counts.known[place] = asked
            counts.yes[place] = groups.drawn(asked, of: group, &random)
            cell.add(WeightingClass(bits: 0), ClassCounts(counts: counts))
            summary.cells[key] = cell
        }
        let figures = try SummaryFigures(summary, target: 0.8)
        tally.samples += 1
        for figure in figures.estimates where figure.domain.kind == .all {
            tally.addWard(figure, truth: groups.truth)
        }
        let position = Dictionary(
            uniqueKeysWithValues: groups.registry.groups.enumerated().map { ($0.element.id.text, $0.offset) })
        for figure in figures.estimates where figure.domain.kind == .residentialGroup {
            tally.addGroup(figure, truth: groups.truth(position[figure.domain.code] ?? 0), asked: asked)
        }
        for figure in figures.modelled.estimates {
            tally.addModelled(figure, truth: groups.truth(position[figure.domain.code] ?? 0))
        }
    }
}

/// What the samples of one cell gave.
struct CoverageTally {
    var samples = 0
    private var ward = 0
    private var groups: [String: Int] = [:]
    private var widths: [String: Double] = [:]
    private var intervals = 0
    private var shown = 0
    private var shownCovered = 0
    private var directError = 0.0
    private var modelled = 0
    private var modelledCovered = 0
    private var modelledError = 0.0

    static let header =
        "truth | share | n | ward | beta | logit | Wilson | width beta | width Wilson | ratio | shown | covered if shown"
        + " | MSE direct | MSE model | ratio | model covers"

    mutating func addWard(_ figure: IndicatorEstimate, truth: Double) {
        if covers(figure.estimate?.interval, truth) { ward += 1 }
    }

    mutating func addGroup(_ figure: IndicatorEstimate, truth: Double, asked: Int) {
        guard let estimate = figure.estimate, let error = estimate.standardError else { return }
        intervals += 1
        for method in [IntervalMethod.beta, .logit, .wilson] {
            let interval = ConfidenceInterval(
                value: estimate.value, standardError: error, base: estimate.base,
                degreesOfFreedom: estimate.degreesOfFreedom, level: 0.95, method: method)
            if covers(interval, truth) { groups[method.rawValue, default: 0] += 1 }
            widths[method.rawValue, default: 0] += interval?.width ?? 1
        }
        if figure.isShown {
            shown += 1
            if covers(estimate.interval, truth) { shownCovered += 1 }
        }
        directError += (estimate.value - truth) * (estimate.value - truth)
    }

    mutating func addModelled(_ figure: IndicatorEstimate, truth: Double) {
        guard let estimate = figure.estimate else { return }
        modelled += 1
        if covers(estimate.interval, truth) { modelledCovered += 1 }
        modelledError += (estimate.value - truth) * (estimate.value - truth)
    }

    private func covers(_ interval: ConfidenceInterval?, _ truth: Double) -> Bool {
        interval.map { $0.lower <= truth && truth <= $0.upper } ?? false
    }

    var row: String {
        func share(_ count: Int?, _ of: Int) -> String {
            of == 0 ? "–" : percent(Double(count ?? 0) / Double(of))
        }
        let beta = (widths["beta"] ?? 0) / Double(intervals)
        let wilson = (widths["wilson"] ?? 0) / Double(intervals)
        let direct = directError / Double(intervals)
        let model = modelledError / Double(max(1, modelled))
        return [
            share(ward, samples), share(groups["beta"], intervals), share(groups["logit"], intervals),
            share(groups["wilson"], intervals), decimal(beta), decimal(wilson), decimal(beta / wilson, 2),
            share(shown, intervals), share(shownCovered, shown), decimal(direct, 5), decimal(model, 5),
            decimal(model / direct, 2), share(modelledCovered, modelled),
        ].joined(separator: " | ")
    }
}
