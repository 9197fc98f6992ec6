import SurveyStatistics
import Testing

@Suite struct SurveyDesignTests {
    // By hand: strata of 4 and 6, two asked in each; weights 2 and 3.
    //   mean = (2(1+3) + 3(5+9)) / 10 = 5
    //   var = 0.16 (1 − 2/4) 2 / 2 + 0.36 (1 − 2/6) 8 / 2 = 0.08 + 0.96 = 1.04
    @Test func theMeanOfATinyStratifiedSampleIsTheTextbooks() throws {
        let design = try SurveyDesign(
            weights: [2, 2, 3, 3], strata: [1, 1, 2, 2], psus: nil, population: .init([4, 4, 6, 6]))
        let mean = try design.mean(of: [1, 3, 5, 9])
        #expect(mean.value == 5)
        #expect(abs((mean.standardError ?? 0) - 1.04.squareRoot()) < 1e-15)
        #expect(mean.degreesOfFreedom == 2)
        #expect(mean.base == 4)
    }

    // R survey 4.1-1: degf(svydesign(id = ~1:5, strata = ~c(1, 1, 2, 2, 2), weights = ~c(2, 2, 3, 3, 0))) = 2
    @Test func aPSUWithoutAnyWeightGivesNoDegreeOfFreedom() throws {
        let design = try SurveyDesign(
            weights: [2, 2, 3, 3, 0], strata: [1, 1, 2, 2, 2], psus: nil, population: nil)
        #expect(design.degreesOfFreedom == 2)
        #expect(try design.mean(of: [1, 3, 5, 9, 7], in: .rows([0, 1, 2, 4])).degreesOfFreedom == 1)
    }

    @Test func aCensusHasNoSamplingError() throws {
        let design = try SurveyDesign(
            weights: [1, 1, 1], strata: nil, psus: nil, population: .init([3, 3, 3]))
        let share = try design.proportion(of: [true, false, true], interval: .beta)
        #expect(share.standardError == 0)
        #expect(share.interval?.width == 0)
    }

    @Test func missingAnswersLeaveOnlyTheirOwnRowsOut() throws {
        let design = try SurveyDesign(weights: [1, 1, 1, 1], strata: nil, psus: nil, population: nil)
        let mean = try design.mean(of: [1, nil, 3, nil])
        #expect(mean.value == 2)
        #expect(mean.base == 2)
    }

    @Test(arguments: [true, false])
    func aShareOfNoneOrAllHasAOneSidedInterval(all: Bool) throws {
        let design = try SurveyDesign(
            weights: Array(repeating: 1, count: 20), strata: nil, psus: nil, population: nil)
        let share = try design.proportion(of: Array(repeating: all, count: 20), interval: .beta)
        // R: qbeta(0.975, 1, 20) = 0.16843347098308536
        let edge = 0.16843347098308536
        #expect(abs((share.interval?.lower ?? -1) - (all ? 1 - edge : 0)) < 1e-12)
        #expect(abs((share.interval?.upper ?? -1) - (all ? 1 : edge)) < 1e-12)
    }

    @Test func theOrderOfRowsChangesNothing() throws {
        var generator = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
        print("seed \(seed)")
        var state = seed
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / 9_007_199_254_740_992
        }
        let rows = 400
        let weights = (0..<rows).map { _ in 0.1 + next() * 50 }
        let strata = (0..<rows).map { _ in Int(next() * 7) }
        let psus = (0..<rows).map { _ in Int(next() * 12) }
        let values = (0..<rows).map { _ in next() < 0.1 ? nil : next() * 1000 }
        let order = (0..<rows).map { _ in next() }.enumerated().sorted { $0.element < $1.element }.map(
            \.offset)
        let straight = try SurveyDesign(
            weights: weights, strata: strata, psus: psus, population: nil, lonelyPSU: .adjust)
        let shuffled = try SurveyDesign(
            weights: order.map { weights[$0] }, strata: order.map { strata[$0] },
            psus: order.map { psus[$0] },
            population: nil, lonelyPSU: .adjust)
        #expect(try straight.mean(of: values) == shuffled.mean(of: order.map { values[$0] }))
        #expect(try straight.total(of: values) == shuffled.total(of: order.map { values[$0] }))
    }

    @Test func badDesignsAreNamedWithTheirPlace() {
        #expect(throws: DesignError.badWeight(row: 1)) {
            try SurveyDesign(weights: [1, -1], strata: nil, psus: nil, population: nil)
        }
        #expect(throws: DesignError.unequalLengths(what: "strata", found: 1, expected: 2)) {
            try SurveyDesign(weights: [1, 1], strata: [1], psus: nil, population: nil)
        }
        #expect(throws: DesignError.badPopulation(row: 1)) {
            try SurveyDesign(weights: [1, 1], strata: nil, psus: nil, population: .init([5, 6]))
        }
        #expect(throws: DesignError.sampleOverPopulation(stratum: 0, sampled: 3, population: 2)) {
            try SurveyDesign(weights: [1, 1, 1], strata: nil, psus: nil, population: .init([2, 2, 2]))
        }
    }
}
