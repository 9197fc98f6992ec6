package import CSVReader

/// Reads the blocks of one file into households as codes, a tile of rows at a time, column by column.
///
/// Rows in which anything is out of the ordinary (another number of fields, no id, a cell that is no answer, more
/// online than in all) go through `HouseholdReader`, as all rows of `Survey.read` do: one truth, two speeds.
package struct CodedReader: Sendable {
    /// A household with more dossiers is for the general path: squares of counts are added as integers.
    package static let mostDossiers = 1_000_000.0
    /// Rows of a full tile.
    package static let tile = 64

    package private(set) var columns: [CodedColumn]
    /// Codes of the tile's rows: `tile` of each column, one column behind the other.
    package private(set) var codes: [UInt32]
    /// How many groupings the codebook declares.
    package let groupings: Int
    /// Rows of the current tile.
    package private(set) var count = 0
    /// Rows of all tiles.
    package private(set) var rows = 0
    /// Hashes of all household ids.
    package private(set) var ids: [UInt64] = []
    private(set) var repairs: [String: Int] = [:]
    /// By row of the tile: the place of its date in `months`, 0 without one.
    package private(set) var monthCodes: [UInt32]
    /// The months that dates fall in, day first and month first.
    package private(set) var months: [WrittenMonth] = [WrittenMonth()]
    private(set) var dates: Set<WrittenDate> = []
    private(set) var odd: HouseholdReader
    private var readers: ColumnReaders
    private let header: SurveyHeader
    private let width: Int
    private let idColumn: Int
    /// Whether each variable has one column and ids are told by their digits: others are for the general path.
    private let isPlainForm: Bool
    private let total, online, date: Int?
    private let totalsRows: Set<String>
    /// First cells of rows that were seen: whether the row is a household.
    private var firstCells: [ArraySlice<UInt8>: Bool] = [:]
    /// Ids that several rows have: the general path decides between them.
    private let repeated: Set<UInt64>

    private var cursor = 0
    private var positions = Array(repeating: UInt32(0), count: CodedReader.tile)
    private var records = Array(repeating: 0, count: CodedReader.tile)
    private var isOdd = Array(repeating: false, count: CodedReader.tile)
    private var monthOfDate: [UInt32] = []

    init(_ header: SurveyHeader, wanted: Set<Variable>, codebook: Codebook, repeated: Set<UInt64>) {
        let map = header.columns
        var isOneCellEach = map.roles.contains(.variable(.householdID))
        var columns: [CodedColumn] = []
        for (place, role) in map.roles.enumerated() {
            switch role {
            case .variable(let variable):
                if wanted.contains(variable), variable != .householdID {
                    columns.append(CodedColumn(role: role, place: place))
                }
            case .grouping: columns.append(CodedColumn(role: role, place: place))
            case .unknown, .covered, .forbidden: continue
            case .flag, .keyPart, .anyYes: isOneCellEach = false
            }
        }
        func column(_ variable: Variable) -> Int? {
            columns.firstIndex { $0.role == .variable(variable) }
        }
        total = column(.proceduresTotal)
        online = column(.proceduresOnline)
        date = column(.surveyDate)
        codes = Array(repeating: 0, count: columns.count * Self.tile)
        monthCodes = Array(repeating: 0, count: Self.tile)
        self.columns = columns
        self.header = header
        idColumn = map.roles.firstIndex(of: .variable(.householdID)) ?? 0
        // A code with a digit is an id, unless the codebook calls it something else.
        let others = codebook.totalsRows.union(
            codebook.variables[.householdID]?.missing.keys.map(\.self) ?? [])
        isPlainForm = isOneCellEach && !others.contains { $0.contains(where: \.isNumber) }
        self.repeated = repeated
        groupings = codebook.groupings.count
        width = map.roles.count
        totalsRows = codebook.totalsRows
        readers = ColumnReaders(columns: map, codebook: codebook)
        odd = HouseholdReader(header: header, codebook: codebook, fileIndex: 0)
    }

    /// Goes to the start of a block.
    package mutating func begin(_ block: RecordBlock) {
        cursor = 0
        odd.note(blankLines: block.blankLines, issues: block.issues)
    }

    /// Codes of a column so far; asking `columns` for it would copy the column.
    package func codes(in column: Int) -> Int { columns[column].codes }

    /// The numbers that a column's cells say, by code.
    package func numbers(in column: Int) -> [Double] { columns[column].numbers }

    /// Reads the next rows of a block into the tile; false at its end.
    package mutating func next(_ block: RecordBlock) -> Bool {
        count = 0
        while cursor < block.count, count < Self.tile {
            let record = cursor
            cursor += 1
            guard header.isHousehold(record, of: block) else { continue }
            guard isPlainForm, block.fieldCount(of: record) == width else {
                readOdd(record, of: block)
                continue
            }
            positions[count] = UInt32(block.firstField(of: record))
            records[count] = record
            count += 1
        }
        checkIDs(of: block)
        guard count > 0 else { return cursor < block.count }
        for column in columns.indices { code(column, of: block) }
        findOnlineOverTotal()
        setOddAside(block)
        countRepairs()
        rows += count
        return true
    }

    private mutating func readOdd(_ record: Int, of block: RecordBlock) {
        if block.fieldCount(of: record) > idColumn {
            let id = trimmed(String(decoding: block.bytes(of: idColumn, in: record), as: UTF8.self))
            if !id.isEmpty { ids.append(Self.hash(id)) }
        }
        odd.read(record, of: block)
    }

    private mutating func code(_ column: Int, of block: RecordBlock) {
        let from = column * Self.tile
        columns[column].coder.code(
            block, at: positions, count: count, column: columns[column].place, into: &codes, from: from)
        columns[column].readNewCells(&readers)
        if column == date {
            noteDates(of: block, from: from)
        } else {
            let odd = columns[column].isOdd
            for row in 0..<count where odd[Int(codes[from + row])] { isOdd[row] = true }
        }
    }

    /// Dates with a time hardly repeat: what is not kept is read every time.
    private mutating func noteDates(of block: RecordBlock, from: Int) {
        guard let date else { return }
        let place = columns[date].place
        for code in monthOfDate.count..<columns[date].codes {
            monthOfDate.append(monthCode(of: columns[date].readings[code]))
        }
        for row in 0..<count {
            let code = Int(codes[from + row])
            monthCodes[row] = monthOfDate[code]
            if code != 0 {
                if columns[date].isOdd[code] { isOdd[row] = true }
                continue
            }
            let (reading, repaired) = readers.look(block.bytes(of: place, in: records[row]), column: place)
            monthCodes[row] = monthCode(of: reading)
            if monthCodes[row] == 0 || !repaired.isEmpty { isOdd[row] = true }
        }
    }

    private mutating func monthCode(of reading: CellReading) -> UInt32 {
        guard case .date(let written) = reading else { return 0 }
        dates.insert(written)
        let month = WrittenMonth(written)
        if let known = months.firstIndex(of: month) { return UInt32(known) }
        months.append(month)
        return UInt32(months.count - 1)
    }

    private mutating func findOnlineOverTotal() {
        guard let total, let online else { return }
        let (inAll, onlineOf) = (columns[total].numbers, columns[online].numbers)
        for row in 0..<count {
            let all = Int(codes[total * Self.tile + row])
            let own = Int(codes[online * Self.tile + row])
            guard onlineOf[own] > inAll[all] else { continue }
            // A total that was not given refuses nothing.
            if case .number = columns[total].readings[all] { isOdd[row] = true }
        }
    }

    /// Gives the odd rows to the general path and closes the gaps.
    private mutating func setOddAside(_ block: RecordBlock) {
        guard isOdd.prefix(count).contains(true) else { return }
        var kept = 0
        for row in 0..<count {
            if isOdd[row] {
                odd.read(records[row], of: block)
                continue
            }
            for column in columns.indices {
                codes[column * Self.tile + kept] = codes[column * Self.tile + row]
            }
            monthCodes[kept] = monthCodes[row]
            kept += 1
        }
        count = kept
    }

    private mutating func countRepairs() {
        for column in columns.indices where !columns[column].repairs.isEmpty {
            for row in 0..<count {
                guard let made = columns[column].repairs[Int(codes[column * Self.tile + row])] else {
                    continue
                }
                repairs.merge(made) { $0 + $1 }
            }
        }
    }
}

extension CodedReader {
    /// Notes the tile's ids, and which rows are not surely households with an id that nothing has to be done to.
    private mutating func checkIDs(of block: RecordBlock) {
        for row in 0..<count {
            let hash: UInt64
            (hash, isOdd[row]) = Self.look(block, Int(positions[row]) + idColumn)
            ids.append(hash)
            if !repeated.isEmpty, repeated.contains(hash) { isOdd[row] = true }
        }
        guard idColumn != 0 else { return }
        for row in 0..<count where !startsNoTotals(block.bytes(of: 0, in: records[row])) { isOdd[row] = true }
    }

    /// Whether a row with this first cell holds no sums. An empty cell does not tell.
    private mutating func startsNoTotals(_ cell: ArraySlice<UInt8>) -> Bool {
        if cell.contains(where: { (0x30...0x39).contains($0) }) { return true }
        if let known = firstCells[cell] { return known }
        let text = String(decoding: cell, as: UTF8.self)
        let isHousehold = !trimmed(text).isEmpty && !totalsRows.contains(fold(text))
        if firstCells.count < Self.mostFirstCells { firstCells[cell.map(\.self)[...]] = isHousehold }
        return isHousehold
    }

    private static let mostFirstCells = 4096

    /// The hash of an id, and whether it may be anything but a code with a digit, of letters, digits and marks, that no
    /// spreadsheet made of something else.
    @inline(__always)
    private static func look(_ block: RecordBlock, _ field: Int) -> (hash: UInt64, isOdd: Bool) {
        let (start, end) = (Int(block.fieldStarts[field]), Int(block.fieldEnds[field]))
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var (kinds, kindsBeforeMark): (UInt8, UInt8) = (0, 0)
        for place in start..<end {
            let byte = block.bytes[place]
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            let kind = ByteKind.of[Int(byte)]
            kinds |= kind
            if kinds & ByteKind.mark == 0 { kindsBeforeMark |= kind }
        }
        hash ^= hash >> 29
        guard kinds & ByteKind.digit != 0, kinds & ByteKind.other == 0 else { return (hash, true) }
        // What a spreadsheet makes is "2-Jan", "Jan-02", "02-Thg1", "Thg1-02": marks and letters both.
        if kinds & ByteKind.mark == 0 || kinds & ByteKind.letter == 0 { return (hash, false) }
        let first = block.bytes[start]
        if first > 0x39, first | 0x20 != UInt8(ascii: "t"), kindsBeforeMark & ByteKind.digit != 0 {
            return (hash, false)
        }
        let text = String(decoding: block.bytes[start..<end], as: UTF8.self)
        return (hash, SpreadsheetDamage(text) != nil)
    }

    private static func hash(_ id: String) -> UInt64 {
        let hash = id.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 29)
    }
}

/// What the bytes of a code are.
private enum ByteKind {
    static let digit: UInt8 = 1
    static let letter: UInt8 = 2
    /// Minus, slash, point, underline.
    static let mark: UInt8 = 4
    static let other: UInt8 = 8

    /// By byte.
    static let of: [UInt8] = (0..<256).map { byte in
        switch UInt8(byte) {
        case 0x30...0x39: digit
        case 0x41...0x5A, 0x61...0x7A: letter
        case 0x2D, 0x2E, 0x2F, 0x5F: mark
        default: other
        }
    }
}

/// The month that a date falls in, whichever way its day and month stand.
package struct WrittenMonth: Hashable, Sendable {
    let dayFirst, monthFirst: String?

    init() { (dayFirst, monthFirst) = (nil, nil) }

    init(_ date: WrittenDate) {
        dayFirst = date.date(.dayMonthYear)?.monthText
        monthFirst = date.date(.monthDayYear)?.monthText
    }

    func text(_ order: DateOrder) -> String? { order == .dayMonthYear ? dayFirst : monthFirst }
}

extension CodedReader {
    /// The household of one row of the tile, as far as the wanted variables tell.
    package func household(_ row: Int) -> Household {
        var draft = HouseholdDraft(
            source: .init(file: 0, line: 0, record: 0), groupings: 0, asked: header.columns.variables)
        // By index: a column taken out of its list is copied.
        for index in columns.indices {
            guard let variable = columns[index].role.variable else { continue }
            draft.set(variable, columns[index].readings[Int(codes[index * Self.tile + row])])
        }
        return draft.household(id: HouseholdID(""), date: nil, group: nil, formerWard: nil)
    }
}

extension CodedColumn {
    /// A household that answered nothing but this.
    package func household(_ code: Int) -> Household {
        var draft = HouseholdDraft(source: .init(file: 0, line: 0, record: 0), groupings: 0, asked: [])
        if let variable = role.variable { draft.set(variable, readings[code]) }
        return draft.household(id: HouseholdID(""), date: nil, group: nil, formerWard: nil)
    }

    /// The text that a code stands for; nil where it is no answer.
    package func text(_ code: Int) -> String? {
        if case .text(let text) = readings[code] { text } else { nil }
    }

    /// The number that a code stands for; nil where it is no answer.
    package func number(_ code: Int) -> Double? {
        if case .number(let number) = readings[code] { number } else { nil }
    }
}
