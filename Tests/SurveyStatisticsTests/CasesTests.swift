import SurveyStatistics
import Testing

/// Only cases with an answer and a weight tell anything.
@Suite struct CasesTests {
    /// R: degf(subset(svydesign(~psu, data = d), !is.na(y))) is 0.
    @Test func unitsWithoutAnAnswerAreNoDegreesOfFreedom() throws {
        let design = try SurveyDesign(
            weights: Array(repeating: 1, count: 7), strata: nil, psus: [1, 1, 1, 2, 2, 3, 4], population: nil)
        let mean = try design.mean(of: [4, 6, 8, nil, nil, nil, nil])
        #expect(mean.degreesOfFreedom == 0)
        #expect(mean.standardError == nil)
        #expect(mean.interval == nil)
    }

    /// R: binom.test(10, 10)$conf.int[1] = 0.6915029.
    @Test func rowsOfWeightZeroAreNoEvidence() throws {
        let rows = 1000
        let design = try SurveyDesign(
            weights: (0..<rows).map { $0 < 10 ? 1 : 0 }, strata: nil, psus: nil, population: nil)
        let share = try design.proportion(of: Array(repeating: true, count: rows), interval: .beta)
        #expect(share.base == 10)
        #expect(abs((share.interval?.lower ?? 0) - 0.6915029) < 1e-7)
        let mean = try design.mean(of: (0..<rows).map(Double.init))
        #expect(mean.base == 10)
        #expect(abs((mean.effectiveBase ?? 0) - 10) < 1.2)
    }

    @Test func rakingThatCannotReachItsTotalsIsRefused() throws {
        let design = try SurveyDesign(
            weights: Array(repeating: 1, count: 5), strata: nil, psus: nil, population: nil)
        let margins = [
            (cells: [0, 0, 0, 1, 1], totals: [0: 20.0, 1: 80]),
            (cells: [0, 0, 1, 1, 1], totals: [0: 30.0, 1: 70]),
        ]
        #expect(throws: CalibrationError.self) { try design.raked(to: margins) }
    }

    /// R 4.2.2: t.test of 40 paired differences, 13 of 1, 4 of −1, 23 of 0: t = 2.29647330692; only the 17 pairs that
    /// differ count for the degrees of freedom: 2 * pt(-2.29647330692, 16) = 0.03549067014.
    @Test("a panel has the degrees of freedom of the pairs that differ")
    func panelDegreesOfFreedom() throws {
        let before = (0..<40).map { $0 < 13 ? 0.0 : $0 < 27 ? 1 : 0 }
        let after = (0..<40).map { $0 < 13 ? 1.0 : $0 < 17 ? 0 : $0 < 27 ? 1 : 0 }
        let design = try SurveyDesign(
            weights: Array(repeating: 1, count: 40), strata: nil, psus: nil, population: nil)
        let zeros = Array(repeating: 0, count: 40)
        let link = SampleOverlap(
            earlier: design, units: Array(0..<40), strata: zeros, later: design, laterUnits: Array(0..<40),
            laterStrata: zeros)
        let change = try link.change(of: .mean(before), in: .all, to: .mean(after), in: .all)
        #expect(change.discordantUnits == 17)
        #expect(change.difference.degreesOfFreedom == 16)
        #expect(abs((change.pValue ?? 0) - 0.03549067014) < 1e-10)
    }
}
