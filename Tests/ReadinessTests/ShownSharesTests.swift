import SurveyData
import SurveyStatistics
import SyntheticWard
import Testing

@testable import Readiness

/// Modelled shares of residential groups: which are shown, and how they add up.
@Suite struct ShownSharesTests {
    @Test(
        "a modelled share is shown by its error on the arcsine scale alone",
        arguments: [
            (0.02, true, false), (0.0499, true, false), (0.0501, true, true), (0.0749, true, true),
            (0.0751, false, false), (0.3, false, false),
        ])
    func gate(error: Double, isShown: Bool, needsReview: Bool) {
        let gate = Gate(modelledWithError: error * error)
        #expect(gate.isShown == isShown)
        #expect(gate.needsReview == needsReview)
        #expect(gate.reason == (isShown ? nil : .width))
    }

    @Test("first barriers of groups add up to the ward's", arguments: [UInt64(3), 11])
    func barriers(seed: UInt64) throws {
        let made = SyntheticSurvey(SyntheticWardSettings(households: 3_000, months: 1, seed: seed))
        let registry = try Registry(
            table: WardTable(
                text: String(decoding: made.population.registryFile(), as: UTF8.self), name: "groups.csv"))
        let survey = try Survey.read(
            bytes: made.file(month: 0), codebook: Codebook.builtIn(), registry: registry,
            sampling: .probability)
        let figures = try SummaryFigures(SurveySummary(survey), target: 0.8)
        let barriers = CascadeStep.barriers.compactMap(Indicator.barrier)
        let modelled = Dictionary(
            grouping: figures.modelled.estimates.filter { barriers.contains($0.indicator) },
            by: \.domain.code)
        #expect(modelled.count == 97)
        for (_, own) in modelled {
            #expect(own.count == barriers.count)
            // What is left is "no barrier".
            #expect(own.reduce(0) { $0 + ($1.estimate?.value ?? 0) } < 1)
            for figure in own {
                let estimate = try #require(figure.estimate)
                let interval = try #require(estimate.interval)
                #expect(interval.lower <= estimate.value && estimate.value <= interval.upper)
            }
        }
        for fit in figures.modelled.fits where barriers.contains(fit.indicator) {
            let ward = figures.estimates.first { $0.indicator == fit.indicator && $0.domain.kind == .all }
            let areas = modelled.values.flatMap(\.self).filter { $0.indicator == fit.indicator }
            let mean = areas.reduce(0) { $0 + ($1.estimate?.value ?? 0) } / Double(areas.count)
            #expect(abs(mean - (ward?.estimate?.value ?? 0)) < 0.03)
        }
    }
}
