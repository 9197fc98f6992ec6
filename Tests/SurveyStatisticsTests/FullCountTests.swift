// Values: R 4.2.2, survey 4.1-1, as written at each test.
import SurveyStatistics
import Testing

/// What a sample without variance says, and what only a full count may say.
@Suite struct FullCountTests {
    private func near(_ found: Double?, _ expected: Double) -> Bool {
        found.map { abs($0 - expected) <= 1e-9 * abs(expected) } ?? false
    }

    /// d <- data.frame(h = rep(1:3, each = 3), p = 1:9, x = c(2:9, 1), w = rep(c(3, 5, 2), each = 3), g = "rsssrsssr")
    /// s <- subset(svydesign(~p, strata = ~h, weights = ~w, data = d), g == "r"): degf(s) is 0.
    @Test("value and standard error stand at no degrees of freedom, the interval does not")
    func noDegreesOfFreedom() throws {
        let design = try SurveyDesign(
            weights: [3, 3, 3, 5, 5, 5, 2, 2, 2], strata: [1, 1, 1, 2, 2, 2, 3, 3, 3], psus: Array(1...9),
            population: nil)
        let x: [Double?] = [2, 3, 4, 5, 6, 7, 8, 9, 1]
        let mean = try design.mean(of: x, in: .rows([0, 4, 8]))
        #expect(mean.degreesOfFreedom == 0)
        #expect(near(mean.value, 3.8))
        #expect(near(mean.standardError, 1.34729358344794))
        #expect(mean.interval == nil)
        let total = try design.total(of: x, in: .rows([0, 4, 8]))
        #expect(near(total.value, 38))
        #expect(near(total.standardError, 30.6594194335118))
        #expect(total.interval == nil)
        let share = try design.proportion(of: x.map { $0.map { $0 > 2 } }, in: .rows([0, 4]))
        #expect(share.standardError != nil)
        #expect(share.interval == nil)
    }

    @Test(
        "no interval without width comes from a sample that agrees",
        arguments: [IntervalMethod.t, .logit, .beta, .betaTruncated, .arcsine, .wilson])
    func agreement(method: IntervalMethod) throws {
        // Strata that agree within: the variance is 0.
        let strata = try SurveyDesign(
            weights: [0.1, 0.1, 0.7, 0.7, 0.3, 0.3], strata: [1, 1, 2, 2, 3, 3], psus: nil, population: nil)
        let split = try strata.proportion(of: [true, true, false, false, true, true], interval: method)
        #expect(split.interval == nil)
        #expect((split.standardError ?? 1) < 1e-12)
        // All say yes: an interval that has a width, or none.
        let all = try strata.proportion(of: Array(repeating: true, count: 6), interval: method)
        #expect((all.interval == nil) == (method == .t))
        #expect(all.interval.map { $0.width > 0.1 } ?? true)
        let mean = try strata.mean(of: Array(repeating: 0.1, count: 6))
        #expect(mean.interval == nil)
        let difference = try strata.difference(
            of: .mean(Array(repeating: 0.1, count: 6)), between: .rows([0, 1]), and: .rows([2, 3]))
        #expect(difference.interval == nil)
    }

    @Test("a calibrated share has no interval without width") func calibrated() throws {
        let design = try SurveyDesign(
            weights: Array(repeating: 1, count: 6), strata: nil, psus: nil, population: nil)
        let cells = [0, 0, 1, 1, 1, 1]
        let known = try design.raked(to: [(cells: cells, totals: [0: 30.0, 1: 70])])
        let share = try known.proportion(of: cells.map { $0 == 0 })
        #expect(abs(share.value - 0.3) < 1e-9)
        #expect(share.interval == nil)
    }

    /// svyby(~y, ~h, svydesign(~1, strata = ~h, fpc = ~N), svymean): A .6666667 (0), B .3333333 (.2721655).
    @Test(
        "a stratum asked in full has an interval without width, by its population alone",
        arguments: [IntervalMethod.t, .logit, .beta, .wilson])
    func census(method: IntervalMethod) throws {
        let design = try SurveyDesign(
            weights: [1, 1, 1, 3, 3, 3], strata: [0, 0, 0, 1, 1, 1], psus: nil,
            population: .init([3, 3, 3, 9, 9, 9]))
        let y: [Bool?] = [true, false, true, false, false, true]
        let full = try design.proportion(of: y, in: .rows([0, 1, 2]), interval: method)
        #expect(full.isFullCount)
        #expect(full.interval?.lower == full.value)
        #expect(full.interval?.upper == full.value)
        let part = try design.proportion(of: y, in: .rows([3, 4, 5]), interval: method)
        #expect(near(part.standardError, 0.272165526975909))
        #expect(!part.isFullCount)
        let whole = try design.proportion(of: y, interval: method)
        #expect(!whole.isFullCount)
        #expect((whole.interval?.width ?? 0) > 0.1)
        // Nobody in the stratum says yes: everybody was asked.
        let none = try design.proportion(of: y.map { _ in false }, in: .rows([0, 1, 2]), interval: method)
        #expect(none.interval?.width == 0)
    }

    @Test("units asked in full, whose households are a sample, are no full count") func stages() throws {
        let design = try SurveyDesign(
            weights: [2, 2, 2, 2],
            stages: [
                SamplingStage(units: [1, 1, 2, 2], population: .init([2, 2, 2, 2])),
                SamplingStage(units: [1, 2, 3, 4], population: .init([4, 4, 4, 4])),
            ])
        let agreed = try design.mean(of: [5, 5, 5, 5])
        #expect(!agreed.isFullCount)
        #expect(agreed.interval == nil)
    }

    @Test("cells of households say the same as the households") func moments() throws {
        let moments = MomentDesign(
            cells: [
                .init(stratum: 0, weight: 1, psu: nil, households: 3),
                .init(stratum: 1, weight: 3, psu: nil, households: 3),
            ],
            strata: [
                .init(sampledPSUs: 3, population: 3), .init(sampledPSUs: 3, population: 9),
            ], lonelyPSU: .adjust)
        func share(_ domain: [MomentCell]) throws -> Estimate? {
            try moments.ratio(in: domain, interval: .beta)
        }
        let full = try share([MomentCell(place: 0, moments: RatioMoments(cases: 3, yes: 2))])
        #expect(full?.interval?.width == 0)
        let part = try share([MomentCell(place: 1, moments: RatioMoments(cases: 3, yes: 3))])
        #expect((part?.interval?.width ?? 0) > 0.3)
        #expect(part?.isFullCount == false)
    }
}
