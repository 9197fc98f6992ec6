internal import CSVReader
internal import SurveyData

/// What one thread has counted so far: a cell for each combination of place, month, design and weight.
struct SummaryTally: Sendable {
    private(set) var reader: CodedReader
    /// The columns that a cell is told by, and a table a level: (cell of the level above, code) to cell.
    private let keyColumns: [Int]
    private var levels: [KeyTable]
    private var counter = MaskCounter()
    /// By cell and part.
    private var sums: [PartSums] = []
    /// Parts that are counted apart: everyone, and the kinds of household and procedures that the survey tells.
    private let parts: [Int]
    /// By part: its place among `parts`.
    private let slots: [Int]

    /// By answer column, then code.
    private var answers: [[CodedAnswer]]
    private let answerColumns: [Int]
    private let single, combined: UInt64
    /// What each combination of answer classes says, by its number in `combinations`.
    private var combinations = KeyTable()
    private var outcomes: [Outcome] = []
    private let total, online, size, older: Int?
    /// By code: people of the household, and those aged 60 or more; without a number none reaches all.
    private var sizes: [Double] = []
    private var olderPeople: [Double] = []

    private var rowAnswers = Array(repeating: CodedAnswer(), count: CodedReader.tile)
    private var rowOutcomes = Array(repeating: UInt32(0), count: CodedReader.tile)
    private var rowCells = Array(repeating: UInt32(0), count: CodedReader.tile)

    /// What is counted of every part; of procedures, all.
    private struct PartSums {
        var households = 0
        var filers = 0
        var onlineFilers = 0
        var dossiers = DossierSums()
    }

    /// What one cell of the file adds to its household.
    private struct CodedAnswer {
        private var words = SIMD4<UInt64>()

        init() {}

        init(known: UInt64, yes: UInt64, classes: UInt64, parts: UInt32) {
            words = SIMD4(known, yes, classes, UInt64(parts))
        }

        var known: UInt64 { words[0] }
        var yes: UInt64 { words[1] }
        var classes: UInt64 { words[2] }
        var parts: UInt64 { words[3] }

        @inline(__always)
        static func |= (left: inout CodedAnswer, right: CodedAnswer) { left.words |= right.words }
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
        func column(_ variable: Variable) -> Int? { columns.firstIndex { $0.variable == variable } }
        total = column(.proceduresTotal)
        online = column(.proceduresOnline)
        size = column(.householdSize)
        older = column(.people60Plus)
        let told: [(HouseholdType, Bool)] = [
            (.only60Plus, size != nil && older != nil), (.womenHeaded, column(.womenHeaded) != nil),
            (.withChildren, column(.children) != nil),
        ]
        parts =
            [0] + told.filter(\.1).map { CellPart.place(of: $0.0) }
            + (column(.procedures) == nil ? [] : CellPart.procedures.map { CellPart.place(of: $0) })
        let parts = parts
        slots = (0..<CellPart.count).map { parts.firstIndex(of: $0) ?? 0 }
    }

    static let keyVariables: [Variable] = [
        .formerWard, .residentialGroup, .stratum, .psu, .weight, .population,
    ]
    static let answerVariables =
        AnswerClass.variables + [.wantsHelp, .barriers, .womenHeaded, .children, .procedures]
    /// All that a summary reads of a survey.
    static let wanted = Set(
        keyVariables + answerVariables + [.surveyDate, .householdSize, .people60Plus])

    /// Counts the households of a block.
    mutating func add(_ block: RecordBlock) {
        reader.begin(block)
        while reader.next(block) {
            guard reader.count > 0 else { continue }
            findAnswers()
            findCells()
            findOutcomes()
            count()
        }
    }

    /// Per row: the masks of indicators of one answer, and the classes of answers for the others.
    private mutating func findAnswers() {
        let count = reader.count
        for row in 0..<count { rowAnswers[row] = CodedAnswer() }
        noteNewSizes()
        for (place, column) in answerColumns.enumerated() {
            if answers[place].count < reader.codes(in: column) {
                noteNewAnswers(place, reader.columns[column])
            }
            let from = column * CodedReader.tile
            answers[place].withUnsafeBufferPointer { answers in
                reader.codes.withUnsafeBufferPointer { codes in
                    rowAnswers.withUnsafeMutableBufferPointer { rows in
                        for row in 0..<count { rows[row] |= answers[Int(codes[from + row])] }
                    }
                }
            }
        }
    }

    private mutating func noteNewAnswers(_ place: Int, _ column: CodedColumn) {
        guard let variable = column.variable else { return }
        let own = single & IndicatorMasks.bits { $0.questions == [variable] }
        let shift = AnswerClass.variables.firstIndex(of: variable).map { UInt64($0 * AnswerClass.bits) }
        for code in answers[place].count..<column.codes {
            let household = column.household(code)
            let masks = IndicatorMasks(household, own)
            let classes = shift.map { AnswerClass.of(variable, household) << $0 } ?? 0
            answers[place].append(
                CodedAnswer(
                    known: masks.known, yes: masks.yes, classes: classes, parts: CellPart.bits(household)))
        }
    }

    private mutating func noteNewSizes() {
        if let size {
            for code in sizes.count..<reader.codes(in: size) {
                sizes.append(reader.columns[size].number(code) ?? .infinity)
            }
        }
        if let older {
            for code in olderPeople.count..<reader.codes(in: older) {
                olderPeople.append(reader.columns[older].number(code) ?? -1)
            }
        }
    }

    /// Per row: the number of its cell.
    private mutating func findCells() {
        let count = reader.count
        levels[0].code(&rowCells, count) { UInt64(reader.monthCodes[$1]) }
        for (level, column) in keyColumns.enumerated() {
            let from = column * CodedReader.tile
            levels[level + 1].code(&rowCells, count) { UInt64($0) << 32 | UInt64(reader.codes[from + $1]) }
        }
        let cells = levels[keyColumns.count].keys.count * parts.count
        counter.grow(to: cells)
        while sums.count < cells { sums.append(PartSums()) }
    }

    /// Per row: the number of what its combination of classes says.
    private mutating func findOutcomes() {
        combinations.code(&rowOutcomes, reader.count) { rowAnswers[$1].classes }
        for row in 0..<reader.count where rowOutcomes[row] == outcomes.count {
            let household = reader.household(row)
            outcomes.append(
                Outcome(
                    masks: IndicatorMasks(household, combined),
                    tellsDossiers: household.dossiers.value != nil && household.dossiersOnline.value != nil))
        }
    }

    private mutating func count() {
        let numbersOnline = online.map { reader.numbers(in: $0) } ?? []
        let numbersTotal = total.map { reader.numbers(in: $0) } ?? []
        let (procedures, ofProcedures) = (UInt64(CellPart.procedureBits), CellPart.ofProcedures)
        let only60Plus = (1 as UInt64) << UInt64(CellPart.place(of: .only60Plus))
        for row in 0..<reader.count {
            let answer = rowAnswers[row]
            let outcome = outcomes[Int(rowOutcomes[row])]
            let known = answer.known | outcome.masks.known
            let yes = answer.yes | outcome.masks.yes
            let filers = known & ofProcedures == 0 ? 0 : 1
            let onlineFilers = yes & ofProcedures == 0 ? 0 : 1
            let x = outcome.tellsDossiers ? number(row, online, numbersOnline) : 0
            let y = outcome.tellsDossiers ? number(row, total, numbersTotal) : 0
            let masks = MaskCounter.Spread(known: known, yes: yes)
            let cell = Int(rowCells[row]) &* parts.count
            let bits = answer.parts | 1 | (isOnly60Plus(row) ? only60Plus : 0)
            let slots = slots
            sums.withUnsafeMutableBufferPointer { sums in
                var left = bits
                while left != 0 {
                    let place = cell &+ slots[left.trailingZeroBitCount]
                    left &= left &- 1
                    sums[place].households &+= 1
                    sums[place].filers &+= filers
                    sums[place].onlineFilers &+= onlineFilers
                    if outcome.tellsDossiers { sums[place].dossiers.add(x: x, y: y) }
                }
            }
            counter.add(masks, from: cell, bits: bits & ~procedures, places: slots)
        }
    }

    /// Both numbers told, and as many aged 60 or more as there are people.
    @inline(__always)
    private func isOnly60Plus(_ row: Int) -> Bool {
        guard let size, let older else { return false }
        let all = sizes[Int(reader.codes[size * CodedReader.tile + row])]
        let some = olderPeople[Int(reader.codes[older * CodedReader.tile + row])]
        return some >= all
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
        (0..<sums.count / parts.count).map { place in
            var codes: [Int] = []
            var above = place
            for level in levels.indices.reversed() {
                let key = levels[level].keys[above]
                codes.append(Int(key & 0xFFFF_FFFF))
                above = Int(key >> 32)
            }
            codes.reverse()
            var counts = Array(repeating: AnswerCounts(), count: CellPart.count)
            for (slot, part) in parts.enumerated() {
                counts[part] = self.counts(place * parts.count + slot, part)
            }
            let (origin, key) = written(month: reader.months[codes[0]], Array(codes.dropFirst()))
            return (origin, key, SummaryCell(parts: counts))
        }
    }

    private func counts(_ place: Int, _ part: Int) -> AnswerCounts {
        var counts = AnswerCounts()
        counts.households = sums[place].households
        counts.dossiers = sums[place].dossiers
        if CellPart.procedureBits >> UInt32(part) & 1 != 0 {
            counts.setFilers(sums[place].filers, online: sums[place].onlineFilers)
            return counts
        }
        let bits = counter.counts(place)
        counts.known = Array(bits.known.prefix(counts.known.count))
        counts.yes = Array(bits.yes.prefix(counts.yes.count))
        return counts
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
