import SurveyStatistics
import Testing

@testable import Readiness

@Suite struct ClaimFamilyTests {
    private let interviews = InterviewsNeeded(made: 1000, households: nil, isFinite: false, relevance: 0.01)

    private func claim(_ pValue: Double?) -> LevelClaim {
        LevelClaim(
            certain: Finding(.uptakeBelowTarget, .certain), otherwise: Finding(.uptakeNotTellable, .open),
            pValue: pValue, difference: -0.03, error: 0.02)
    }

    @Test("a test that would hold alone is left open among others that do not")
    func oneOfMany() {
        #expect(ClaimFamily([0.015]).finding(claim(0.015), at: 0, interviews).certainty == .certain)
        let open = ClaimFamily([0.015, 0.4, 0.6]).finding(claim(0.015), at: 0, interviews)
        #expect(open.code == .uptakeNotTellable && open.test?.level == 0.02)
        #expect(abs((open.test?.pValue ?? 0) - 0.045) < 1e-12)
    }

    @Test("the interviews named are those of the level at which the test would hold beside the others")
    func levelBesideOthers() {
        func more(_ pValues: [Double]) -> Int? {
            ClaimFamily(pValues).finding(claim(pValues[0]), at: 0, interviews).moreInterviews
        }
        func expected(_ level: Double) -> Int? {
            guard
                case .moreInterviews(let more) = interviews.toTell(-0.03, error: 0.02, level: level)
            else { return nil }
            return more
        }
        #expect(more([0.3]) == expected(0.02))
        #expect(more([0.3, 0.5]) == expected(0.01))
        #expect(more([0.3, 1e-9]) == expected(0.02))
        #expect(FalseDiscoveries.level(of: 0, in: [0.3, 1e-9, 0.5, 0.9], share: 0.02) == 0.01)
    }

    @Test("a claim without a test is said as it is")
    func untested() {
        let finding = Finding(.mainBarrier, .described)
        let said = ClaimFamily([]).finding(LevelClaim(untested: finding), at: nil, interviews)
        #expect(said.certainty == .described && said.test == nil && said.outlook == nil)
    }

    @Test(
        "the share against the target is tested on the log-odds, as its interval is made",
        arguments: [(0.7, 0.03), (0.2, 0.02), (0.97, 0.015)])
    func targetTest(value: Double, error: Double) throws {
        let interval = try #require(
            ConfidenceInterval(
                value: value, standardError: error, base: 500, degreesOfFreedom: 80, level: 0.95,
                method: .logit))
        let estimate = Estimate(
            value: value, standardError: error, interval: interval, base: 500, degreesOfFreedom: 80,
            designEffect: nil)
        // A target at the interval's bound has the level of the interval.
        #expect(abs(FindingMaker.pValue(estimate, target: interval.upper) - 0.05) < 1e-9)
        #expect(abs(FindingMaker.pValue(estimate, target: interval.lower) - 0.05) < 1e-9)
        #expect(FindingMaker.pValue(estimate, target: value) == 1)
        #expect(FindingMaker.pValue(estimate, target: 1) == 0)
    }

    @Test("a share of all or none is tested by the chance that a sample of the target holds none")
    func allOrNone() {
        func share(_ value: Double) -> Estimate {
            Estimate(
                value: value, standardError: 0, interval: nil, base: 40, degreesOfFreedom: 39,
                designEffect: nil
            )
        }
        #expect(abs(FindingMaker.pValue(share(0), target: 0.05) - 2 * 0.1285121566) < 1e-9)
        #expect(FindingMaker.pValue(share(1), target: 0.8) < 0.001)
    }
}
