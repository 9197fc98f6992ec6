import SurveyData
import SurveyStatistics
import Testing

@testable import Readiness

/// Questions that ask for several months, put every month.
@Suite struct RecallWindowTests {
    private func month(_ month: String, online: Int, device: Int) -> String {
        let rows = (1...400).map { household in
            let files = household <= online
            return "H\(household),\(month)-13,1,2,\(files ? 2 : 0),\(files ? "self" : ""),"
                + "\(household <= device ? "yes" : "no")"
        }
        return
            ([
                "household_id,survey_date,residential_group,procedures_total,procedures_online,who_filed,"
                    + "smartphone"
            ] + rows).joined(separator: "\n")
    }

    /// 25 points more online and 25 points more devices in each file than in the one before.
    private func report(_ months: [String], of last: String, codebook: Codebook? = nil) throws
        -> ReadinessReport
    {
        var reading = SurveyReading(
            codebook: try codebook ?? Codebook.builtIn(), registry: nil, sampling: .probability)
        for (place, name) in months.enumerated() {
            try reading.add(
                text: month(name, online: 50 + 60 * place, device: 380 - 60 * place), name: "\(name).csv")
        }
        return try ReadinessReport(
            reading.months(.period(try #require(Period(last)))), target: 0.8)
    }

    private func codebook(_ months: Int?) throws -> Codebook {
        let period = months.map { ", referenceMonths: \($0)" } ?? ""
        return try Codebook(
            yaml: """
                codebook: x
                variables:
                  household_id: {headers: [household_id], required: true}
                  survey_date: {headers: [survey_date]}
                  residential_group: {headers: [residential_group]}
                  procedures_total: {headers: [procedures_total]\(period)}
                  procedures_online: {headers: [procedures_online]\(period)}
                  smartphone: {headers: [smartphone], answers: {"yes": ["yes"], "no": ["no"]}}
                """, file: "x.yaml")
    }

    @Test("three-month questions have no change to the month before, and say from when on they have")
    func noChangeToTheMonthBefore() throws {
        let report = try report(["2025-09", "2025-10", "2025-11"], of: "2025-11")
        let change = try #require(report.change)
        #expect(change.headline == nil && !change.figures.contains { $0.indicator == .selfFiledHouseholds })
        #expect(change.overlaps.map(\.indicator) == [.onlineUptakeDossiers, .selfFiledHouseholds])
        #expect(change.overlaps.allSatisfy { $0.referenceMonths == 3 && $0.comparableFrom == "2025-12" })
        let finding = try #require(report.findings.first { $0.code == .uptakeChangeNotTellable })
        #expect(finding.certainty == .open && finding.overlap == change.overlaps.first)
        #expect(finding.change == nil && finding.moreInterviews == nil)
        // A state is compared with the month before.
        let device = try #require(change.figures.first { $0.indicator == .lacksEquipment })
        #expect(device.since == "2025-10" && device.verdict == .rose)
        #expect(change.previousMonth == "2025-10")
    }

    @Test("dossiers are compared with the month that lies a reference period before")
    func comparedAcrossThePeriod() throws {
        let report = try report(
            ["2025-07", "2025-08", "2025-09", "2025-10", "2025-11"], of: "2025-11")
        let change = try #require(report.change)
        let headline = try #require(change.headline)
        #expect(headline.since == "2025-08" && headline.verdict == .rose)
        #expect(abs(headline.change.difference.value - 180.0 / 400) < 1e-12)
        #expect(change.previousMonth == "2025-08" && change.overlaps.isEmpty)
        #expect(change.figures.first { $0.indicator == .lacksEquipment }?.since == "2025-10")
        #expect(change.figures.first { $0.indicator == .selfFiledHouseholds }?.since == "2025-08")
        #expect(report.findings.contains { $0.code == .uptakeRose })
    }

    @Test("a gap in the months is bridged", arguments: [("2025-06", "2025-06"), ("2025-01", "2025-01")])
    func aGap(earlier: String, since: String) throws {
        let report = try report([earlier, "2025-09"], of: "2025-09")
        #expect(report.change?.headline?.since == since)
    }

    @Test(
        "a window reaches over the turn of the year", arguments: [("2025-11", nil), ("2025-10", "2025-10")])
    func turnOfTheYear(earlier: String, since: String?) throws {
        let report = try report([earlier, "2026-01"], of: "2026-01")
        #expect(report.change?.headline?.since == since)
        if since == nil { #expect(report.change?.overlaps.first?.comparableFrom == "2026-02") }
    }

    @Test(
        "the codebook says how many months a question covers",
        arguments: [(1, "2025-10"), (2, "2025-09"), (3, nil), (12, nil), (nil, nil)] as [(Int?, String?)])
    func codebookPeriod(months: Int?, since: String?) throws {
        let report = try report(
            ["2025-09", "2025-10", "2025-11"], of: "2025-11", codebook: try codebook(months))
        #expect(report.change?.headline?.since == since)
        if since == nil {
            #expect(report.change?.overlaps.first?.referenceMonths == months ?? 3)
        }
    }

    @Test("a survey of several months is compared with what lies before its first")
    func aPeriod() throws {
        let report = try report(["2025-07", "2025-08", "2025-11"], of: "2025-10..2025-12")
        #expect(report.change?.headline?.since == "2025-07")
    }

    @Test("a question that was put in another way can be compared a reference period after that")
    func aBreak() throws {
        let overlap = RecallOverlap(
            .onlineUptakeDossiers, referenceMonths: 3, months: ["2025-08", "2025-09", "2025-10"],
            cuts: ["2025-10", "2026-02"])
        #expect(overlap.comparableFrom == "2026-01")
    }
}
