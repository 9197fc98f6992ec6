import SurveyData
import SurveyStatistics
import Testing

@testable import Readiness

@Suite struct SavingsTests {
    private func report(
        _ rows: [(group: String, total: Int, online: Int, count: Int)], sampling: Sampling
    ) throws -> ReadinessReport {
        let groups = try Registry(
            table: WardTable(
                text: "former_ward,residential_group,group_id,households\nA,Tổ 1,A1,1000\nB,Tổ 2,B1,3000\n",
                name: "g"))
        let lines = rows.flatMap { row in
            Array(repeating: "\(row.group),\(row.total),\(row.online)", count: row.count)
        }
        let text =
            (["household_id,residential_group,procedures_total,procedures_online"]
            + lines.enumerated().map { "H\($0.offset),\($0.element)" }).joined(separator: "\n")
        return try ReadinessReport(
            Survey.read(text: text, codebook: Codebook.builtIn(), registry: groups, sampling: sampling),
            target: 0.8)
    }

    private let assumptions = SavingsAssumptions(
        referenceMonths: 2, visitsPerDossier: 1.5, counterMinutesPerDossier: 20, householdMinutesPerVisit: 30,
        costPerVisit: 10_000)

    private let rows = [
        (group: "A1", total: 2, online: 0, count: 60), (group: "A1", total: 1, online: 1, count: 40),
        (group: "B1", total: 2, online: 1, count: 70), (group: "B1", total: 0, online: 0, count: 80),
    ]

    @Test func theWardsDossiersAreOneSurveyTotal() throws {
        let report = try report(rows, sampling: .probability)
        let savings = try #require(try Savings(report, target: 0.8, assumptions: assumptions))
        #expect(savings.basis == .represented)
        let whole = try #require(savings.all)
        // A1: 10 households each; 60 · 1.6 − 40 · 0.2. B1: 20 each; 70 · 0.6.
        let expected: Double = (880 + 840) / 2
        #expect(abs((whole.value ?? 0) - expected) < 1e-9)
        #expect(whole.households == 4000)
        let gaps = report.survey.households.map { household -> Double? in
            0.8 * (household.dossiers.value ?? 0) - (household.dossiersOnline.value ?? 0)
        }
        let total = try report.households.total(of: gaps)
        #expect(abs((whole.value ?? 0) - total.value / 2) < 1e-9)
        #expect(abs((whole.standardError ?? 0) - (total.standardError ?? 1) / 2) < 1e-9)
        #expect(abs((whole.lower ?? 0) - (total.interval?.lower ?? 1) / 2) < 1e-9)
    }

    @Test func volunteersSpeakOfAHundredHouseholdsAsked() throws {
        let report = try report(rows, sampling: .volunteer)
        let savings = try #require(try Savings(report, target: 0.8, assumptions: assumptions))
        #expect(savings.basis == .per100Asked)
        let mean: Double = (96 - 8 + 42) / 250
        #expect(abs((savings.all?.value ?? 0) - 100 * mean / 2) < 1e-9)
    }

    @Test func aPartWhoseShareOnlineIsHiddenHasNoFigure() throws {
        let report = try report(
            rows.dropLast(2) + [(group: "B1", total: 2, online: 1, count: 12)], sampling: .probability)
        let savings = try #require(try Savings(report, target: 0.8, assumptions: assumptions))
        let part = try #require(savings.atTarget.first { $0.domain.code == "B1" })
        #expect(part.value == nil && part.lower == nil)
        #expect(part.reason == .effectiveBase)
        #expect(part.base == 12)
    }

    @Test func aTargetThatIsMetSavesNothingMore() throws {
        let report = try report(
            [(group: "A1", total: 1, online: 1, count: 300), (group: "A1", total: 1, online: 0, count: 20)],
            sampling: .probability)
        let whole = try #require(try Savings(report, target: 0.8, assumptions: assumptions)?.all)
        #expect(whole.value == 0 && whole.lower == 0)
        #expect(whole.isTruncated)
    }

    @Test func amountsFollowTheAssumptions() {
        let saved = assumptions.saved(byDossiers: 100)
        #expect(
            saved
                == SavedAmounts(
                    dossiers: 100, visits: 150, counterHours: 100.0 / 3, householdHours: 75, cost: 1_500_000))
    }

    @Test func aSurveyWithoutDossiersHasNoSavings() throws {
        let survey = try Survey.read(
            text: "household_id,residential_group,smartphone\nA1,1,yes\n", codebook: Codebook.builtIn())
        #expect(
            try Savings(ReadinessReport(survey, target: 0.8), target: 0.8, assumptions: .usual) == nil)
    }
}
