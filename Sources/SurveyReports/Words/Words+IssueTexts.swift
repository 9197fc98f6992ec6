internal import SurveyData

/// What an issue says of its place, in the language of the report.
extension Words {
    /// The head of a column of `rejected.csv` and its fellows.
    func head(_ name: String) -> String {
        language == .vi ? Self.vietnameseHeads[name] ?? name : name
    }

    /// What stood there: a cell's own text as it is, a sentence in the language of the report.
    func found(_ issue: DataIssue) -> String {
        guard let found = issue.found else { return "" }
        return Self.saysFound.contains(issue.code) ? translated(found) ?? "" : found
    }

    /// What should stand there.
    func expected(_ issue: DataIssue) -> String { translated(issue.expected) ?? problem(issue.code).name }

    /// What was done, and what to do.
    func action(_ issue: DataIssue) -> String {
        guard language == .vi else { return issue.action }
        let (name, action) = problem(issue.code)
        return "\(name): \(translated(issue.action) ?? action)"
    }

    /// A sentence of the reading in the language of the report; nil where it is not known.
    private func translated(_ text: String) -> String? {
        if language == .en || text.isEmpty { return text }
        let first = text.utf8.first
        for (english, vietnamese) in Self.issueTexts {
            // Most texts begin otherwise; "{" stands for anything.
            let own = english.utf8.first
            guard own == first || own == UInt8(ascii: "{"), let values = Self.values(in: text, of: english)
            else { continue }
            return values.enumerated().reduce(vietnamese) {
                $0.replacing("{\($1.offset + 1)}", with: $1.element)
            }
        }
        return nil
    }

    /// What stands in the places "{}" of a template; nil where the text is not of it.
    private static func values(in text: String, of template: String) -> [String]? {
        let parts = template.split(separator: "{}", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, text.hasPrefix(first) else { return nil }
        var rest = text.dropFirst(first.count)
        var values: [String] = []
        for (number, part) in parts.enumerated().dropFirst() {
            if part.isEmpty, number == parts.count - 1 {
                values.append(String(rest))
                return values
            }
            let isLast = number == parts.count - 1
            let places = rest.ranges(of: part)
            guard let place = isLast ? places.last : places.first,
                !isLast || place.upperBound == rest.endIndex
            else { return nil }
            values.append(String(rest[..<place.lowerBound]))
            rest = rest[place.upperBound...]
        }
        return rest.isEmpty ? values : nil
    }

    /// Kinds of problems whose `found` is a sentence of the program, not a cell.
    private static let saysFound: Set<DataIssue.Code> = [
        .forbiddenColumn, .passedOverColumn, .noKey, .absentColumn, .fieldCount, .versionBreak,
        .sampleOverRegistry,
    ]

    private static let vietnameseHeads: [String: String] = [
        "file": "tệp", "line": "dòng", "record": "phiếu", "column": "cột", "code": "mã lỗi",
        "found": "đang ghi", "expected": "cần ghi", "action": "cách xử lý", "former_ward": "phường cũ",
        "group_id": "mã tổ", "interviewer": "người khảo sát", "reason_codes": "mã lý do", "reasons": "lý do",
        "repair": "mã sửa", "times": "số lần", "meaning": "nội dung",
    ]
}
