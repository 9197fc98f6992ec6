internal import SurveyData

/// What counting a survey's table takes, worked out once for all threads: the columns that a cell is told by, and
/// what each answer adds to the household that gives it.
struct TallyPlan: Sendable {
    /// Households with more dossiers cannot be counted: squares of counts are added as integers.
    static let mostDossiers = 1_000_000.0

    let table: SurveyTable
    /// The codes of the columns that a cell is told by.
    let keys: [CodeList]
    /// The key of the cell that codes of `keys` tell.
    private let keyParts: [KeyPart]
    let answers: [AnsweredColumn]
    /// Indicators that take several answers.
    let combined: IndicatorBits
    let total, online, size, older: CountColumn?
    /// Whether households are counted by procedure too.
    let asksProcedures: Bool

    /// What a code of a key column sets in a cell's key.
    private enum KeyPart: Sendable {
        case place(PlaceColumn)
        case grouping(Int, AnswerColumn<String>)
        case stratum(AnswerColumn<String>)
        case psu(AnswerColumn<String>)
        case weight(AnswerColumn<Double>)
        case population(AnswerColumn<Double>)
    }

    /// A column of answers, and what each adds.
    struct AnsweredColumn: Sendable {
        let codes: CodeList
        /// By word of the indicators, then code: known, yes.
        let masks: [[SIMD2<UInt64>]]
        /// By code: the class of the answer, in its variable's place, and the parts that its household is of.
        let kinds: [SIMD2<UInt64>]
    }

    /// A column of counts; `numbers` by code.
    struct CountColumn: Sendable {
        let codes: CodeList
        let numbers: [Double]

        /// - Parameter missing: stands where there is no number.
        init?(_ variable: Variable, _ table: SurveyTable, missing: Double) {
            guard let column = table.numbers(variable) else { return nil }
            codes = column.codes
            numbers = column.answers.map { $0.value ?? missing }
        }
    }

    /// - Parameter asked: the indicators that the survey can give.
    init(_ table: SurveyTable, asked: IndicatorBits) {
        self.table = table
        let ofOneAnswer = IndicatorBits(\.isOfOneAnswer)
        combined = asked - ofOneAnswer
        var keys: [(codes: CodeList, part: KeyPart)] = [(table.places.codes, .place(table.places))]
        for (place, column) in table.groupings.enumerated() {
            if let column { keys.append((column.codes, .grouping(place, column))) }
        }
        if let column = table.texts(.stratum) { keys.append((column.codes, .stratum(column))) }
        if let column = table.texts(.psu) { keys.append((column.codes, .psu(column))) }
        if let column = table.numbers(.weight) { keys.append((column.codes, .weight(column))) }
        if let column = table.numbers(.population) { keys.append((column.codes, .population(column))) }
        self.keys = keys.map(\.codes)
        keyParts = keys.map(\.part)
        answers = Self.answerVariables.compactMap {
            AnsweredColumn($0, table, indicators: asked & ofOneAnswer)
        }
        total = CountColumn(.proceduresTotal, table, missing: 0)
        online = CountColumn(.proceduresOnline, table, missing: 0)
        size = CountColumn(.householdSize, table, missing: .infinity)
        older = CountColumn(.people60Plus, table, missing: -1)
        asksProcedures = table.coded(.procedures) != nil
    }

    static let answerVariables =
        AnswerClass.variables + [.wantsHelp, .barriers, .womenHeaded, .children, .respondentAge, .procedures]
    /// All that a summary reads of a survey.
    static let wanted = Set(
        answerVariables + [
            .formerWard, .residentialGroup, .stratum, .psu, .weight, .population, .surveyDate, .householdSize,
            .people60Plus, .mode, .contactResult,
        ])

    /// The key of a cell, from a code of each key column.
    func key(_ codes: [Int]) -> SummaryCell.Key {
        var key = SummaryCell.Key()
        key.groupings = Array(repeating: nil, count: table.groupings.count)
        for (part, code) in zip(keyParts, codes) {
            switch part {
            case .place(let column):
                key.group = column.places[code].group?.text
                key.formerWard = column.places[code].formerWard
            case .grouping(let place, let column): key.groupings[place] = column.answers[code].value
            case .stratum(let column): key.stratum = column.answers[code].value
            case .psu(let column): key.psu = column.answers[code].value
            case .weight(let column): key.weight = column.answers[code].value
            case .population(let column): key.population = column.answers[code].value
            }
        }
        return key
    }
}

extension TallyPlan.AnsweredColumn {
    /// nil: the survey does not ask the question.
    init?(_ variable: Variable, _ table: SurveyTable, indicators: IndicatorBits) {
        let alone = SurveyTable.ofAnswers(variable, in: table)
        guard alone.count > 0 else { return nil }
        let own = indicators & IndicatorBits { $0.questions == [variable] }
        let shift = AnswerClass.variables.firstIndex(of: variable).map { UInt64($0 * AnswerClass.bits) }
        let households = (0..<alone.count).map(alone.household)
        let found = households.map { IndicatorMasks($0, own) }
        masks = (0..<IndicatorBits.wordCount).map { word in
            found.map { SIMD2($0.known.words[word], $0.yes.words[word]) }
        }
        kinds = households.map { household in
            SIMD2(
                shift.map { AnswerClass.of(variable, household) << $0 } ?? 0, CellPart.bits(household)
            )
        }
        let column = table.codes(of: variable)
        codes = column ?? CodeList(wide: [])
    }
}

extension SurveyTable {
    /// The codes of a coded or counted question's answers.
    fileprivate func codes(of variable: Variable) -> CodeList? {
        switch variable.kind {
        case .choice, .set: coded(variable)?.codes
        default: numbers(variable)?.codes
        }
    }
}
