import Readiness
import SurveyData
import SurveyStatistics
import Testing

private let header =
    "household_id,residential_group,smartphone,computer,internet,e_id,skills,knows_process,"
    + "procedures_total,procedures_online,who_filed"

private func readiness(_ row: String) throws -> HouseholdReadiness {
    let survey = try Survey.read(text: "\(header)\nA1,1,\(row)\n", codebook: Codebook.builtIn())
    return HouseholdReadiness(try #require(survey.households.first))
}

private let ready = "yes,no,mobile,level_2,send_file;install_app,yes"

@Suite struct CascadeTests {
    @Test(arguments: [
        ("no,no,none,none,none,no,0,0,", CascadeStep.device),
        ("yes,no,none,none,none,no,0,0,", .connection),
        ("yes,no,mobile,level_1,none,no,0,0,", .eID),
        ("yes,no,mobile,level_2,call,no,0,0,", .skill),
        ("yes,no,mobile,level_2,send_file;install_app,partly,0,0,", .knowledge),
    ])
    func theBarrierIsTheFirstFailedStep(row: String, step: CascadeStep) throws {
        #expect(try readiness(row).barrier == .step(step))
    }

    @Test func aReadyHouseholdHasNoBarrier() throws {
        let household = try readiness("\(ready),1,0,")
        #expect(household.barrier == .none)
        #expect(household.failedSteps.isEmpty)
        #expect(household.passes(.filesOnline) == false)
    }

    @Test func anUnknownAnswerBeforeAnyFailureMakesTheBarrierNotKnown() throws {
        #expect(try readiness("yes,no,,level_1,none,no,0,0,").barrier == .notKnown)
        #expect(try readiness("no,,,,,,0,0,").barrier == .notKnown)
    }

    @Test func whoFilesAloneHasNoBarrierWhateverElseWasSaid() throws {
        let household = try readiness("yes,no,mobile,level_1,none,no,2,2,self")
        #expect(household.barrier == .none)
        #expect(household.isInconsistent)
    }

    @Test func noNeedIsNotANo() throws {
        let household = try readiness("\(ready),0,0,")
        #expect(household.passes(.filesOnline) == nil)
        #expect(household.passes(.filesAlone) == nil)
    }

    @Test func helpIsNotFilingAlone() throws {
        let household = try readiness("\(ready),2,1,assisted")
        #expect(household.passes(.filesOnline) == true)
        #expect(household.passes(.filesAlone) == false)
    }
}

@Suite struct ReportTests {
    private func report(_ rows: [String], sampling: Sampling? = nil) throws -> ReadinessReport {
        let text = ([header] + rows.enumerated().map { "A\($0.offset),1,\($0.element)" }).joined(
            separator: "\n")
        return try ReadinessReport(
            Survey.read(text: text, codebook: Codebook.builtIn(), sampling: sampling), target: 0.8)
    }

    @Test func theThreeRatesAreThree() throws {
        let rows =
            Array(repeating: "\(ready),2,2,self", count: 40)
            + Array(repeating: "\(ready),1,1,on_behalf", count: 40)
            + Array(repeating: "\(ready),2,0,", count: 40) + Array(repeating: "\(ready),0,0,", count: 40)
        let report = try report(rows)
        #expect(report.estimate(.onlineUptakeDossiers)?.estimate?.value == 120.0 / 200)
        #expect(report.estimate(.onlineUptakeHouseholds)?.estimate?.value == 80.0 / 120)
        #expect(report.estimate(.selfFiledHouseholds)?.estimate?.value == 40.0 / 120)
        #expect(report.estimate(.onlineUptakeHouseholds)?.of == 120)
        #expect(report.design.weighting == .equal)
        #expect(report.findings.contains { $0.code == .amongThoseAsked })
    }

    @Test func aSmallSampleIsHiddenWithItsReason() throws {
        let report = try report(Array(repeating: "\(ready),1,1,self", count: 12))
        let figure = try #require(report.estimate(.smartphone))
        #expect(!figure.isShown)
        #expect(figure.gate.reason == .effectiveBase)
        #expect(figure.shown == nil)
    }

    @Test func whatWasNotAskedHasNoFigure() throws {
        let survey = try Survey.read(
            text: "household_id,residential_group,smartphone\nA1,1,yes\nA2,1,no\n",
            codebook: Codebook.builtIn())
        let report = try ReadinessReport(survey, target: 0.8)
        #expect(report.estimate(.onlineUptakeDossiers) == nil)
        #expect(report.estimate(.smartphone) != nil)
    }

    @Test func whatTheCodebookCannotAnswerIsNotAskedRatherThanNone() throws {
        let codebook = try Codebook(
            yaml: """
                codebook: x
                variables:
                  household_id: {headers: [id]}
                  internet: {headers: [net], answers: {unspecified: ["1"], none: ["2"]}}
                """, file: "x.yaml")
        let report = try ReadinessReport(
            Survey.read(text: "id,net\nA,1\nB,2\n", codebook: codebook), target: 0.8)
        #expect(report.estimate(.internet)?.estimate?.value == 0.5)
        #expect(report.estimate(.internetMobile) == nil)
    }

    @Test func weightsComeFromTheRegistryOnlyForARandomSample() throws {
        let groups = try Registry(
            table: WardTable(
                text: "former_ward,residential_group,group_id,households\nA,Tổ 1,A1,100\nA,Tổ 2,A2,300\n",
                name: "g"))
        let rows = (0..<10).map { "B\($0),A1,yes" } + (0..<10).map { "C\($0),A2,no" }
        let text = "household_id,residential_group,smartphone\n" + rows.joined(separator: "\n")
        for (sampling, expected) in [(Sampling.probability, 0.25), (.volunteer, 0.5)] {
            let survey = try Survey.read(
                text: text, codebook: Codebook.builtIn(), registry: groups, sampling: sampling)
            let report = try ReadinessReport(survey, target: 0.8)
            #expect(report.estimate(.smartphone)?.estimate?.value == expected)
        }
    }
}
