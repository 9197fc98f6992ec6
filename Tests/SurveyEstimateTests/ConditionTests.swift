import Basics
import SurveyEstimate
import Testing

@Suite struct ConditionTests {
    /// Rows (from 1) of four where the condition holds.
    private func rows(_ expression: String) throws -> [Int] {
        let text = """
            id,stype,sch.wide,enroll,former ward,ghi_chú
            1,E,Yes,600,A B,có
            2,H,No,1200.50,C,không
            3,E,NA,,A B,
            4,01,Yes,-5,C,có
            """
        let condition = try Condition(expression)
        let table = try DataFile(bytes: Array(text.utf8), name: "four.csv").read(condition.columns)
        return try condition.truth(in: table).enumerated().filter { $0.element == .yes }.map { $0.offset + 1 }
    }

    @Test(arguments: [
        ("stype = E", [1, 3]), ("stype == E", [1, 3]), ("stype=\"E\"", [1, 3]), ("stype = 'E'", [1, 3]),
        ("stype != E", [2, 4]), ("sch.wide = Yes", [1, 4]), ("`sch.wide` = \"Yes\"", [1, 4]),
        ("enroll > 600", [2]), ("enroll >= 600", [1, 2]), ("enroll < 600", [4]), ("enroll <= 6e2", [1, 4]),
        ("enroll = 1200.5", [2]), ("enroll = -5", [4]), ("enroll>+1e+3", [2]), ("enroll = \"600\"", [1]),
        ("stype = 1", [4]), ("stype = 01", [4]), ("stype >= E", [1, 2, 3]),
        ("`former ward` = \"A B\"", [1, 3]), ("ghi_chú = có", [1, 4]), ("stype in (H, 1)", [2, 4]),
        ("stype not in (H, 1)", [1, 3]), ("missing(enroll)", [3]), ("not missing(enroll)", [1, 2, 4]),
        ("stype = E and enroll > 0", [1]), ("stype = H or stype = E", [1, 2, 3]),
        ("stype = H or stype = E and enroll > 0", [1, 2]),
        ("(stype = H or stype = E) and enroll > 0", [1, 2]),
        ("NOT (stype = E) AND enroll > 0", [2]), ("not not stype = H", [2]), ("id in (1, 4)", [1, 4]),
        ("stype = \"say \"\"E\"\"\"", []), ("\tstype\n=\nE ", [1, 3]),
    ])
    func rowsWhereItHolds(_ expression: String, _ expected: [Int]) throws {
        #expect(try rows(expression) == expected)
    }

    @Test(
        "a list holds an item, whole or with a comma inside",
        arguments: [
            ("skills ~ call", [1, 2]), ("not skills ~ call", [3]), ("skills ~ \"copy, paste\"", [2]),
            ("skills~pay and skills~call", [1]),
        ])
    func listsHoldItems(_ expression: String, _ expected: [Int]) throws {
        let text = "id,skills\n1,\"call, pay\"\n2,\"call, copy, paste\"\n3,pay\n4,\n"
        let condition = try Condition(expression)
        let table = try DataFile(bytes: Array(text.utf8), name: "lists.csv").read(condition.columns)
        let truths = try condition.truth(in: table)
        #expect(truths.indices.filter { truths[$0] == .yes }.map { $0 + 1 } == expected)
    }

    @Test(arguments: [
        // Row 3 has neither an enrolment nor an answer to sch.wide.
        ("enroll > 0 or sch.wide = Yes", [1, 2, 4]), ("not enroll > 0", [4]), ("not sch.wide = Yes", [2]),
        ("sch.wide != Yes", [2]), ("sch.wide in (Yes, No)", [1, 2, 4]),
        ("enroll > 0 or stype = E", [1, 2, 3]),
        ("not (enroll > 0 and stype = H)", [1, 3, 4]), ("sch.wide not in (No)", [1, 4]),
    ])
    func aComparisonWithAMissingCellIsNotKnown(_ expression: String, _ expected: [Int]) throws {
        #expect(try rows(expression) == expected)
    }

    @Test(arguments: [
        ("", 1, "the end", "a column (in backticks if its name is not a plain word)"),
        ("stype", 6, "the end", "a comparison (= != < <= > >= ~) or in"),
        ("stype E", 7, "\"E\"", "a comparison (= != < <= > >= ~) or in"),
        ("stype =", 8, "the end", "a number or a text"),
        ("stype = and", 9, "\"and\"", "a number or a text"),
        ("stype = `E`", 9, "`E`", "a number or a text"),
        ("stype = E enroll", 11, "\"enroll\"", "and, or, or the end"),
        ("stype = E and", 14, "the end", "a column (in backticks if its name is not a plain word)"),
        ("(stype = E", 11, "the end", "and, or, or \")\""),
        ("stype = E)", 10, "\")\"", "and, or, or the end"),
        ("stype in E", 10, "\"E\"", "\"(\""), ("stype in ()", 11, "\")\"", "a number or a text"),
        ("stype in (E F)", 13, "\"F\"", "\",\" or \")\""), ("stype not E", 11, "\"E\"", "in"),
        ("missing(stype", 14, "the end", "\")\""),
        ("5 = stype", 1, "\"5\"", "a column (in backticks if its name is not a plain word)"),
        ("stype = \"E", 9, "\" that never closes", "another \" behind it"),
        ("stype ! E", 7, "\"!\"", "a comparison: = != < <= > >= ~"),
        ("stype = E & enroll > 5", 11, "\"&\"", "a column, a number, a text, a comparison or a parenthesis"),
        ("enroll = -x", 10, "\"-\"", "a column, a number, a text, a comparison or a parenthesis"),
    ])
    func anErrorNamesItsPositionAndWhatWasExpected(
        _ expression: String, _ position: Int, _ found: String, _ expected: String
    ) {
        let error = #expect(throws: Fault.self) { try Condition(expression) }
        #expect(error?.place == "position \(position)")
        #expect(error?.found == found)
        #expect(error?.expected == expected)
    }

    @Test func aTextComparedBySizeWithANumberIsNamedByItsLine() {
        let error = #expect(throws: Diagnostic.self) { try rows("stype > 5") }
        #expect(error?.file == "four.csv:2, column \"stype\"")
        #expect(error?.found == "a text of 1 character")
    }

    @Test func deepNestingIsRefusedNotCrashed() {
        let deep = String(repeating: "(", count: 100_000) + "a = 1"
        #expect(throws: Fault.self) { try Condition(deep) }
        #expect(throws: Fault.self) {
            try Condition(String(repeating: "not ", count: 100_000) + "a = 1")
        }
    }
}
