import Basics
import SurveyData
import SurveyStatistics
import Testing

@testable import Readiness

/// Two months of one group each.
private func month(_ date: String, online: ClosedRange<Int>, of households: ClosedRange<Int>) -> String {
    let rows = households.map { household in
        "H\(household),\(date),1,2,\(online.contains(household) ? 2 : 0),\(online.contains(household) ? "self" : "")"
    }
    return
        (["household_id,survey_date,residential_group,procedures_total,procedures_online,who_filed"] + rows)
        .joined(separator: "\n")
}

@Suite struct MonthlyChangeTests {
    private func change(
        _ before: String, _ after: String, codebook: Codebook? = nil, sampling: Sampling? = nil
    ) throws -> ReadinessReport {
        let codebook = try codebook ?? Codebook.builtIn()
        return try ReadinessReport(
            Survey.read(text: after, codebook: codebook, sampling: sampling),
            previous: Survey.read(text: before, codebook: codebook, sampling: sampling), target: 0.8)
    }

    @Test func aLargeRiseIsClaimedAndSaid() throws {
        let report = try change(
            month("2025-08-13", online: 1...60, of: 1...200),
            month("2025-11-13", online: 1...100, of: 1...200), sampling: .probability)
        let headline = try #require(report.change?.headline)
        #expect(headline.verdict == .rose)
        #expect(abs(headline.change.difference.value - 0.2) < 1e-12)
        #expect(report.change?.commonHouseholds == 200)
        let finding = try #require(report.findings.first { $0.code == .uptakeRose })
        #expect(finding.certainty == .certain)
        #expect(try #require(finding.test?.pValue) < 0.025)
    }

    @Test func amongVolunteersNoRiseOfTheWardIsClaimed() throws {
        let report = try change(
            month("2025-08-13", online: 1...60, of: 1...200),
            month("2025-11-13", online: 1...100, of: 1...200))
        #expect(!report.findings.contains { $0.code == .uptakeRose })
        #expect(report.findings.first { $0.code == .figureRose }?.certainty == .described)
    }

    /// 40 of 200 households changed to online, none back: the pairs tell more than two samples would.
    @Test func householdsAskedTwiceMakeAChangeSurer() throws {
        let paired = try change(
            month("2025-08-13", online: 1...60, of: 1...200),
            month("2025-11-13", online: 1...100, of: 1...200))
        let apart = try change(
            month("2025-08-13", online: 1...60, of: 1...200),
            month("2025-11-13", online: 301...400, of: 301...500))
        let (sure, unsure) = (
            try #require(paired.change?.headline?.change.difference.standardError),
            try #require(apart.change?.headline?.change.difference.standardError)
        )
        #expect(sure < 0.7 * unsure)
    }

    @Test("a change that is left open names the smallest change that is told, never households")
    func openChange() throws {
        let report = try change(
            month("2025-08-13", online: 111...170, of: 1...200),
            month("2025-11-13", online: 121...194, of: 101...300))
        let finding = try #require(report.findings.first { $0.code == .uptakeChangeNotTellable })
        #expect(finding.certainty == .open)
        #expect(finding.moreInterviews == nil)
        let change = try #require(report.change?.headline?.change)
        let (error, df) = (change.difference.standardError ?? 0, Double(change.difference.degreesOfFreedom))
        guard case .smallestChange(let sample, let again) = finding.outlook else {
            Issue.record("\(String(describing: finding.outlook))")
            return
        }
        #expect(abs(sample - (Distributions.tQuantile(0.9875, df: df) + 0.8416212336) * error) < 1e-9)
        let panel = try #require(change.panelStandardError)
        let full = Double(change.after.degreesOfFreedom)
        #expect(
            abs(try #require(again) - (Distributions.tQuantile(0.9875, df: full) + 0.8416212336) * panel)
                < 1e-9)
    }

    @Test func aSeriesIsCutWhereTheQuestionChanged() throws {
        let yaml = """
            codebook: x
            variables:
              household_id: {headers: [household_id], required: true}
              survey_date: {headers: [survey_date]}
              residential_group: {headers: [residential_group]}
              procedures_total: {headers: [procedures_total]}
              procedures_online: {headers: [procedures_online], breaks: ["2025-11"]}
            """
        let cut = try change(
            month("2025-08-13", online: 1...60, of: 1...200),
            month("2025-11-13", online: 1...90, of: 1...200),
            codebook: Codebook(yaml: yaml, file: "x.yaml"))
        #expect(cut.change?.cut == [.onlineUptakeDossiers])
        #expect(cut.change?.headline == nil)
        #expect(cut.findings.contains { $0.code == .seriesCut })
        #expect(throws: (any Error).self) {
            try Codebook(yaml: yaml.replacing("2025-11", with: "November"), file: "x.yaml")
        }
    }

    @Test func twoMonthsTogetherAreTwoSurveys() throws {
        let before = month("2025-10-13", online: 1...60, of: 1...200)
        let after = month("2025-11-13", online: 1...90, of: 1...200)
        let older = month("2025-09-13", online: 1...50, of: 1...200)
        var reading = SurveyReading(codebook: try Codebook.builtIn(), registry: nil, sampling: nil)
        for (place, text) in [after, older, before].enumerated() {
            try reading.add(text: text, name: "\(place).csv")
        }
        let read = try reading.months(.period(try #require(Period("2025-11"))))
        #expect(read.survey.files == ["0.csv"])
        #expect(read.survey.counts.accepted == 200 && read.survey.counts.rejected == 0)
        #expect(read.previous?.month == "2025-10")
        #expect(read.unused == ["1.csv"])
    }
}

@Suite struct GreatestBarrierTests {
    private static let header =
        "household_id,residential_group,smartphone,computer,internet,e_id,skills,knows_process,"
        + "procedures_total,procedures_online,who_filed"

    /// `eID` households that fail only the e-ID, `skill` that fail only the skill, `none` that fail nothing.
    private func report(eID: Int, skill: Int, none: Int) throws -> ReadinessReport {
        let kinds =
            Array(repeating: ("none", "send_file;install_app"), count: eID)
            + Array(repeating: ("level_2", "call"), count: skill)
            + Array(repeating: ("level_2", "send_file;install_app"), count: none)
        let rows = kinds.enumerated().map { place, kind in
            "H\(place),1,yes,no,fixed,\(kind.0),\(kind.1),yes,1,0,"
        }
        return try ReadinessReport(
            Survey.read(text: ([Self.header] + rows).joined(separator: "\n"), codebook: Codebook.builtIn()),
            target: 0.8)
    }

    @Test func nothingIsTheGreatestBesideAHiddenGreaterOne() throws {
        let report = try report(eID: 21, skill: 12, none: 9)
        #expect(report.estimate(.barrierEID)?.isShown == false)
        #expect(report.estimate(.barrierSkill)?.isShown == true)
        #expect(!report.findings.contains { $0.code == .mainBarrier })
    }

    @Test func whereNobodyHasABarrierThereIsNoGreatest() throws {
        let codes = try report(eID: 0, skill: 0, none: 60).findings.map(\.code)
        #expect(!codes.contains(.mainBarrier) && !codes.contains(.mainBarrierNotTellable))
    }

    @Test func aGreatestThatCanBeToldIsSaid() throws {
        let report = try report(eID: 180, skill: 60, none: 160)
        let finding = try #require(report.findings.first { $0.code == .mainBarrier })
        #expect(finding.step == .eID && finding.certainty == .certain)
    }
}

@Suite struct ModelledSharesTests {
    /// 12 groups of 100 households; 20 asked in the first eleven.
    private func report(sampling: Sampling) throws -> ReadinessReport {
        let groups = (1...12).map { "W\($0 % 2),Tổ \($0),G\($0),100,0.\(9 + $0),,,\($0)" }
        let registry = try Registry(
            table: WardTable(
                text: ([
                    "former_ward,residential_group,group_id,households,people_60_plus_share,lat,lon,"
                        + "site_distance_km"
                ] + groups).joined(separator: "\n"), name: "g"))
        var random = SplitMix64(seed: 3)
        let rows = (1...11).flatMap { group in
            (0..<20).map { "G\(group)-\($0),G\(group),\(random.below(12) < group ? "yes" : "no")" }
        }
        let text = (["household_id,residential_group,smartphone"] + rows).joined(separator: "\n")
        return try ReadinessReport(
            Survey.read(text: text, codebook: Codebook.builtIn(), registry: registry, sampling: sampling),
            target: 0.8)
    }

    @Test func aGroupWithoutInterviewsIsPredictedAndMarked() throws {
        let report = try report(sampling: .probability)
        let predicted = try #require(report.modelled(.smartphone, group: "G12"))
        #expect(predicted.isModelled)
        #expect(predicted.model?.basis == .synthetic)
        #expect(predicted.of == 0)
        #expect(report.modelled(.smartphone, group: "G11")?.model?.basis == .combined)
        #expect(report.estimate(.smartphone, kind: .residentialGroup, code: "G12")?.estimate == nil)
    }

    @Test func volunteersSayNothingOfGroupsThatWereNotAsked() throws {
        #expect(try report(sampling: .volunteer).modelled(.smartphone, group: "G12") == nil)
    }

    /// Eleven groups of the same size and the twelfth: their mean is the ward's.
    @Test func groupsAddUpToTheWard() throws {
        let report = try report(sampling: .probability)
        let ward = try #require(report.estimate(.smartphone)?.estimate?.value)
        let groups = report.modelled.estimates.filter { $0.indicator == .smartphone }
        let mean = groups.compactMap { $0.estimate?.value }.reduce(0, +) / 12
        #expect(groups.count == 12)
        #expect(abs(mean - ward) < 1e-9)
    }
}
