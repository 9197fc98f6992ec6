import Foundation
import TestSupport
import Testing

@testable import SurveyData

@Test("the page on the data format names every question and every answer")
func dataFormatNamesEverything() throws {
    let page = try String(
        contentsOf: TestFiles.root.appendingPathComponent(
            "Sources/MonthlyAnalysis/MonthlyAnalysis.docc/DataFormat.md"), encoding: .utf8)
    let table = try #require(page.components(separatedBy: "## Questions").dropFirst().first)
        .components(separatedBy: "## Workbooks")[0]
    for variable in Variable.allCases {
        #expect(table.contains("`\(variable.name)`"), "\(variable.name)")
        let codes: [String] =
            switch variable.kind {
            case .choice(let codes), .set(let codes): codes
            default: []
            }
        for code in codes { #expect(table.contains(code), "\(variable.name): \(code)") }
    }
}
