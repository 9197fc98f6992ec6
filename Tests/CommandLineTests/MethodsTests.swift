import Foundation
import TestSupport
import Testing

/// The reference values of the article Methods, run as they stand there.
@Suite struct MethodsTests {
    @Test func theReferenceValuesAreWhatTheProgramGives() throws {
        guard let data = ReferenceFiles.surveyR else { try Test.cancel("\(ReferenceFiles.withoutR)") }
        let article = try String(
            contentsOf: Program.root.appendingPathComponent(
                "Sources/MonthlyAnalysis/MonthlyAnalysis.docc/Methods.md"), encoding: .utf8)
        let rows = article.split(separator: "\n").filter { $0.hasPrefix("| `estimate ") }
        #expect(rows.count == 9)
        for row in rows {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            var words = cells[0].replacing("`", with: "").split(separator: " ").map(String.init)
            words[1] = data.appendingPathComponent(words[1]).path
            let run = try Program.run(words + ["--json", "--quiet"])
            let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            let estimate = (document?["estimates"] as? [[String: Any]])?.first
            for (key, cell) in [("value", cells[1]), ("standardError", cells[2])] {
                let found = try #require((estimate?[key] as? NSNumber)?.doubleValue, "\(cells[0])")
                let expected = try #require(Double(cell))
                #expect(abs(found - expected) <= 0.51e-8, "\(cells[0]): \(key) \(found)")
            }
        }
    }
}
