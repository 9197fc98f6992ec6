internal import Basics

/// What a cell in the column of one choice says.
enum Tick: Sendable, Equatable {
    case ticked, unticked
    case missing(MissingReason)
    case invalid
}

/// Reads the cells of one choice's column: 1 and 0, a cross, yes and no, the choice's own name.
struct TickReader: Sendable {
    private let names: Set<String>
    private let missing: [String: MissingReason]
    private let isOther: Bool
    private let yesNo: [String: Int]

    /// - Parameter yesNo: what the codebook calls yes (0) and no (1), folded.
    init(rule: VariableRule, code: Int, yesNo: [String: Int]) {
        let codes = rule.variable.codes
        names = Set(rule.answers.filter { $0.value == code }.map(\.key) + [fold(codes[code])])
        isOther = codes[code] == "other"
        missing = rule.missing
        self.yesNo = yesNo
    }

    func read(_ cell: String) -> Tick {
        let text = trimmed(cell)
        if text.isEmpty { return .missing(.blank) }
        let key = AnswerReader.key(text, fold(text))
        if let answer = yesNo[key] { return answer == 0 ? .ticked : .unticked }
        if Self.yes.contains(key) || names.contains(key) { return .ticked }
        if Self.no.contains(key) { return .unticked }
        if let reason = missing[key] { return .missing(reason) }
        // What was written beside "other" is its text.
        return isOther ? .ticked : .invalid
    }

    /// Whether a cell holds a tick and no word: where no other answer is found, a form with one box was filled in.
    static func isMark(_ cell: String) -> Bool { marks.contains(fold(trimmed(cell))) }

    private static let marks = Set(["x", "v", "✓", "✔", "☑", "✅", "√", "+"].map(fold))

    private static let yes = Set(
        [
            "1", "true", "t", "yes", "y", "x", "v", "√", "+", "✓", "✔", "☑", "✅", "checked", "selected",
            "ticked", "on",
            "có", "c", "đúng", "rồi", "đã chọn", "chọn",
        ].map(fold))
    private static let no = Set(
        [
            "0", "false", "f", "no", "n", "☐", "✗", "✘", "unchecked", "not checked", "not selected",
            "unselected", "off", "không", "ko", "k", "chưa", "không chọn", "chưa chọn",
        ].map(fold))
}
