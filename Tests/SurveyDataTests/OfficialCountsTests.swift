import Basics
import Testing

@testable import SurveyData

@Suite struct OfficialCountsTests {
    private func counts(_ text: String) throws -> OfficialCounts {
        try OfficialCounts(table: WardTable(text: text, name: "counts.csv"))
    }

    @Test func aRowForAllStandsBeforeTheSumOfProcedures() throws {
        let counts = try counts(
            """
            month,procedure,dossiers,online
            2025-10,,100,40
            2025-10,birth,30,20
            2025-11,birth,30,20
            2025-11,certification,50,5
            """)
        #expect(
            counts.count(of: "2025-10")
                == .init(month: "2025-10", dossiers: 100, online: 40, isSumOfProcedures: false))
        #expect(
            counts.count(of: "2025-11")
                == .init(month: "2025-11", dossiers: 80, online: 25, isSumOfProcedures: true))
        #expect(counts.count(of: "2025-12") == nil)
    }

    @Test func vietnameseHeadersAndNumbersAreRead() throws {
        let counts = try counts(
            "Tháng;Thủ tục;Số hồ sơ;Số hồ sơ trực tuyến\n10/2025;Tất cả;12.345;5.210\n")
        #expect(
            counts.rows == [.init(month: "2025-10", procedure: nil, dossiers: 12_345, online: 5_210)])
    }

    @Test func procedureMayBeMissing() throws {
        #expect(try counts("month,dossiers,online\n2025-10,10,4\n").count(of: "2025-10")?.online == 4)
    }

    @Test(arguments: [
        ("2025-13,,10,4", "month", "a month, as 2025-10"), ("Thg10-25,,10,4", "month", "a month, as 2025-10"),
        ("2025-10,,ten,4", "dossiers", "a whole number, 0 or more"),
        ("2025-10,,10,", "online", "a whole number, 0 or more"),
        ("2025-10,,10,11", "online", "at most the number of dossiers"),
        ("2025-09,,10,4", "procedure", "one row for each month and procedure"),
    ])
    func aBadRowIsNamedWithItsPlace(row: String, column: String, expected: String) throws {
        let error = try #require(throws: Diagnostic.self) {
            try counts("month,procedure,dossiers,online\n2025-09,,10,4\n\(row)\n")
        }
        #expect(error.line == 3)
        #expect(error.header == column)
        #expect(error.expected.contains(expected), "\(error)")
    }

    @Test(arguments: [
        ("month,dossiers\n2025-10,1\n", "no column online"), ("month,dossiers,online\n", "no counts"),
        ("month,Tháng,dossiers,online\n2025-10,2025-10,1,1\n", "two columns for month"),
    ])
    func aFileThatHoldsNoCountsSaysWhy(text: String, found: String) {
        let error = #expect(throws: Diagnostic.self) { try counts(text) }
        #expect(error?.found.contains(found) == true)
    }
}
