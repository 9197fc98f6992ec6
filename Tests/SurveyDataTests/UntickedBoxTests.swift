import Testing

@testable import SurveyData

/// Forms with one box: a tick, or nothing.
@Suite struct UntickedBoxTests {
    private func survey(_ cells: [String], _ header: String = "smartphone") throws -> Survey {
        let rows = cells.enumerated().map { "A-\($0),Tổ 1,\($1)\n" }
        return try Survey.read(
            text: "household_id,residential_group,\(header)\n" + rows.joined(), codebook: Codebook.builtIn())
    }

    private func phones(_ survey: Survey) -> [YesNo?] { survey.households.map { $0.smartphone.value } }

    @Test(
        "where ticks are the only answers, an empty box is no, and counted", arguments: ["x", "X ", "✓"])
    func emptyBoxesAreNo(tick: String) throws {
        let read = try survey([tick, "", tick, " "])
        #expect(phones(read) == [.yes, .no, .yes, .no])
        #expect(read.repairs["untickedBlank"] == 2)
        #expect(read.issues.isEmpty)
    }

    @Test(
        "beside other answers, or words for yes, an empty cell is not answered",
        arguments: ["không", "có", "1"])
    func emptyCellsAreNotAnswered(other: String) throws {
        let read = try survey(["x", "", other, ""])
        #expect(phones(read)[1] == nil && phones(read)[3] == nil)
        #expect(read.repairs["untickedBlank"] == nil)
    }

    @Test("a column without any tick says nothing")
    func emptyColumnsSayNothing() throws { #expect(phones(try survey(["", "", ""])) == [nil, nil, nil]) }

    @Test("an unticked e-ID is none, an unticked connection is none")
    func othersAreNone() throws {
        #expect(try survey(["x", ""], "e_id").households.map { $0.eID.value } == [.level2, EIDLevel.none])
        let read = try survey(["x", ""], "internet").households.map { $0.internet.value }
        #expect(read[0]?.contains(.unspecified) == true && read[1]?.contains(.none) == true)
    }
}
