internal import Basics

extension CodebookDraft {
    /// The draft as a codebook file: every guess with its evidence, every open question as a comment.
    package func yaml() -> String {
        var lines = [
            "# A draft made from the file's own headers and answers: check every guess, then say",
            "#   sansang codebook check THIS_FILE --against THE_SURVEY"
                + (sheet.map { " --sheet \(YAMLLine.plain(YAMLLine.quoted($0)))" } ?? ""),
            "codebook: \(YAMLLine.quoted(name))",
            "# probability: drawn at random; census: every household; volunteer: whoever answered.",
            "sampling: volunteer",
            "totalsRows: \(YAMLLine.list(knowledge.totalsRows))",
        ]
        if let order = dates?.order {
            lines += [
                "# The dates can be read with the day or the month first: check.",
                "dateOrder: \(order.rawValue)",
            ]
        }
        if guesses.contains(where: { $0.isOfYesNo || answers(of: $0) == .yesNo }) {
            lines += ["answers:", "  yesNo:"] + knowledge.yesNo.map { Self.mapping($0, indent: 4) }
        }
        lines += missingLines
        lines.append("variables:")
        for guess in guesses { lines += self.lines(guess) }
        lines += DraftLeftovers(self).lines
        return lines.joined(separator: "\n") + "\n"
    }

    private var missingLines: [String] {
        let known = Set(knowledge.missing.flatMap { $0.texts.map(fold) })
        let own = missing.filter { !known.contains(fold($0)) }
        return ["missing:"]
            + knowledge.missing.map { reason, texts in
                Self.mapping(
                    (reason, reason == MissingReason.blank.rawValue ? texts + own : texts), indent: 2)
            }
    }

    private func lines(_ guess: Guess) -> [String] {
        var lines = ["  # \(guess.evidence)\(filled(guess))"]
        lines.append("  \(guess.variable.name):")
        if guess.variable == .householdID { lines.append("    required: true") }
        if guess.variable.isAboutDossiers {
            lines.append(
                "    # Months up to the interview that the question covers: write what the form says.")
            lines.append("    referenceMonths: \(months(of: guess) ?? Codebook.usualReferenceMonths)")
        }
        if guess.variable == .surveyDate, dates?.isContradictory == true {
            lines.append("    # Some dates have the day first and some the month: correct them in the file.")
        }
        switch guess.source {
        case .header(let column): lines.append("    headers: [\(YAMLLine.quoted(column.header))]")
        case .key(let columns): lines.append("    key: \(YAMLLine.list(columns.map(\.header)))")
        case .row: lines.append("    key: row")
        case .anyYes(let columns): lines.append("    anyYes: \(YAMLLine.list(columns.map(\.header)))")
        case .sum(let columns): lines.append("    sum: \(YAMLLine.list(columns.map(\.header)))")
        case .amount(let column):
            lines.append("    headers: [\(YAMLLine.quoted(column.header))]")
            lines.append("    counts: true")
            lines.append("    answers: yesNo")
        case .list(let column, let items):
            lines.append("    headers: [\(YAMLLine.quoted(column.header))]")
            lines.append("    contains: \(YAMLLine.list(items))")
            lines.append("    answers: yesNo")
        case .flags(let flags):
            lines.append("    flags:")
            lines += flags.map { Self.mapping(($0.code, $0.headers), indent: 6) }
            lines += guess.unknownChoices.map { "      # \"other\": [\(YAMLLine.quoted($0))]" }
        }
        return lines + rules(guess)
    }

    /// Months that a header of dossiers names: its own, else the others'.
    private func months(of guess: Guess) -> Int? {
        let others = guesses.filter(\.variable.isAboutDossiers)
        return ([guess] + others).lazy.compactMap { $0.header.flatMap(Self.months) }.first
    }

    /// "trong 12 tháng qua", "in the last 6 months", "năm qua".
    private static func months(_ header: String) -> Int? {
        let text = composed(header).lowercased()
        if let found = text.firstMatch(of: /(\d{1,2})\s*(?:tháng|thang|months?)/), let months = Int(found.1),
            (1...12).contains(months)
        {
            return months
        }
        return text.contains(/năm qua|trong năm|past year|last year|1 năm|một năm/) ? 12 : nil
    }

    private func filled(_ guess: Guess) -> String {
        guard case .header(let column) = guess.source else { return "" }
        return "; \(column.given) of \(column.rows) rows have an answer"
    }

    /// What the ward's codebook knows of the variable, and what this file's answers mean.
    private func rules(_ guess: Guess) -> [String] {
        let variable = guess.variable
        var lines: [String] = []
        for key in ["units", "stripPrefixes", "range"] {
            let texts = knowledge.texts(variable, key)
            guard !texts.isEmpty else { continue }
            lines.append(
                "    \(key): \(key == "range" ? "[\(texts.joined(separator: ", "))]" : YAMLLine.list(texts))")
        }
        if let flag = knowledge.text(variable, "birthYears") { lines.append("    birthYears: \(flag)") }
        guard let answers = guess.answers else { return lines }
        if !answers.missing.isEmpty {
            lines.append("    # Numbers that stand for no answer: check.")
            lines.append("    missing:")
            lines += answers.missing.map { Self.mapping(($0.reason.rawValue, $0.texts), indent: 6) }
        }
        guard !variable.codes.isEmpty else { return lines + open(guess, "Not read as numbers") }
        if !answers.texts.isEmpty {
            let inFile = answers.texts.map { Self.mapping(($0.code, Array($0.texts.prefix(6))), indent: 0) }
            lines.append("    # In this file: \(YAMLLine.plain(inFile.joined(separator: ", ")))")
        }
        if !answers.byWords.isEmpty {
            let shown = answers.byWords.prefix(6).joined(separator: " | ")
            lines.append(
                "    # Taken by their words, check: \(YAMLLine.plain(shown))\(answers.byWords.count > 6 ? " | …" : "")"
            )
        }
        switch self.answers(of: guess) {
        case .yesNo: lines.append("    answers: yesNo")
        case .own(let all): lines += ["    answers:"] + all.map { Self.mapping($0, indent: 6) }
        case nil: break
        }
        if !knowledge.texts(variable, "other").isEmpty {
            lines.append("    other: \(YAMLLine.list(knowledge.texts(variable, "other")))")
        }
        if let code = knowledge.text(variable, "dontKnowMeans") {
            lines.append("    dontKnowMeans: \(YAMLLine.quoted(code))")
        }
        return lines + open(guess, "Not understood; add them above")
    }

    private func open(_ guess: Guess, _ title: String) -> [String] {
        guard let answers = guess.answers, !answers.open.isEmpty, !guess.variable.isPersonal else {
            return []
        }
        guard case .header(let column) = guess.source, !column.isPersonal else { return [] }
        let shown = answers.open.filter { column.mayShow($0) }.prefix(6)
        let more = answers.open.count - shown.count
        let list = shown.isEmpty ? "\(more) answer\(more == 1 ? "" : "s")" : shown.joined(separator: " | ")
        return [
            "    # \(title): \(YAMLLine.plain(list))\(more > 0 && !shown.isEmpty ? " | …" : "")"
        ]
    }

    private enum Answers: Equatable {
        case yesNo
        case own([(code: String, texts: [String])])

        static func == (left: Answers, right: Answers) -> Bool {
            if case .yesNo = left, case .yesNo = right { true } else { false }
        }
    }

    /// The answers that the draft gives a question: the file's own first, then those that the ward's codebook knows.
    private func answers(of guess: Guess) -> Answers? {
        guard let answers = guess.answers, !guess.variable.codes.isEmpty else { return nil }
        let known = knowledge.answers(guess.variable)
        let own = Dictionary(answers.texts.map { ($0.code, Self.unique($0.texts)) }, uniquingKeysWith: +)
        let ownKeys = Set(answers.texts.flatMap(\.texts).map(fold))
        if guess.variable.codes == ["yes", "no"], !answers.isNumbered,
            ownKeys.isSubset(of: Set(knowledge.yesNo.flatMap(\.texts).map(fold)))
        {
            return .yesNo
        }
        let added = known.map { code, texts in
            let others = texts.filter { text in
                !ownKeys.contains(fold(text)) && !(answers.isNumbered && Int(text) != nil)
            }
            return (code, (own[code] ?? []) + others)
        }
        return .own(added)
    }

    /// Each text once.
    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private static func mapping(_ pair: (code: String, texts: [String]), indent: Int) -> String {
        String(repeating: " ", count: indent) + "\(YAMLLine.key(pair.code)): \(YAMLLine.list(pair.texts))"
    }
}

extension CodebookDraft.Guess {
    /// Whether it is read by the file's list of yes and no, whatever its cells say.
    fileprivate var isOfYesNo: Bool {
        switch source {
        case .list, .amount: true
        default: false
        }
    }

    /// The header, or the headers, as the file writes them; nil where ticks say what is meant.
    fileprivate var header: String? {
        switch source {
        case .header(let column), .list(let column, _): column.header
        case .sum(let columns): columns.map(\.header).joined(separator: " ")
        default: nil
        }
    }
}
