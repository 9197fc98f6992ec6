internal import Basics
internal import CSVReader
internal import Foundation

/// What the answers of a column say under a variable's rule.
struct DraftAnswers {
    /// Code → answers as the file writes them.
    private(set) var texts: [(code: String, texts: [String])] = []
    /// Cells for "no answer" that the ward's codebook does not know.
    private(set) var missing: [(reason: MissingReason, texts: [String])] = []
    /// Answers whose meaning is not known.
    private(set) var open: [String] = []
    /// The share of the answers that is understood (0…1).
    private(set) var understood = 0.0
    /// Codes that some answer means, "none" and "other" left out.
    private(set) var codesFound: Set<String> = []
    /// Whether 1 is read as yes and 2 as no, whatever the ward's codebook says.
    private(set) var isNumbered = false

    /// Answers that were told by their words alone.
    private(set) var byWords: [String] = []
    private let goesByWords: Bool

    /// - Parameters:
    ///   - marks: how the column writes numbers.
    ///   - goesByWords: whether answers in other words are taken by what they say: where the header tells the question.
    init(
        _ column: ColumnProfile, _ rule: VariableRule, marks: NumberMarks = NumberMarks(decimal: .point),
        goesByWords: Bool = false
    ) {
        self.goesByWords = goesByWords && column.different <= 60
        let reader = AnswerReader(rule: rule, marks: marks)
        let codes = rule.variable.codes
        isNumbered = codes == ["yes", "no"] && Self.isNumbered(column, from: 1)
        let isBinary = codes == ["yes", "no"] && Self.isNumbered(column, from: 0)
        var byReason: [MissingReason: [String]] = [:]
        var count = 0
        // A question's answers are told from other texts by the first of them.
        let most = Self.isHopeless(column, reader) ? 0 : column.answers.count
        for (text, often) in column.answers.prefix(most) {
            if let number = Self.number(text), let reason = Self.reasons[number],
                isNumbered || isBinary || rule.variable.kind == .count && Self.isFarOff(number, column, rule)
            {
                byReason[reason, default: []].append(text)
                count += often
            } else if add(text, reader) {
                count += often
            } else {
                open.append(text)
            }
        }
        codesFound.subtract(["none", "other"])
        texts = codes.compactMap { code in byCode[code].map { (code, $0.sorted()) } }
        missing = MissingReason.allCases.compactMap { reason in
            byReason[reason].map { (reason, $0.sorted()) }
        }
        let all = column.answers.reduce(0) { $0 + $1.count }
        understood = all > 0 ? Double(count) / Double(all) : 0
    }

    private var byCode: [String: [String]] = [:]

    /// Takes an answer in; false where its meaning is not known.
    private mutating func add(_ text: String, _ reader: AnswerReader) -> Bool {
        let rule = reader.rule
        if isNumbered, let number = Self.number(text) {
            guard let code = [1: "yes", 2: "no"][number] else { return false }
            byCode[code, default: []].append(text)
            return true
        }
        switch Self.reading(text, reader) {
        case .coded(let value):
            let own = Self.codes(value, rule)
            codesFound.formUnion(own)
            if case .set = rule.variable.kind {
                // What a list of one says is known by the item.
                let item = text.trimmingCharacters(in: CharacterSet(charactersIn: ";,| "))
                if own.count == 1, rule.answers[fold(item)] != nil {
                    byCode[own[0], default: []].append(item)
                }
            } else {
                byCode[own[0], default: []].append(text)
            }
        case .partly(let value, _):
            codesFound.formUnion(Self.codes(value, rule))
            _ = addByWords(text, rule)
        case .missing, .number, .date, .text: break
        default: return addByWords(text, rule)
        }
        return true
    }

    /// Takes an answer, or the items of a list, by their words; false where none says anything.
    private mutating func addByWords(_ text: String, _ rule: VariableRule) -> Bool {
        guard goesByWords, !PersonalText.mayTell(text) else { return false }
        let isSet = !rule.variable.isChoice && !rule.variable.codes.isEmpty
        var isKnown = false
        for item in isSet ? AnswerList.items(text) : [text] where rule.answers[fold(item)] == nil {
            let isOther = rule.otherPrefixes.contains { fold(item).hasPrefix($0) }
            guard !isOther, let code = AnswerWords.code(item, of: rule.variable) else { continue }
            isKnown = true
            if byCode[code]?.contains(item) == true { continue }
            byCode[code, default: []].append(item)
            byWords.append(item)
            codesFound.insert(code)
        }
        return isKnown
    }

    /// Whether none of the most frequent of many answers is one that the rule knows.
    private static func isHopeless(_ column: ColumnProfile, _ reader: AnswerReader) -> Bool {
        guard !reader.rule.variable.codes.isEmpty, column.different > 60 else { return false }
        return column.answers.prefix(20).allSatisfy {
            if case .invalid = reading($0.text, reader) { true } else { false }
        }
    }

    /// An answer, with the number of its code before it ("1. yes") or without.
    private static func reading(_ text: String, _ reader: AnswerReader) -> CellReading {
        let whole = reader.read(text)
        guard case .invalid(.invalidAnswer, _) = whole, let label = label(text) else { return whole }
        let rest = reader.read(label)
        if case .coded = rest { return rest }
        return whole
    }

    /// What stands behind the number of a code: "yes" of "1. yes".
    private static func label(_ text: String) -> String? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count) else { return nil }
        let rest = trimmed(String(text[digits.endIndex...]))
        guard let mark = rest.first, ".:=)-–".contains(mark) else { return nil }
        let label = trimmed(String(rest.dropFirst()))
        return label.first?.isLetter == true ? label : nil
    }

    private static func codes(_ value: UInt32, _ rule: VariableRule) -> [String] {
        let codes = rule.variable.codes
        if case .set = rule.variable.kind {
            return codes.indices.filter { value & 1 << UInt32($0) != 0 }.map { codes[$0] }
        }
        return [codes[Int(value)]]
    }

    private static func number(_ text: String) -> Int? {
        let whole = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        return whole.utf8.count <= 4 ? Int(whole) : nil
    }

    /// Whether nearly all answers are 1 and 2, or 0 and 1: the numbers of yes and no in questionnaires. The others
    /// must be numbers that say why there is no answer.
    private static func isNumbered(_ column: ColumnProfile, from first: Int) -> Bool {
        let usual = [first, first + 1]
        let numbers = column.answers.map { number($0.text) }
        guard usual.allSatisfy(numbers.contains),
            numbers.allSatisfy({ number in number.map { usual.contains($0) || reasons[$0] != nil } ?? false })
        else { return false }
        return column.share { text in number(text).map(usual.contains) ?? false } >= ColumnProfile.most
    }

    /// Whether a code such as 99 stands far behind the other numbers of a column.
    private static func isFarOff(_ number: Int, _ column: ColumnProfile, _ rule: VariableRule) -> Bool {
        if (0..<77).contains(number) { return false }
        if let range = rule.range, !range.contains(Double(number)) {
            return !(rule.readsBirthYears && (1900...2100).contains(number))
        }
        if number < 0 { return true }
        let others = column.answers.compactMap { Self.number($0.text) }.filter { reasons[$0] == nil }
        return (others.max() ?? 0) * 2 < number
    }

    /// Numbers by which questionnaires say why there is no answer.
    private static let reasons: [Int: MissingReason] = [
        3: .dontKnow, 4: .refused, 8: .dontKnow, 9: .refused, 88: .dontKnow, 98: .dontKnow, 99: .refused,
        77: .notApplicable, 97: .notApplicable, 998: .dontKnow, 999: .refused, 997: .notApplicable,
        9998: .dontKnow, 9999: .refused, -98: .dontKnow, -99: .refused, -97: .notApplicable, -8: .dontKnow,
        -9: .refused, -88: .dontKnow, -1: .notApplicable,
    ]

    /// Whether a cell is yes or no in any of its spellings, or a number that questionnaires use for one.
    static func isYesOrNo(_ text: String) -> Bool { words.contains(fold(text)) }

    private static let words = Set(
        [
            "yes", "no", "y", "n", "true", "false", "có", "không", "ko", "kg", "c", "k", "x", "rồi", "chưa",
            "đã có",
            "chưa có", "0", "1", "2", "có ạ", "đúng", "sai", "dk", "don't know", "refused", "không biết",
        ].map(fold))
}
