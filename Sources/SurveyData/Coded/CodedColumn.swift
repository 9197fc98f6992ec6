internal import CSVReader

/// One column of a survey as codes: a code for each different cell, and what that cell says.
package struct CodedColumn: Sendable {
    /// What the column is: a variable, or a grouping of the codebook.
    package let role: ColumnMap.Role
    /// Position among the file's columns.
    let place: Int
    var coder: CellCoder
    /// By code.
    private(set) var readings: [CellReading] = [.missing(.notAsked)]
    private(set) var isOdd: [Bool]
    /// Codes whose cells are put right when they are read: how.
    private(set) var repairs: [Int: [String: Int]] = [:]
    /// By code: the number that the cell says, 0 where it says none.
    package private(set) var numbers: [Double] = [0]

    init(role: ColumnMap.Role, place: Int) {
        self.role = role
        self.place = place
        let isKey = role.variable.map { $0.storage != .coded } ?? true
        coder = CellCoder(most: isKey && role.variable != .surveyDate ? 1 << 20 : 1 << 15)
        isOdd = [true]
    }

    package var variable: Variable? { role.variable }

    package var codes: Int { readings.count }

    /// Reads the cells that have come since the last time.
    mutating func readNewCells(_ readers: inout ColumnReaders) {
        while readings.count < coder.count {
            let code = readings.count
            let (reading, repaired) = Self.read(coder.cell(code), role, place, &readers)
            readings.append(reading)
            if !repaired.isEmpty { repairs[code] = repaired }
            isOdd.append(Self.isOdd(reading, role))
            if case .number(let number) = reading { numbers.append(number) } else { numbers.append(0) }
        }
    }

    private static func read(
        _ cell: ArraySlice<UInt8>, _ role: ColumnMap.Role, _ place: Int, _ readers: inout ColumnReaders
    ) -> (CellReading, [String: Int]) {
        guard case .grouping = role else { return readers.look(cell, column: place) }
        let code = trimmed(String(decoding: cell, as: UTF8.self))
        return (code.isEmpty ? .missing(.blank) : .text(code), [:])
    }

    /// Whether a household with this cell may be refused: the general path decides.
    private static func isOdd(_ reading: CellReading, _ role: ColumnMap.Role) -> Bool {
        if case .invalid = reading { return true }
        switch role.variable {
        case .residentialGroup:
            if case .text = reading { return false }
            return true
        case .weight:
            if case .number(let weight) = reading { return !(weight > 0) }
            return true
        case .proceduresTotal, .proceduresOnline:
            if case .number(let count) = reading { return count > CodedReader.mostDossiers }
            return false
        default: return false
        }
    }
}
