import Readiness
import SurveyData
import Testing
import VolunteerDeployment

@Suite struct QuotaNeedTests {
    private func share(_ steps: [CascadeStep], _ share: Double, _ error: Double?) -> PatternShare {
        PatternShare(
            formerWard: "A", failedSteps: steps, share: share, standardError: error, expectedDossiers: 1.2)
    }

    /// (0.3 − 0.67449 · 0.05) · 370 = 98.52.
    @Test func countsTheLowerQuartileOfHouseholdsThatNobodyAsked() {
        let quotas = QuotaNeed.estimated(
            groups: [group("G1"), group("G2", ward: "B")], surveyed: [GroupID("G1"): 30],
            shares: [share([.knowledge], 0.3, 0.05)])
        #expect(
            quotas == [
                QuotaNeed(
                    group: GroupID("G1"), failedSteps: [.knowledge], count: 98, expectedDossiers: 1.2,
                    mean: 0.3 * 370, standardError: 0.05 * 370)
            ])
    }

    @Test func countsOnNothingWhereTheShareIsNotCertain() {
        let shares = [share([.skill], 0.03, 0.05), share([.eID], 0.3, nil)]
        #expect(QuotaNeed.estimated(groups: [group("G1")], surveyed: [:], shares: shares) == [])
    }

    @Test func neverPassesTheHouseholdsThatAreLeft() {
        let shares = [share([.skill], 0.7, 0), share([.eID], 0.7, 0)]
        let quotas = QuotaNeed.estimated(
            groups: [group("G1", households: 100)], surveyed: [GroupID("G1"): 60], shares: shares)
        #expect(quotas.map(\.count) == [28, 12])
    }
}
