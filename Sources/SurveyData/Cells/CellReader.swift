internal import Basics
internal import CSVReader

/// What a cell says and what has to be put right in it for that.
struct ReadCell: Sendable {
    let reading: CellReading
    /// Names of repairs; most cells need none.
    var repairs: [String] = []
}

/// Reads the different cells of one column.
struct CellReader: Sendable {
    private let reader: AnswerReader

    init(_ reader: AnswerReader) { self.reader = reader }

    func read(_ cell: String) -> ReadCell {
        let text = trimmed(cell)
        var repairs: [String] = []
        if !cell.isEmpty, text.utf8.count < cell.utf8.count { repairs.append("trimmed") }
        if let repair = spreadsheetRepair(text) { repairs.append(repair) }
        let reading = reader.read(text)
        if case .invalid(.invalidAnswer, _) = reading, let other = oldFont(text) {
            return ReadCell(reading: other, repairs: repairs + ["oldFont"])
        }
        return ReadCell(reading: reading, repairs: repairs)
    }

    /// What an answer says that was typed in an old font and pasted; nil where that is no answer either.
    private func oldFont(_ text: String) -> CellReading? {
        for other in TextDecoding.oldFontReadings(of: text) {
            let reading = reader.read(other)
            if case .coded = reading { return reading }
        }
        return nil
    }

    /// What a spreadsheet changed and the reader puts right.
    private func spreadsheetRepair(_ text: String) -> String? {
        switch reader.rule.variable {
        case .surveyDate:
            return text.utf8.count == 5 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
                ? "spreadsheetDate" : nil
        case .phone:
            return text.utf8.count { (0x30...0x39).contains($0) } == 9 && phoneWithZero(text) != nil
                ? "phoneZero" : nil
        default: return nil
        }
    }
}
