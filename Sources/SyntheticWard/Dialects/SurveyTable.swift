/// One month's survey file while it is written in a dialect.
struct SurveyTable {
    let words: DialectWords
    let population: WardPopulation
    let month: SyntheticMonth
    var text: CSVText
    private var recordNumber = 0
    private var dossiers = 0
    private var dossiersOnline = 0

    var bytes: [UInt8] { text.bytes }

    /// Starts with the header row.
    ///
    /// `rows` is how many rows to make room for.
    init(words: DialectWords, population: WardPopulation, month: SyntheticMonth, rows: Int) {
        self.words = words
        self.population = population
        self.month = month
        text = CSVText(
            delimiter: words.delimiter, newline: words.newline,
            capacity: 2_000 + rows * (words.columns.count * 11))
        if words.hasByteOrderMark { text.addByteOrderMark() }
        for header in words.headers { text.field(quoting: header) }
        text.endRow()
    }

    mutating func addBlankLine() {
        if words.blankLineHasDelimiters { for _ in words.columns { text.beginField() } }
        text.endRow()
    }

    /// The sums row that people add under a table.
    mutating func addTotals() {
        for (place, column) in words.columns.enumerated() {
            text.beginField()
            if place == 0 { text.add(Array("Tổng cộng".utf8)) }
            if case .question(.proceduresTotal) = column { text.add(dossiers) }
            if case .question(.proceduresOnline) = column { text.add(dossiersOnline) }
        }
        text.endRow()
    }

    /// One interview; `kind` is how its row is spoiled.
    mutating func add(_ interview: Interview, kind: DirtyKind?) {
        recordNumber += 1
        if interview.missing.reason(.proceduresTotal) == nil { dossiers += interview.dossiers }
        if interview.missing.reason(.proceduresOnline) == nil { dossiersOnline += interview.dossiersOnline }
        for column in words.columns {
            switch column {
            case .question(let question):
                if kind == .missingField, question == .children { continue }
                answer(question, of: interview, kind: kind)
            case .choice(let question, let place): flag(question, place, of: interview)
            case .start: time(of: interview, after: 0)
            case .end: time(of: interview, after: interview.minutes)
            case .recordNumber: text.field(recordNumber)
            }
        }
        text.endRow()
    }

    private mutating func answer(_ column: SurveyColumn, of interview: Interview, kind: DirtyKind?) {
        if let reason = interview.missing.reason(column), reason == .blank || isWritten(column, interview) {
            text.field(words.missing[reason.rawValue])
            return
        }
        switch column.kind {
        case .text: identity(column, of: interview, kind: kind)
        case .count: text.field(interview.count(column))
        case .choice: choice(column, of: interview, kind: kind)
        case .set: set(column, interview.ticks(column))
        }
    }

    /// A question that the form skips has a blank cell whatever is missing.
    private func isWritten(_ column: SurveyColumn, _ interview: Interview) -> Bool {
        column.kind != .choice || interview.code(column) != nil
    }

    private mutating func choice(_ column: SurveyColumn, of interview: Interview, kind: DirtyKind?) {
        text.beginField()
        guard let code = interview.code(column) else { return }
        switch column {
        case .smartphone where kind == .unknownAnswer: text.add(words.unknownAnswer)
        case .smartphone, .computer, .wantsHelp:
            let spelling: DialectWords.Spelling =
                kind == .blanksAround ? .padded : kind == .caseAndDiacritics ? .careless : .usual
            text.add(words.yesNo[spelling.rawValue][code])
        default: text.add(words.answers[column.rawValue][code])
        }
    }

    private mutating func set(_ column: SurveyColumn, _ bits: UInt16) {
        text.beginField()
        var left = bits
        while left != 0 {
            text.add(words.answers[column.rawValue][left.trailingZeroBitCount])
            left &= left - 1
            if left != 0 { text.add(words.setSeparator) }
        }
    }

    private mutating func flag(_ column: SurveyColumn, _ place: Int, of interview: Interview) {
        text.beginField()
        if interview.missing.reason(column) != nil { return }
        text.add(interview.ticks(column) & (1 << UInt16(place)) == 0 ? "0" : "1")
    }
}
