import Readiness
import SurveyData
import SurveyStatistics
import Testing

@Suite struct OnlyBarrierTests {
    private func finding(_ rows: [(String, Int)]) throws -> Finding? {
        let header = "household_id,residential_group,smartphone,computer,internet,e_id,skills,knows_process"
        let lines = rows.flatMap { Array(repeating: $0.0, count: $0.1) }
        let text = ([header] + lines.enumerated().map { "A\($0.offset),1,\($0.element)" })
            .joined(separator: "\n")
        let report = try ReadinessReport(
            Survey.read(text: text, codebook: Codebook.builtIn()), target: 0.8)
        return report.findings.first { $0.code == .onlyBarrier }
    }

    private let ready = "yes,no,mobile,level_2,send_file;install_app,yes"
    private let eID = "yes,no,mobile,level_1,send_file;install_app,yes"
    private let knowledge = "yes,no,mobile,level_2,send_file;install_app,no"
    private let two = "yes,no,mobile,level_1,send_file;install_app,no"

    @Test func theBarrierThatOpensTheWayForMostIsNamedWhereTheDataTell() throws {
        let finding = try #require(try finding([(ready, 300), (eID, 150), (knowledge, 50), (two, 100)]))
        #expect(finding.step == .eID)
        #expect(finding.certainty == .certain)
        // Households that fail two steps do not count: 150 of 600.
        #expect(finding.figures.first?.estimate?.value == 0.25)
    }

    @Test func twoBarriersTooCloseToTellAreDescribedOnly() throws {
        let finding = try #require(try finding([(ready, 300), (eID, 100), (knowledge, 95)]))
        #expect(finding.step == .eID)
        #expect(finding.certainty == .described)
    }

    @Test func whereNothingMayBeShownNothingIsSaid() throws {
        #expect(try finding([(ready, 5), (eID, 5)]) == nil)
    }
}
