import Basics
import CSVReader
import Foundation
import TestSupport
import Testing

@testable import SurveyData
@testable import SyntheticWard

/// One month in many forms: header language, answer wording, encoding, separator, quoting, line ends.
@Suite struct FormMutationTests {
    /// 200 seeds in ten batches; the seed of a failure is printed.
    @Test(arguments: 0..<10)
    func everyFormHoldsTheSameHouseholds(batch: Int) throws {
        for seed in batch * 20..<(batch + 1) * 20 {
            var random = SplitMix64(test: seed)
            let ward = UInt64.random(in: 1...4, using: &random)
            func survey(_ dialect: SurveyDialect) -> SyntheticSurvey {
                SyntheticSurvey(
                    SyntheticWardSettings(households: 120, months: 1, seed: ward, dialect: dialect))
            }
            func month(_ dialect: SurveyDialect) -> [UInt8] { survey(dialect).file(month: 0) }
            let groups = String(decoding: survey(.canonical).population.registryFile(), as: UTF8.self)
            let registry = try Registry(table: WardTable(text: groups, name: "groups.csv"))
            func read(_ bytes: [UInt8]) throws -> Survey {
                try Survey.read(bytes: bytes, codebook: Codebook.builtIn(), registry: registry)
            }
            let expected = Self.answers(of: try read(month(.canonical)))
            let dialect = SurveyDialect.allCases.randomElement(using: &random) ?? .canonical
            var form = Form.random(&random)
            var bytes = try form.written(records(month(dialect)))
            if bytes == nil {
                // The encoding's table is among the reference data.
                form.encoding = .utf8
                bytes = try form.written(records(month(dialect)))
            }
            let found = Self.answers(of: try read(try #require(bytes)))
            #expect(found.count == expected.count, "seed \(seed): \(dialect) \(form)")
            for (id, answers) in expected where found[id] != answers {
                Issue.record(
                    "seed \(seed): \(dialect) \(form): \(id)\n\(answers)\n\(found[id] ?? "absent")")
                break
            }
        }
    }

    private func records(_ bytes: [UInt8]) throws -> [[String]] {
        var file = try CSVFile(bytes: bytes, name: "month.csv")
        var records: [[String]] = []
        while let block = try file.nextBlock() { records += (0..<block.count).map { block.texts(of: $0) } }
        return records
    }

    /// Everything that is not free text, by household.
    private static func answers(of survey: Survey) -> [String: String] {
        var answers: [String: String] = [:]
        for household in survey.households {
            let place = fold((household.formerWard ?? "") + (household.group?.text ?? ""))
            let told = Variable.allCases.map { household.answerCode($0).map { "\($0)" } ?? "" }
            answers[household.id.text] =
                "\(told) \(place) \(household.date.map { "\($0)" } ?? "")"
        }
        return answers
    }
}

/// How one file is written.
private struct Form {
    var encoding: TextEncoding
    let isMojibake: Bool
    let hasBOM: Bool
    let isDecomposed: Bool
    let delimiter: String
    let lineEnd: String
    let quotesAll: Bool
    let hasTitle: Bool

    static func random(_ random: inout SplitMix64) -> Form {
        let encodings: [TextEncoding] = [
            .utf8, .utf16LittleEndian, .utf16BigEndian, .windows1258, .tcvn3, .viscii, .vni,
        ]
        let encoding = encodings.randomElement(using: &random) ?? .utf8
        let legacy: Set<TextEncoding> = [.tcvn3, .vni, .viscii, .windows1258]
        return Form(
            encoding: encoding, isMojibake: legacy.contains(encoding) && random.chance(0.3),
            hasBOM: random.chance(0.5), isDecomposed: encoding == .utf8 && random.chance(0.3),
            delimiter: [",", ";", "\t", "|"].randomElement(using: &random) ?? ",",
            lineEnd: ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n",
            quotesAll: random.chance(0.3),
            hasTitle: random.chance(0.3))
    }

    /// nil where the encoding's table is absent.
    func written(_ records: [[String]]) throws -> [UInt8]? {
        var lines = records.map { record in
            record.map { cell in
                let needed = cell.contains { $0 == "\"" || $0.isNewline || String($0) == delimiter }
                return quotesAll || needed ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
            }.joined(separator: delimiter)
        }
        if hasTitle {
            let more = String(repeating: delimiter, count: max(0, (records.first?.count ?? 1) - 1))
            lines.insert("KẾT QUẢ KHẢO SÁT HỘ GIA ĐÌNH" + more, at: 0)
        }
        var text = lines.joined(separator: lineEnd) + lineEnd
        if isDecomposed { text = text.decomposedStringWithCanonicalMapping }
        guard let bytes = LegacyEncoder.bytes(text, in: encoding) else { return nil }
        if isMojibake { return LegacyEncoder.mojibake(bytes) }
        return (encoding == .utf8 && hasBOM ? [0xEF, 0xBB, 0xBF] : []) + bytes
    }
}
