internal import CSVReader

extension DataTable {
    /// A column whose numbers are read as a guess, in words; nil for any other.
    package func guessNote(_ name: String) -> String? {
        let column = column(name)
        guard let row = column.guessedRow else { return nil }
        let text = column.texts[Int(column.textCodes[row])]
        // The reader sees an example, not the cell.
        let (example, isRead, mayBe, mark) =
            text.contains(".") ? ("1.250", "1.25", "1250", ",") : ("1,250", "1250", "1.25", ",")
        return "\(place(row: row, column: name)): numbers such as \(example) may be \(isRead) or \(mayBe); "
            + "they are read as \(isRead), with a decimal point. If they mean \(mayBe), say --decimal-mark \(mark)"
    }

    /// How many rows have no answer in a column.
    package func missingCount(_ name: String) -> Int {
        column(name).textCodes.count { $0 == DataColumn.missing }
    }

    /// "2 of 5 rows have no income"; nil where none is missing.
    package func missingNote(_ name: String) -> String? {
        let count = missingCount(name)
        if count == 0 { return nil }
        let isWord = name.allSatisfy { $0.isLetter || $0.isNumber || "_.".contains($0) }
        let shown = isWord ? name : "\"\(name)\""
        return "\(count) of \(rowCount) rows \(count == 1 ? "has" : "have") no \(shown)"
    }

    /// Ids that are the same number but read differently are different units; nil where there are none.
    package func idNote(_ name: String, for option: String) -> String? {
        let column = column(name)
        guard column.levels.count < column.texts.count else { return nil }
        return "\(file), column \"\(name)\": ids that are the same number but read differently, as 1 and 01, "
            + "are different ones for \(option)"
    }
}
