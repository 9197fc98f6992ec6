internal import CSVReader
internal import SurveyData

/// What one thread has counted so far: a cell for each combination of place, month, design and weight.
struct SummaryTally: Sendable {
    private(set) var reader: CodedReader
    /// The columns that a cell is told by, and a table a level: (cell of the level above, code) to cell.
    private let keyColumns: [Int]
    private var levels: [KeyTable]
    private var counter = MaskCounter()
    private var households: [Int] = []
    private var dossiers: [DossierSums] = []

    /// By answer column, then code.
    private var answers: [[CodedAnswer]]
    private let answerColumns: [Int]
    private let single, combined: UInt64
    /// What each combination of answer classes says, by its number in `combinations`.
    private var combinations = KeyTable()
    private var outcomes: [Outcome] = []
    private let total, online: Int?

    private var rowAnswers = Array(repeating: CodedAnswer(), count: CodedReader.tile)
    private var rowCells = Array(repeating: UInt32(0), count: CodedReader.tile)

    /// What one cell of the file adds to its household.
    private struct CodedAnswer {
        var known: UInt64 = 0
        var yes: UInt64 = 0
        var classes: UInt64 = 0
    }

    /// What one combination of classes says.
    private struct Outcome {
        let masks: IndicatorMasks
        let tellsDossiers: Bool
    }

    /// - Parameter asked: the indicators that the survey can give, a bit each.
    init(_ reader: CodedReader, asked: UInt64) {
        self.reader = reader
        single = asked & IndicatorMasks.bits(\.isOfOneAnswer)
        combined = asked & ~IndicatorMasks.bits(\.isOfOneAnswer)
        let columns = reader.columns
        keyColumns = columns.indices.filter { place in
            guard let variable = columns[place].variable else { return true }
            return Self.keyVariables.contains(variable)
        }
        answerColumns = columns.indices.filter { place in
            columns[place].variable.map { Self.answerVariables.contains($0) } ?? false
        }
        answers = answerColumns.map { _ in [] }
        levels = Array(repeating: KeyTable(), count: keyColumns.count + 1)
        total = columns.firstIndex { $0.role == .variable(.proceduresTotal) }
        online = columns.firstIndex { $0.role == .variable(.proceduresOnline) }
    }

    static let keyVariables: [Variable] = [
        .formerWard, .residentialGroup, .stratum, .psu, .weight, .population,
    ]
    static let answerVariables = AnswerClass.variables + [.wantsHelp, .barriers]
    /// All that a summary reads of a survey.
    static let wanted = Set(keyVariables + answerVariables + [.surveyDate])

    /// Counts the households of a block.
    mutating func add(_ block: RecordBlock) {
        reader.begin(block)
        while reader.next(block) {
            guard reader.count > 0 else { continue }
            findAnswers()
            findCells()
            count()
        }
    }

    /// Per row: the masks of indicators of one answer, and the classes of answers for the others.
    private mutating func findAnswers() {
        let count = reader.count
        for row in 0..<count { rowAnswers[row] = CodedAnswer() }
        for (place, column) in answerColumns.enumerated() {
            noteNewAnswers(place, reader.columns[column])
            let from = column * CodedReader.tile
            answers[place].withUnsafeBufferPointer { answers in
                reader.codes.withUnsafeBufferPointer { codes in
                    for row in 0..<count {
                        let answer = answers[Int(codes[from + row])]
                        rowAnswers[row].known |= answer.known
                        rowAnswers[row].yes |= answer.yes
                        rowAnswers[row].classes |= answer.classes
                    }
                }
            }
        }
    }

    private mutating func noteNewAnswers(_ place: Int, _ column: CodedColumn) {
        guard answers[place].count < column.codes, let variable = column.variable else { return }
        let shift = AnswerClass.variables.firstIndex(of: variable).map { UInt64($0 * AnswerClass.bits) }
        for code in answers[place].count..<column.codes {
            let household = column.household(code)
            let masks = IndicatorMasks(household, single & Self.indicators(of: variable))
            let own = shift.map { AnswerClass.of(variable, household) << $0 } ?? 0
            answers[place].append(CodedAnswer(known: masks.known, yes: masks.yes, classes: own))
        }
    }

    private static func indicators(of variable: Variable) -> UInt64 {
        IndicatorMasks.bits { $0.questions == [variable] }
    }

    /// Per row: the number of its cell.
    private mutating func findCells() {
        let count = reader.count
        for row in 0..<count { rowCells[row] = levels[0].code(UInt64(reader.monthCodes[row])) }
        for (level, column) in keyColumns.enumerated() {
            let from = column * CodedReader.tile
            for row in 0..<count {
                let key = UInt64(rowCells[row]) << 32 | UInt64(reader.codes[from + row])
                rowCells[row] = levels[level + 1].code(key)
            }
        }
        let cells = levels[keyColumns.count].keys.count
        counter.grow(to: cells)
        while households.count < cells {
            households.append(0)
            dossiers.append(DossierSums())
        }
    }

    private mutating func count() {
        let numbersOnline = online.map { reader.columns[$0].numbers } ?? []
        let numbersTotal = total.map { reader.columns[$0].numbers } ?? []
        for row in 0..<reader.count {
            let answer = rowAnswers[row]
            let combination = Int(combinations.code(answer.classes))
            if combination == outcomes.count {
                let household = reader.household(row)
                outcomes.append(
                    Outcome(
                        masks: IndicatorMasks(household, combined),
                        tellsDossiers: household.dossiers.value != nil
                            && household.dossiersOnline.value != nil))
            }
            let outcome = outcomes[combination]
            let cell = Int(rowCells[row])
            households[cell] += 1
            counter.add(answer.known | outcome.masks.known, answer.yes | outcome.masks.yes, to: cell)
            if outcome.tellsDossiers {
                dossiers[cell].add(
                    x: number(row, online, numbersOnline), y: number(row, total, numbersTotal))
            }
        }
    }

    @inline(__always)
    private func number(_ row: Int, _ column: Int?, _ numbers: [Double]) -> Int {
        guard let column else { return 0 }
        return Int(numbers[Int(reader.codes[column * CodedReader.tile + row])])
    }
}

extension SummaryTally {
    /// What the cells share, as the file writes it, and their counts.
    func cells() -> [(origin: WrittenOrigin, key: SummaryCell.Key, cell: SummaryCell)] {
        households.indices.map { place in
            var codes: [Int] = []
            var above = place
            for level in levels.indices.reversed() {
                let key = levels[level].keys[above]
                codes.append(Int(key & 0xFFFF_FFFF))
                above = Int(key >> 32)
            }
            codes.reverse()
            let counts = counter.counts(place)
            var cell = SummaryCell()
            cell.households = households[place]
            cell.known = Array(counts.known.prefix(cell.known.count))
            cell.yes = Array(counts.yes.prefix(cell.yes.count))
            cell.dossiers = dossiers[place]
            let (origin, key) = written(month: reader.months[codes[0]], Array(codes.dropFirst()))
            return (origin, key, cell)
        }
    }

    private func written(month: WrittenMonth, _ codes: [Int]) -> (WrittenOrigin, SummaryCell.Key) {
        var key = SummaryCell.Key()
        key.groupings = Array(repeating: nil, count: reader.groupings)
        for (place, code) in zip(keyColumns, codes) {
            let column = reader.columns[place]
            switch column.role {
            case .grouping(let grouping): key.groupings[grouping] = column.text(code)
            case .variable(.formerWard): key.formerWard = column.text(code)
            case .variable(.residentialGroup): key.group = column.text(code)
            case .variable(.stratum): key.stratum = column.text(code)
            case .variable(.psu): key.psu = column.text(code)
            case .variable(.weight): key.weight = column.number(code)
            case .variable(.population): key.population = column.number(code)
            default: break
            }
        }
        return (WrittenOrigin(formerWard: key.formerWard, group: key.group, month: month), key)
    }
}
