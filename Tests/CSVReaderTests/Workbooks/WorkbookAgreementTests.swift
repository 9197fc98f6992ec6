import Basics
import Foundation
import TestSupport
import Testing

@testable import CSVReader

/// Workbooks of `Benchmarks/workbook_files.py` (LibreOffice 7.4.7, openpyxl 3.1.5, XlsxWriter 3.2.9, libxlsxwriter
/// 1.1.4), each beside LibreOffice's export of it.
@Suite struct WorkbookAgreementTests {
    private static let folder = TestFiles.root.appendingPathComponent("Tests/Fixtures/Workbooks")

    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xlsx") }
            .sorted()
    }

    private func records(_ name: String, _ options: CSVOptions = CSVOptions()) throws -> [[String]] {
        var file = try CSVFile(path: Self.folder.appendingPathComponent(name).path, options: options)
        var records: [[String]] = []
        while let block = try file.nextBlock() { records += (0..<block.count).map(block.texts) }
        return records
    }

    private static let shown: CSVOptions = {
        var options = CSVOptions(isRagged: true)
        options.cellForm = .shown
        return options
    }()

    @Test("there are at least twenty workbooks")
    func thereAreTwenty() throws { #expect(try Self.names().count >= 20) }

    @Test("a workbook shows what LibreOffice exports, cell by cell", arguments: try names())
    func workbookShowsItsExport(name: String) throws {
        let export = CSVOptions(delimiter: UInt8(ascii: ","), isRagged: true)
        #expect(
            try records(name, Self.shown)
                == records(name.replacing(".xlsx", with: ".csv"), export))
    }

    @Test("all threads read the same rows, each at its own line")
    func threadsReadTheSame() throws {
        let path = Self.folder.appendingPathComponent("openpyxl-plain.xlsx").path
        for threads in [1, 3] {
            let file = try CSVFile(path: path)
            let states = try file.readAll(threads: threads, into: { [String: Int]() }) { state, block, _ in
                for record in 0..<block.count {
                    state[block.texts(of: record)[0]] = block.line(of: record)
                    #expect(block.number(of: record) == block.line(of: record))
                }
            }
            let all = states.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
            #expect(all.count == 41)
            #expect(all["Mã hộ"] == 1)
            #expect(all["TX04-040"] == 41)
        }
    }

    @Test("hidden rows are read and counted")
    func hiddenRowsAreCounted() throws {
        let file = try CSVFile(path: Self.folder.appendingPathComponent("openpyxl-hidden.xlsx").path)
        #expect(file.hiddenRows == 4)
        #expect(try records("openpyxl-hidden.xlsx") == records("openpyxl-plain.xlsx"))
    }

    @Test("the first day of 1904 makes no difference to a date")
    func daysOf1904AreTheSame() throws {
        #expect(try records("openpyxl-epoch-1904.xlsx") == records("openpyxl-plain.xlsx"))
        #expect(try records("xlsxwriter-1904.xlsx") == records("xlsxwriter-plain.xlsx"))
    }

    @Test("a sheet is taken by its name, and a wrong name gets those that there are")
    func sheetsAreTakenByName() throws {
        #expect(try records("openpyxl-many-sheets.xlsx") == [["Xem trang sau"]])
        #expect(try records("openpyxl-many-sheets.xlsx", CSVOptions(sheet: "Hộ khảo sát")).count == 41)
        let error = #expect(throws: Diagnostic.self) {
            try records("openpyxl-many-sheets.xlsx", CSVOptions(sheet: "Sheet1"))
        }
        #expect(error?.expected == "one of \"Hướng dẫn\", \"Hộ khảo sát\"")
        #expect(throws: Diagnostic.self) { try records("openpyxl-plain.csv", CSVOptions(sheet: "Hộ")) }
    }
}
