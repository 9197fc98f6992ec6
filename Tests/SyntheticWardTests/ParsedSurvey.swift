@testable import SyntheticWard

/// A tiny reader of one synthetic survey file: enough to see what a dialect wrote.
struct ParsedSurvey {
    let headers: [String]
    /// Rows with as many fields as the header, without blank lines and the totals row.
    let rows: [[String]]
    /// Rows with another number of fields.
    let ragged: Int
    let words: DialectWords

    init(_ bytes: [UInt8], dialect: SurveyDialect) {
        words = dialect.words
        let text = words.hasByteOrderMark ? Array(bytes.dropFirst(3)) : bytes
        let records = Self.records(text, delimiter: words.delimiter)
        let head = records.first ?? []
        headers = head
        let filled = records.dropFirst().filter { record in
            record.contains { !$0.isEmpty } && record.first != "Tổng cộng"
        }
        rows = filled.filter { $0.count == head.count }
        ragged = filled.count { $0.count != head.count }
    }

    /// The position of a question's column.
    func place(_ column: SurveyColumn) -> Int {
        words.columns.firstIndex {
            if case .question(column) = $0 { true } else { false }
        } ?? 0
    }

    /// What a cell means, in words that all dialects share: a number, or positions in the code list.
    func meaning(_ column: SurveyColumn, _ row: [String]) -> String {
        let cell = row[place(column)]
        if let reason = words.missing.firstIndex(of: Array(cell.utf8)) { return "missing \(reason)" }
        switch column.kind {
        case .count: return cell
        case .choice:
            if Array(cell.utf8) == words.unknownAnswer { return "unknown" }
            let code = words.answers[column.rawValue].firstIndex(of: Array(cell.utf8))
            let spelled = words.yesNo.compactMap { $0.firstIndex(of: Array(cell.utf8)) }.first
            return (code ?? spelled).map(String.init) ?? "not in the code list: \(cell)"
        case .set:
            let separator = Character(String(decoding: words.setSeparator.prefix(1), as: UTF8.self))
            let places = cell.split(separator: separator).map { part in
                let answer = Array(part.drop { $0 == " " }.utf8)
                return words.answers[column.rawValue].firstIndex(of: answer).map(String.init) ?? "?"
            }
            return places.joined(separator: "+")
        case .text: return cell
        }
    }

    private static func records(_ bytes: [UInt8], delimiter: UInt8) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case delimiter where !isQuoted:
                record.append(String(decoding: field, as: UTF8.self))
                field = []
            case UInt8(ascii: "\n") where !isQuoted:
                if field.last == UInt8(ascii: "\r") { field.removeLast() }
                records.append(record + [String(decoding: field, as: UTF8.self)])
                record = []
                field = []
            default: field.append(byte)
            }
        }
        return records
    }
}
