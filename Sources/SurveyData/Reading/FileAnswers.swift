internal import Basics
internal import CSVReader

/// The answers of one file, variable by variable, and what was found on the way.
struct FileAnswers: Sendable {
    let file: String
    let columns: ColumnMap
    let rows: Int
    let positions: RowPositions
    let ids: IDColumn
    private(set) var coded: [AnswerColumn<UInt32>?]
    private(set) var numbers: [AnswerColumn<Double>?]
    private(set) var texts: [AnswerColumn<String>?]
    private(set) var dates: AnswerColumn<WrittenDate>?
    let groupings: [AnswerColumn<String>?]
    private(set) var notes: CellNotes
    /// Rows that cannot be households, whatever they say: a separator is missing.
    let shortRows: [(row: Int, fields: Int)]
    /// Of rows without a household, and repairs of rows.
    let counts: ReadingCounts
    let faults: [RowEncoder.RowFault]

    private enum Part: Sendable {
        case coded(AnswerColumn<UInt32>)
        case number(AnswerColumn<Double>)
        case text(AnswerColumn<String>)
        case date(AnswerColumn<WrittenDate>)
    }

    /// - Throws: `Diagnostic` `.mixedMarks` where a column writes numbers in two ways.
    init(_ file: EncodedFile, codebook: Codebook, wanted: Set<Variable>?, threads: Int) throws {
        let map = file.header.columns
        let variables = Variable.allCases.filter {
            $0 != .householdID && map.source($0) != nil && wanted?.contains($0) ?? true
        }
        let read = try parallelMap(variables.count, threads: threads) {
            place throws(Diagnostic) -> (Part, CellNotes) in
            try Self.part(variables[place], file, codebook)
        }
        coded = Array(repeating: nil, count: Variable.slotCount(of: .coded))
        numbers = Array(repeating: nil, count: Variable.slotCount(of: .number))
        texts = Array(repeating: nil, count: Variable.slotCount(of: .text))
        notes = CellNotes()
        let parts = Self.withBlankParts(read, variables, map)
        for (variable, (part, own)) in zip(variables, parts) {
            switch part {
            case .coded(let column): coded[variable.slot] = column
            case .number(let column): numbers[variable.slot] = column
            case .text(let column): texts[variable.slot] = column
            case .date(let column): dates = column
            }
            notes += own
        }
        let idNotes: CellNotes
        (ids, idNotes) = IDColumn.read(file, codebook: codebook)
        notes += idNotes
        groupings = map.groupings.map { place in
            place.map { place in
                let column = file.column(place)
                return ReadColumn(column, groupingOf: place).answers(\.text)
            }
        }
        self.file = file.header.file
        columns = map
        rows = file.rows
        positions = file.positions
        let short = file.shortRows
        let areTrimmed = file.rowEnds.areTrimmed
        shortRows = areTrimmed ? [] : short
        if areTrimmed { notes.repairs["shortRow"] = short.count }
        for encoder in file.encoders { notes.repairs.merge(encoder.repairs) { $0 + $1 } }
        if file.header.rowsBelow > 0 { notes.repairs["headerRow"] = file.header.rowsBelow }
        counts = file.encoders.reduce(ReadingCounts()) { $0 + $1.counts }
        faults = file.encoders.flatMap(\.faults)
    }

    /// Where a number is a part of a sum that is known, a blank of it is nothing (0), as in the sum.
    private static func withBlankParts(
        _ read: [(Part, CellNotes)], _ variables: [Variable], _ map: ColumnMap
    ) -> [(Part, CellNotes)] {
        let sums = variables.indices.filter {
            if case .sum = map.source(variables[$0]) { true } else { false }
        }
        var read = read
        for sum in sums {
            guard case .number(let total) = read[sum].0 else { continue }
            let columns = Set(map.source(variables[sum])?.columns ?? [])
            for place in variables.indices where place != sum {
                guard case .number(let part) = read[place].0,
                    let own = map.source(variables[place])?.columns, columns.isSuperset(of: own)
                else { continue }
                read[place].0 = .number(
                    part.filling(.missing(.blank), with: .given(0)) { total[$0].value != nil })
            }
        }
        return read
    }

    mutating func noteRepair(_ name: String, _ count: Int = 1) { notes.repairs[name, default: 0] += count }

    private static func part(
        _ variable: Variable, _ file: EncodedFile, _ codebook: Codebook
    ) throws(Diagnostic) -> (Part, CellNotes) {
        guard let source = file.header.columns.source(variable), let rule = codebook.variables[variable]
        else {
            preconditionFailure("a variable without a column")
        }
        switch source {
        case .column(let place, let others):
            let column = try read(place, rule, file, codebook)
            var notes = column.notes
            for other in others {
                let second = try read(other, rule, file, codebook, namesFaults: false)
                for row in ColumnComparison(variable).differing(column, second) {
                    notes.contradictions.append(.init(rule: .columnsDiffer, row: row, column: other))
                }
            }
            switch variable.storage {
            case .coded: return (.coded(column.answers(\.coded)), notes)
            case .number: return (.number(column.answers(\.number)), notes)
            case .date: return (.date(column.answers(\.date)), notes)
            case .text, .id: return (.text(column.answers(\.text)), notes)
            }
        case .split(let choices, _) where variable.isChoice:
            let split = SplitChoice(variable, rule, choices, file, codebook)
            return (.coded(split.answers), split.notes)
        case .split(let choices, let whole):
            let split = try SplitQuestion(variable, rule, choices, whole: whole, file, codebook)
            return (.coded(split.answers), split.notes)
        case .anyYes(let places):
            let any = try AnyYesQuestion(places, rule, file, codebook)
            return (.coded(any.answers), any.notes)
        case .sum(let places):
            let sum = try SumQuestion(places, rule, file, codebook)
            return (.number(sum.answers), sum.notes)
        case .key(let places):
            return (.text(KeyText(places, file).answers), CellNotes())
        case .row: preconditionFailure("only a household's id is its row")
        }
    }

    /// A column read by a variable's rule, its number marks decided from all its cells.
    static func read(
        _ place: Int, _ rule: VariableRule, _ file: EncodedFile, _ codebook: Codebook,
        namesFaults: Bool = true
    ) throws(Diagnostic) -> ReadColumn {
        let column = file.column(place)
        var notes = CellNotes()
        let marks = try NumberColumn(column, rule).marks(file, place, &notes)
        let reader = CellReader(AnswerReader(rule: rule, marks: marks, zone: codebook.zone))
        var read = ReadColumn(column, place, reader, variable: rule.variable, namesFaults: namesFaults)
        read.readUnticked(rule.variable)
        read.add(notes)
        return read
    }
}
