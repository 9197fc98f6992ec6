import Basics
import Testing

@testable import SurveyData

@Suite struct HolidaysTests {
    private func days(_ text: String) throws -> [String] {
        try Holidays(table: WardTable(text: text, name: "holidays.csv")).days.map(\.text).sorted()
    }

    @Test("days are read as survey files write them, the day before the month where nothing tells")
    func readsDays() throws {
        #expect(try days("date,name\n2025-09-02,Quốc khánh\n2025-09-01,\n") == ["2025-09-01", "2025-09-02"])
        #expect(try days("Ngày;Tên\n2/9/2025;Quốc khánh\n") == ["2025-09-02"])
        #expect(try days("date\n9/28/2025\n9/2/2025\n") == ["2025-09-02", "2025-09-28"])
        #expect(try days("date,name\n").isEmpty)
    }

    @Test("what is no day is refused with its line", arguments: ["soon", "", "2025-02-30", "32/1/2025"])
    func refusesOthers(cell: String) throws {
        let error = #expect(throws: Diagnostic.self) { try days("date,name\n2025-01-01,a\n\(cell),b\n") }
        #expect(error?.line == 3 && error?.header == "date", "\(error.map { "\($0)" } ?? "")")
    }

    @Test func aFileWithoutDatesIsRefused() {
        #expect(throws: Diagnostic.self) { try days("day off,name\n2025-01-01,a\n") }
    }
}
