extension HeaderRows {
    /// Rows of labels, units or types: words above columns that hold numbers, dates or ids in every row below.
    ///
    /// At least two columns must say so, with different words, and no cell may look like the data below.
    static func labelRows(_ rows: [[String]], most: Int) -> Int {
        for count in (0...max(0, most)).reversed() where count > 0 && count + 2 <= rows.count {
            let below = rows.dropFirst(count)
            if rows.prefix(count).allSatisfy({ isLabelRow($0, over: below) }) { return count }
        }
        return 0
    }

    private static func isLabelRow(_ row: [String], over below: ArraySlice<[String]>) -> Bool {
        guard !looksLikeData(row, over: below) else { return false }
        var labels: Set<String> = []
        for (place, cell) in row.enumerated() where cell.contains(where: \.isLetter) {
            let data = cells(of: below, place)
            let isWordOverNumbers = data.count >= 2 && data.allSatisfy { $0.contains(where: \.isNumber) }
            let isQuestion = cell.hasSuffix("?") && !data.isEmpty && !data.contains { $0.hasSuffix("?") }
            if isWordOverNumbers || isQuestion { labels.insert(folded(cell)) }
        }
        return labels.count >= 2
    }

    /// Whether some cell is a number or a date, a word for "no answer", an answer that recurs below, or has the shape of
    /// the codes below it (`HH-001` above `HH-002`).
    static func looksLikeData(_ row: [String], over below: ArraySlice<[String]>) -> Bool {
        row.enumerated().contains { place, cell in
            if cell.isEmpty { return false }
            if isFigure(cell) || isMissingWord(cell) { return true }
            let data = cells(of: below, place)
            let (word, form) = (folded(cell), shape(cell))
            return data.contains { folded($0) == word }
                || cell.contains(where: \.isNumber) && data.contains { shape($0) == form }
        }
    }

    /// A column's cells that hold something.
    static func cells(of rows: ArraySlice<[String]>, _ place: Int) -> [String] {
        rows.compactMap { $0.indices.contains(place) && !$0[place].isEmpty ? $0[place] : nil }
    }

    /// A number or a date: few letters among digits.
    static func isFigure(_ cell: String) -> Bool {
        let digits = cell.count(where: \.isNumber)
        return digits > 0 && cell.count(where: \.isLetter) * 2 <= digits
    }

    private static let missingWords: Set<String> = [
        "na", "nan", "none", "null", "unknown", "refused", "dk", "dontknow", "donotknow", "noanswer",
        "missing",
        "notapplicable", "khôngbiết", "khôngrõ", "từchối", "khôngtrảlời",
    ]

    static func isMissingWord(_ cell: String) -> Bool {
        !cell.isEmpty && cell.allSatisfy { !$0.isLetter && !$0.isNumber }
            || missingWords.contains(folded(cell))
    }

    /// Letters as "a" and digits as "9", runs of each as one.
    private static func shape(_ cell: String) -> String {
        var shape = ""
        for character in cell {
            let sign: Character = character.isLetter ? "a" : character.isNumber ? "9" : character
            if shape.last != sign { shape.append(sign) }
        }
        return shape
    }

    /// Letters and digits alone, in lower case.
    static func folded(_ cell: String) -> String {
        cell.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
