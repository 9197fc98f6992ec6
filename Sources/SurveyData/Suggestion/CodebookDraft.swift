internal import Basics
package import CSVReader

/// A codebook guessed from an unknown file, with the evidence of each guess: it reads the file as it is, and a person
/// goes through it.
package struct CodebookDraft {
    /// Columns taken for a variable.
    struct Guess {
        enum Source {
            case header(ColumnProfile)
            case key([ColumnProfile])
            case row
            /// One yes/no column a code.
            case flags([(code: String, headers: [String])])
            /// Yes where one of several columns says yes.
            case anyYes([ColumnProfile])
            case sum([ColumnProfile])
            /// A number of things: yes above 0.
            case amount(ColumnProfile)
            /// Yes where a list has one of these items.
            case list(ColumnProfile, items: [String])
        }

        let variable: Variable
        var source: Source
        var evidence: String
        var answers: DraftAnswers?
        /// Columns of choices that no code stands for.
        var unknownChoices: [String] = []
    }

    let name: String
    /// The sheet that was asked for by name.
    private(set) var sheet: String?
    let knowledge: WardKnowledge
    var guesses: [Guess] = []
    private(set) var groupings: [ColumnProfile] = []
    /// Columns that nothing is read from, in the order of the file.
    private(set) var rest: [ColumnProfile] = []
    /// Questions of several columns whose choices are not known.
    private(set) var unknownBlocks: [TickBlocks.Block] = []
    private(set) var forbidden: [String] = []
    /// Cells for "no answer" that the ward's codebook does not know.
    let missing: [String]
    private(set) var dates: DraftDates?
    let rows: Int
    private let columns: [ColumnProfile]
    var taken: Set<Int> = []
    private(set) var headersTaken: Set<String> = []

    /// - Throws: `Diagnostic` or `Diagnostic` where the file cannot be read.
    package init(path: String, options: CSVOptions = CSVOptions()) throws {
        let file = try CSVFile(path: path, options: options)
        let (sheet, others) = (file.sheetName, file.otherSheetsAction)
        try self.init(SurveyProfile(file))
        self.sheet = options.sheet
        if let others, !guesses.contains(where: \.variable.isQuestion) {
            throw Diagnostic(
                .noHeader, file: path, found: "no question in the sheet \"\(sheet ?? "")\"",
                expected: "a header row and households", action: others)
        }
    }

    init(_ profile: SurveyProfile) throws {
        knowledge = try WardKnowledge()
        let base = profile.name.split(separator: "/").last ?? "survey"
        name = String(base.prefix { $0 != "." })
        rows = profile.rows
        columns = profile.columns
        missing = columns.reduce(into: Set<String>()) { $0.formUnion($1.missing) }.sorted()
        for column in columns where column.mustNotBeHeld && !fold(column.header).isEmpty {
            if !forbidden.contains(column.header) { forbidden.append(column.header) }
            taken.insert(column.place)
        }
        guesses.append(takeKey())
        takeKnownHeaders()
        takeBlocks()
        takeSetsByAnswers()
        takeHints()
        takeSums()
        takeComputers()
        takeAmounts()
        takeDeviceLists()
        takeDates()
        guesses.sort { $0.variable.rawValue < $1.variable.rawValue }
        takeGroupings()
        rest = columns.filter { !taken.contains($0.place) }
    }

    var left: [ColumnProfile] { columns.filter { $0.canBeNamed && !taken.contains($0.place) } }

    /// Adds a guess from one column.
    mutating func take(_ column: ColumnProfile, _ guess: Guess) {
        guesses.append(guess)
        taken.insert(column.place)
        headersTaken.insert(fold(column.header))
    }

    func isFree(_ variable: Variable) -> Bool { !guesses.contains { $0.variable == variable } }

    private mutating func takeKey() -> Guess {
        let known = left.compactMap { column in
            knowledge.matcher.matches(column.header).first { $0.role == .variable(.householdID) }
                .map { (match: $0, column: column) }
        }.sorted {
            ($0.match.fit, $0.match.order, $0.column.place) < ($1.match.fit, $1.match.order, $1.column.place)
        }
        let key = KeyProposal(left, known: known.map(\.column))
        switch key.kind {
        case .column(let column):
            taken.insert(column.place)
            headersTaken.insert(fold(column.header))
            return Guess(variable: .householdID, source: .header(column), evidence: key.evidence)
        case .several(let columns):
            return Guess(variable: .householdID, source: .key(columns), evidence: key.evidence)
        case .row: return Guess(variable: .householdID, source: .row, evidence: key.evidence)
        }
    }
}

extension CodebookDraft {
    /// Columns with headers of the ward's codebook: of several for one variable the one that fits best and can be read.
    private mutating func takeKnownHeaders() {
        var found: [Variable: [(match: HeaderMatcher.Match, column: ColumnProfile)]] = [:]
        for column in left {
            for match in knowledge.matcher.matches(column.header) {
                guard case .variable(let variable) = match.role else { continue }
                let isOfOthers =
                    column.isOfSomebodyElse && [.respondentAge, .respondentSex].contains(variable)
                if match.fit == .path && isOfOthers { continue }
                found[variable, default: []].append((match, column))
            }
        }
        for variable in Variable.allCases where ![.householdID, .surveyDate, .synthetic].contains(variable) {
            let sorted = (found[variable] ?? []).sorted {
                ($0.match.fit, $0.match.order, $0.column.place) < (
                    $1.match.fit, $1.match.order, $1.column.place
                )
            }
            for (_, column) in sorted where !taken.contains(column.place) {
                guard let guess = guess(variable, column, "the header is known", least: 0.5) else { continue }
                take(column, guess)
                break
            }
        }
    }

    /// Questions of one column a choice.
    private mutating func takeBlocks() {
        let rules = Variable.allCases.filter { !$0.codes.isEmpty && $0 != .synthetic }
            .compactMap { knowledge.codebook.variables[$0] }
        let blocks = TickBlocks(left) { choice in rules.contains { $0.answers[choice] != nil } }
        for block in blocks.blocks { take(block, rules) }
    }

    private mutating func take(_ block: TickBlocks.Block, _ rules: [VariableRule]) {
        let words = HeaderWords(block.question)
        let asked =
            knowledge.matcher.matches(block.question).compactMap { match -> Variable? in
                if case .variable(let variable) = match.role { variable } else { nil }
            } + HeaderHints.all.filter { words.has($0.words) && !words.has($0.others) }.map(\.variable)
        func known(_ rule: VariableRule) -> Int {
            Set(block.choices.compactMap { rule.answers[fold($0.choice)] }).count
        }
        let best = rules.filter { rule in
            isFree(rule.variable)
                && (asked.contains(rule.variable)
                    ? known(rule) > (rule.variable.isChoice ? 1 : 0)
                    : !rule.variable.isChoice && known(rule) > 1
                        && known(rule) * 2 >= block.choices.count)
        }.max { known($0) < known($1) }
        guard let rule = best else {
            unknownBlocks.append(block)
            return
        }
        for choice in block.choices { taken.insert(choice.column.place) }
        if let list = block.list, !taken.contains(list.place),
            let guess = guess(rule.variable, list, "a list of choices, with a column a choice", least: 0.5)
        {
            take(list, guess)
            return
        }
        if let list = block.list { taken.insert(list.place) }
        var flags: [(code: String, headers: [String])] = []
        var unknown: [String] = []
        for (choice, column) in block.choices {
            guard let position = rule.answers[fold(choice)] else {
                unknown.append(column.header)
                continue
            }
            let code = rule.variable.codes[position]
            if let place = flags.firstIndex(where: { $0.code == code }) {
                flags[place].headers.append(column.header)
            } else {
                flags.append((code, [column.header]))
            }
        }
        var guess = Guess(variable: rule.variable, source: .flags(flags), evidence: "one column a choice")
        guess.unknownChoices = unknown
        guesses.append(guess)
    }

    /// Lists whose items are those of a question, whatever the header says.
    private mutating func takeSetsByAnswers() {
        for variable in Variable.allCases where isFree(variable) && variable != .internet {
            guard case .set = variable.kind else { continue }
            for column in left where !column.isPersonal && !column.isNumeric && !column.isDate {
                guard
                    let guess = guess(
                        variable, column, "its answers are known", least: 0.6, goesByWords: false),
                    guess.answers?.codesFound.count ?? 0 > 1
                else { continue }
                take(column, guess)
                break
            }
        }
    }

    private mutating func takeHints() {
        for hints in HeaderHints.all where isFree(hints.variable) && hints.variable != .surveyDate {
            let mayShare = !hints.variable.isQuestion && !hints.variable.isPersonal
            for column in columns where column.canBeNamed {
                guard !taken.contains(column.place) || mayShare && isKeyPart(column),
                    let phrase = hints.phrase(in: column),
                    let guess = guess(hints.variable, column, "the header has \"\(phrase)\"", least: 0.6)
                else { continue }
                take(column, guess)
                break
            }
        }
    }

    /// Whether a column is part of the key over several.
    private func isKeyPart(_ column: ColumnProfile) -> Bool {
        guesses.contains {
            if case .key(let parts) = $0.source { parts.contains { $0.place == column.place } } else { false }
        }
    }

    private mutating func takeDates() {
        guard let dates = DraftDates(columns.filter { $0.canBeNamed && !taken.contains($0.place) }, knowledge)
        else {
            return
        }
        self.dates = dates
        take(
            dates.column,
            Guess(variable: .surveyDate, source: .header(dates.column), evidence: dates.evidence))
    }

    private mutating func takeGroupings() {
        for column in left
        where column.isCategorical && column.different > 1 && !column.isPersonal && !column.isDate {
            guard groupings.count < 3, column.words.has(Self.placeWords) else { continue }
            groupings.append(column)
            taken.insert(column.place)
        }
    }

    private static let placeWords: Phrases = [
        "village*", "ward*", "district*", "province*", "state", "region*", "neighbourhood*", "neighborhood*",
        "commune*", "camp*", "county", "economy", "country", "urban*", "urbrur", "rural*", "residence*",
        "admin*", "xa",
        "huyen", "tinh", "thon", "khu vuc", "khu pho", "area",
    ]
}
