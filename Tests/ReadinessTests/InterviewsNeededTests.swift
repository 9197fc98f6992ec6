import SurveyStatistics
import Testing

@testable import Readiness

@Suite struct InterviewsNeededTests {
    private func needed(
        _ households: Int?, isFinite: Bool = false, relevance: Double = 0.01
    ) -> InterviewsNeeded {
        InterviewsNeeded(made: 1000, households: households, isFinite: isFinite, relevance: relevance)
    }

    @Test(
        "interviews tell a difference in four of five samples: n(((k + 0.84)·se/d)² − 1), rounded up to tens")
    func interviewsForADifference() {
        // ((1.959964 + 0.841621) · 0.02 ÷ 0.03)² = 3.488395
        #expect(
            needed(nil).toTell(0.03, error: 0.02, level: 0.05) == .moreInterviews(2490))
        #expect(needed(nil).toTell(-0.03, error: 0.02, level: 0.05) == .moreInterviews(2490))
        // k = 2.807034 at 0.005: ((2.807034 + 0.841621) · 0.02 ÷ 0.03)² = 5.916728
        #expect(needed(9000).toTell(0.03, error: 0.02, level: 0.005) == .moreInterviews(4920))
    }

    @Test("a difference that would take more households than there are says so")
    func moreThanThereAre() {
        #expect(needed(3490).toTell(0.03, error: 0.02, level: 0.05) == .moreInterviews(2490))
        #expect(needed(3489).toTell(0.03, error: 0.02, level: 0.05) == .moreThanThereAre)
        #expect(needed(1000).toTell(0.03, error: 0.02, level: 0.05) == .moreThanThereAre)
    }

    @Test("in a finite population fewer interviews do: 1/n′ − 1/N = (1/n − 1/N)/r²")
    func finitePopulation() {
        // r² = 3.488395, N = 10,000: 1 ÷ (0.0001 + 0.0009 ÷ 3.488395) = 2793.2
        #expect(
            needed(10_000, isFinite: true).toTell(0.03, error: 0.02, level: 0.05) == .moreInterviews(1800))
        #expect(
            needed(10_000_000, isFinite: true).toTell(0.03, error: 0.02, level: 0.05) == .moreInterviews(2490)
        )
        #expect(needed(3000, isFinite: true).toTell(0.03, error: 0.02, level: 0.05) == .moreThanThereAre)
    }

    @Test("no interviews are named for a difference that is not worth telling, or without end")
    func nothingToName() {
        #expect(needed(35_000).toTell(0.0099, error: 0.005, level: 0.05) == nil)
        #expect(needed(35_000, relevance: 0.05).toTell(0.03, error: 0.02, level: 0.05) == nil)
        #expect(needed(35_000, relevance: 0).toTell(0, error: 0.02, level: 0.05) == nil)
        #expect(needed(35_000).toTell(0.03, error: 0, level: 0.05) == nil)
        // Without a registry, four times those made at most.
        #expect(needed(nil).toTell(0.02, error: 0.02, level: 0.05) == nil)
    }

    @Test("a hidden figure names the interviews that let it be shown")
    func interviewsToShow() {
        let needed = InterviewsNeeded(made: 40, households: 500, isFinite: true, relevance: 0.01)
        #expect(needed.toShow(20, least: 30) == .interviewsToShow(20))
        #expect(needed.toShow(40, least: 30) == nil)
    }

    @Test("the smallest change told lies beyond the floor of relevance")
    func smallestChange() {
        func smallest(_ error: Double) -> Double {
            InterviewsNeeded.smallestTold(
                error: error, degreesOfFreedom: 2000, level: 0.025, relevance: 0.01)
        }
        #expect(abs(smallest(0.02) - (2.2431 + 0.8416) * 0.02) < 1e-5)
        #expect(abs(smallest(0.001) - (0.01 + 0.8416 * 0.001)) < 1e-6)
    }
}
