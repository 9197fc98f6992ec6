internal import Basics

/// Questions with several answers that a file writes a column a choice: "Q [choice]", "q/choice", "q___1".
struct TickBlocks {
    struct Block {
        /// The question as the headers write it.
        let question: String
        /// Columns with the choice that each stands for.
        var choices: [(choice: String, column: ColumnProfile)] = []
        /// The column that lists the choices again.
        var list: ColumnProfile?
    }

    private(set) var blocks: [Block] = []

    /// - Parameter isAnswer: whether a choice, folded, is one of a question that is known.
    init(_ columns: [ColumnProfile], isAnswer: (String) -> Bool) {
        var left = columns.filter { $0.canBeNamed && !$0.isPersonal }
        let byHeader = Dictionary(
            columns.map { (fold($0.header), $0) }, uniquingKeysWith: { first, _ in first })
        for form in ChoiceForm.allCases {
            var found: [String: Block] = [:]
            var order: [String] = []
            for column in left {
                guard let (question, choice) = form.parts(column.header), Self.isTicks(column, choice) else {
                    continue
                }
                if found[question] == nil { order.append(question) }
                found[question, default: Block(question: question)].choices.append((choice, column))
            }
            for question in order {
                guard var block = found[question], block.choices.count > 1 else { continue }
                block.list = byHeader[fold(question)]
                let known = block.choices.count { isAnswer(fold($0.choice)) }
                guard
                    form.isOfChoicesOnly || block.list.map(Self.isList) ?? false
                        || known * 2 >= block.choices.count
                else { continue }
                let own = Set(block.choices.map(\.column.place))
                left.removeAll { own.contains($0.place) || $0.place == block.list?.place }
                blocks.append(block)
            }
        }
    }

    /// Whether a column may list choices: text or codes, and no yes or no.
    private static func isList(_ column: ColumnProfile) -> Bool {
        !column.isDate && column.share(where: DraftAnswers.isYesOrNo) < 0.5 || column.given == 0
    }

    /// Whether the cells are ticks: yes or no in some spelling, or the choice again.
    private static func isTicks(_ column: ColumnProfile, _ choice: String) -> Bool {
        let name = fold(choice)
        // A stray cell, as of a signature, changes nothing.
        return column.different <= 6
            && (column.given == 0
                || column.share {
                    ticks.contains(fold($0)) || fold($0) == name || ["✓", "✔", "☑"].contains($0)
                } >= 0.95)
    }

    private static let ticks = Set(
        [
            "1", "0", "1.0", "0.0", "v", "√", "+", "true", "false", "t", "f", "yes", "no", "y", "n", "x",
            "checked",
            "unchecked",
            "selected", "not selected", "unselected", "on", "off", "có", "không", "c", "k", "ko", "rồi",
            "chưa", "đã chọn",
            "chọn", "không chọn", "chưa chọn", "quoted", "not quoted", "mentioned", "not mentioned",
        ].map(fold))
}

/// How a program writes a question and one of its choices in one header.
enum ChoiceForm: CaseIterable {
    /// "What can you do? (choice=Pay online)": REDCap's labels.
    case choiceInWords
    /// "Question [option]": LimeSurvey, Google Forms.
    case brackets
    /// "can_do___1": REDCap.
    case underlines
    /// "Internet/Wifi/cáp quang": the choice has the sign too.
    case firstSlash
    case slash, colon, dash, point, underline

    /// Whether a header of this form can be nothing else.
    var isOfChoicesOnly: Bool {
        switch self {
        case .choiceInWords, .brackets, .underlines: true
        case .slash, .colon, .dash, .point, .underline, .firstSlash: false
        }
    }

    /// The question and the choice; nil where the header has another form.
    func parts(_ header: String) -> (question: String, choice: String)? {
        switch self {
        case .choiceInWords:
            guard let found = header.wholeMatch(of: /(.+?)\s*\(choice\s*=\s*(.+)\)/) else { return nil }
            return (String(found.1), String(found.2))
        case .brackets:
            guard header.hasSuffix("]"), let start = header.lastIndex(of: "[") else { return nil }
            return Self.cut(header.dropLast(), at: start, width: 1)
        case .underlines:
            guard let start = header.ranges(of: "___").last?.lowerBound else { return nil }
            return Self.cut(header[...], at: start, width: 3)
        case .slash: return Self.cut(header, "/")
        case .firstSlash:
            return header.firstIndex(of: "/").flatMap { Self.cut(header[...], at: $0, width: 1) }
        case .colon: return Self.cut(header, ":")
        case .dash: return Self.cut(header, "-")
        case .point: return Self.cut(header, ".")
        case .underline: return Self.cut(header, "_")
        }
    }

    private static func cut(_ header: String, _ sign: Character) -> (String, String)? {
        header.lastIndex(of: sign).flatMap { cut(header[...], at: $0, width: 1) }
    }

    private static func cut(_ header: Substring, at start: String.Index, width: Int) -> (String, String)? {
        let question = trimmed(String(header[..<start]))
        let choice = trimmed(String(header[start...].dropFirst(width)))
        return fold(question).isEmpty || fold(choice).isEmpty ? nil : (question, choice)
    }
}
