internal import Basics
internal import Foundation

/// The end of a draft: domains to report by, and what nothing is read from.
struct DraftLeftovers {
    private let draft: CodebookDraft
    private var names: Set<String> = [
        "all", "ward", "formerWard", "residentialGroup", "householdType", "procedure",
    ]
    private(set) var lines: [String] = []

    init(_ draft: CodebookDraft) {
        self.draft = draft
        let isPlain = { (column: ColumnProfile) in column.canBeNamed && !column.isPersonal && column.given > 0
        }
        let inBlocks = Set(draft.unknownBlocks.flatMap { $0.choices.map(\.column.place) })
        let ready = draft.rest.filter { isPlain($0) && !inBlocks.contains($0.place) }
        if !draft.groupings.isEmpty || !ready.isEmpty || !inBlocks.isEmpty { lines.append("groupings:") }
        for column in draft.groupings {
            lines.append("  # \(column.different) answers")
            lines.append("  \(line(column))")
        }
        if !ready.isEmpty || !inBlocks.isEmpty {
            lines.append("  # Columns that are not used. To report by one, take the # before its name away.")
        }
        for column in ready { lines.append("  # \(line(column))  # \(Self.nature(of: column))") }
        for block in draft.unknownBlocks {
            lines.append(
                "  # One question in \(block.choices.count) columns, whose choices are not known: "
                    + YAMLLine.plain(YAMLLine.quoted(block.question)))
            lines += block.choices.filter { $0.column.given > 0 }.map {
                "  # \(line($0.column))  # \(Self.nature(of: $0.column))"
            }
        }
        if !draft.forbidden.isEmpty {
            lines += ["# Must not be held: dropped unread.", "forbidden: \(YAMLLine.list(draft.forbidden))"]
        }
        add("Personal, not used", draft.rest.filter { $0.canBeNamed && $0.given > 0 && $0.isPersonal })
        add("Empty", draft.rest.filter { $0.canBeNamed && $0.given == 0 })
        add("Headers that stand twice: rename them in the file", draft.rest.filter(\.standsTwice))
        let unnamed = draft.rest.count { fold($0.header).isEmpty && !$0.standsTwice || $0.header.isEmpty }
        if unnamed > 0 { lines.append("# Columns without a name: \(unnamed)") }
    }

    private mutating func add(_ title: String, _ columns: [ColumnProfile]) {
        var headers: [String] = []
        for column in columns where !column.header.isEmpty && !headers.contains(column.header) {
            headers.append(column.header)
        }
        if headers.isEmpty { return }
        lines.append("# \(title): \(YAMLLine.plain(headers.map(YAMLLine.quoted).joined(separator: ", ")))")
    }

    /// A grouping by a column, on one line.
    private mutating func line(_ column: ColumnProfile) -> String {
        "\(YAMLLine.quoted(name(column))): { headers: [\(YAMLLine.quoted(column.header))] }"
    }

    /// A short name of its own: words of the end of the header's path, at most 24 letters.
    private mutating func name(_ column: ColumnProfile) -> String {
        var words = Self.plainWords(HeaderWords.ownPart(column.header))
        if words.isEmpty { words = Self.plainWords(column.header) }
        var name = ""
        for word in words.filter({ !Self.fillers.contains($0) || words.count == 1 }) {
            guard name.count + word.count <= Self.longest else { break }
            let isNumber = word.first?.isNumber == true && !name.isEmpty
            name +=
                isNumber ? "_\(word)" : name.isEmpty ? word : word.prefix(1).uppercased() + word.dropFirst()
        }
        if name.isEmpty { name = words.first.map { String($0.prefix(Self.longest)) } ?? "column" }
        var own = name
        var number = 2
        while !names.insert(own).inserted {
            own = "\(name)\(number)"
            number += 1
        }
        return own
    }

    /// The words and numbers of a text in English letters, as they are spelled.
    private static func plainWords(_ text: String) -> [String] {
        let letters = text.replacing("đ", with: "d").replacing("Đ", with: "D")
            .decomposedStringWithCanonicalMapping
            .unicodeScalars.filter {
                !$0.properties.isDiacritic && $0.properties.generalCategory != .nonspacingMark
            }
        let plain = String(String.UnicodeScalarView(letters))
        return plain.split { !$0.isASCII || !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    }

    private static let longest = 24
    private static let fillers: Set<String> = [
        "the", "of", "a", "an", "in", "at", "does", "is", "are", "you", "your", "have", "has", "name",
        "la", "cua",
        "ban", "gia", "dinh",
    ]

    /// What a person sees of a column: its answers where they are few and nobody's own.
    private static func nature(of column: ColumnProfile) -> String {
        if column.isDate { return "dates" }
        let shown = column.answers.prefix(column.different <= 60 ? 60 : 0).filter { column.mayShow($0.text) }
            .prefix(6)
        if column.isNumeric, column.different > 12 { return "numbers" }
        guard !shown.isEmpty else {
            return "\(column.hasMore ? "many" : "\(column.different)") different answers"
        }
        let list = shown.map { "\($0.text) (\($0.count))" }.joined(separator: " | ")
        return YAMLLine.plain(list + (shown.count < column.different ? " | …" : ""))
    }
}

extension ColumnProfile {
    /// Whether there are more different answers than were kept.
    var hasMore: Bool { different > answers.count }

    /// Whether an answer of an unused or half understood column may stand in a draft: it is no name, address or number
    /// of somebody, and short; if it stands there once, the column has few answers.
    func mayShow(_ text: String) -> Bool {
        if isPersonal || text.count > 40 || PersonalText.isTelling(text) { return false }
        if text.count(where: \.isNumber) > 6 { return false }
        let often = answers.first { $0.text == text }?.count ?? 0
        if often >= 3 || often == 2 && !Self.isName(text) { return true }
        return different <= 6 && !Self.isName(text) && text.split(separator: " ").count <= 3
    }
}

extension CodebookDraft {
    /// What a person should know at once, a line each: the key, and how much is not used.
    package var notes: [String] {
        var notes: [String] = []
        if let key = guesses.first(where: { $0.variable == .householdID }) {
            notes.append("key: \(key.evidence)")
        }
        if let dates, dates.isContradictory {
            notes.append(
                "\(shown(dates.column.header)): dates in two orders of day and month; correct the file")
        } else if let order = dates?.order {
            notes.append(
                "dates: whether day or month comes first is not told; the draft says \(order.rawValue)")
        }
        if !forbidden.isEmpty {
            notes.append("columns that must not be held: \(forbidden.map(shown).joined(separator: ", "))")
        }
        let unused = rest.count { $0.given > 0 }
        let used = guesses.count(where: { $0.variable != .householdID }) + groupings.count
        notes.append(
            "\(used) questions and groupings drafted; \(unused) columns are not used (listed in the draft)")
        return notes
    }
}
