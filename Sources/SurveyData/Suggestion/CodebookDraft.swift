package import CSVReader

/// A codebook guessed from an unknown file, with the evidence of each guess: for a person to finish.
package struct CodebookDraft {
    /// One column taken for a variable.
    struct Guess {
        let variable: Variable
        let column: ColumnProfile
        let evidence: String
        /// Code → answers as the file writes them.
        var answers: [(code: String, texts: [String])] = []
        /// Answers whose meaning is not known.
        var open: [String] = []
        /// One yes/no column a code, where the question is split.
        var flags: [(code: String, header: String)] = []
    }

    let name: String
    private(set) var guesses: [Guess] = []
    private(set) var groupings: [ColumnProfile] = []
    private(set) var rest: [ColumnProfile] = []
    private(set) var forbidden: [String] = []
    let missing: [String]

    /// - Throws: `CSVReadError` or `SurveyError` where the file cannot be read.
    package init(path: String, options: CSVOptions = CSVOptions()) throws {
        var file = try CSVFile(path: path, options: options)
        try self.init(SurveyProfile(&file))
    }

    init(_ profile: SurveyProfile) throws {
        let known = try Codebook.builtIn()
        let matcher = HeaderMatcher(codebook: known)
        let base = profile.name.split(separator: "/").last ?? "survey"
        name = String(base.prefix { $0 != "." })
        missing = profile.missing.sorted()
        var taken: Set<Variable> = []
        var left: [ColumnProfile] = []
        for column in profile.columns {
            switch matcher.role(of: column.header) {
            case .forbidden: forbidden.append(column.header)
            case .flag(let variable, let code):
                addFlag(variable, variable.codes[code], column)
                taken.insert(variable)
            case .variable(let variable) where !taken.contains(variable):
                if let guess = Self.guess(variable, column, "the header is known", known) {
                    guesses.append(guess)
                    taken.insert(variable)
                } else {
                    left.append(column)
                }
            default: left.append(column)
            }
        }
        if !taken.contains(.householdID), let key = Self.key(left) {
            let evidence =
                key.isKey
                ? "every row has a value of its own" : "named like a key, but some values come twice"
            guesses.append(Guess(variable: .householdID, column: key, evidence: evidence))
            left.removeAll { $0.header == key.header }
        }
        for (variable, stems) in HeaderStems.hints where !taken.contains(variable) {
            let found = left.lazy.compactMap { column -> Guess? in
                guard let word = Self.hint(column, stems) else { return nil }
                return Self.guess(variable, column, "the header has \"\(word)\"", known)
            }.first
            guard let found else { continue }
            guesses.append(found)
            left.removeAll { $0.header == found.column.header }
        }
        guesses.sort { $0.variable.rawValue < $1.variable.rawValue }
        for column in left where Self.isPlace(column) && groupings.count < 3 { groupings.append(column) }
        rest = left.filter { column in !groupings.contains { $0.header == column.header } }
    }

    private mutating func addFlag(_ variable: Variable, _ code: String, _ column: ColumnProfile) {
        if let place = guesses.firstIndex(where: { $0.variable == variable && !$0.flags.isEmpty }) {
            guesses[place].flags.append((code, column.header))
        } else if !guesses.contains(where: { $0.variable == variable }) {
            var guess = Guess(variable: variable, column: column, evidence: "one column a choice")
            guess.flags = [(code, column.header)]
            guesses.append(guess)
        }
    }

    /// The column as this variable, if its cells can be that.
    private static func guess(
        _ variable: Variable, _ column: ColumnProfile, _ evidence: String, _ known: Codebook
    ) -> Guess? {
        guard column.given > 0 else { return nil }
        var guess = Guess(variable: variable, column: column, evidence: evidence)
        switch variable.kind {
        case .text: return guess
        case .date:
            guess.answers = []
            return column.isDate ? guess : nil
        case .count, .number: return column.isNumeric ? guess : nil
        case .choice(let codes), .set(let codes):
            guard !column.hasManyAnswers, let rule = known.variables[variable] else { return nil }
            let reader = AnswerReader(rule: rule)
            var texts: [String: [String]] = [:]
            var understood = 0
            for (answer, count) in column.byFrequency {
                switch reader.read(answer) {
                case .coded(let value):
                    understood += count
                    if case .choice = variable.kind {
                        texts[codes[Int(value)], default: []].append(answer)
                    } else if let code = codes.indices.first(where: { value == 1 << UInt32($0) }) {
                        texts[codes[code], default: []].append(answer)
                    }
                case .missing: understood += count
                default: guess.open.append(answer)
                }
            }
            guess.answers = codes.compactMap { code in texts[code].map { (code, $0.sorted()) } }
            return understood * 2 >= column.given ? guess : nil
        }
    }

    private static func hint(_ column: ColumnProfile, _ stems: [String]) -> String? {
        let words = HeaderStems.words(column.header)
        for stem in stems {
            if let word = words.first(where: { stem.count > 3 ? $0.hasPrefix(stem) : $0 == stem }) {
                return word
            }
        }
        return nil
    }

    /// The key: a column named like one, else a number or code column before any other.
    private static func key(_ columns: [ColumnProfile]) -> ColumnProfile? {
        let keys = columns.filter { $0.isKey && !$0.isDate }
        let named = columns.first { column in
            column.given > 0 && column.blanks == 0
                && !Set(HeaderStems.words(column.header)).isDisjoint(with: ["key", "uuid", "id"])
        }
        func rank(_ column: ColumnProfile) -> Int {
            let words = Set(HeaderStems.words(column.header))
            if !words.isDisjoint(with: ["household", "hh", "ho"]),
                !words.isDisjoint(with: ["id", "key", "ma"])
            {
                return 0
            }
            if words.contains("key") || words.contains("uuid") { return 1 }
            return words.contains("id") || words.contains("instance") ? 2 : 3
        }
        let best = keys.enumerated().min {
            (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
        }
        return best?.element ?? named
    }

    /// Whether a column can be a domain to report by: few answers, all words, each of them often.
    private static func isPlace(_ column: ColumnProfile) -> Bool {
        let stems = [
            "village", "ward", "district", "province", "state", "region", "neighbourhood", "neighborhood",
            "commune",
            "camp", "xa", "huyen", "tinh", "thon",
        ]
        return !column.hasManyAnswers && column.answers.count > 1 && hint(column, stems) != nil
    }
}
