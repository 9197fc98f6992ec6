/// Which records directly under the header are still header, and no person.
///
/// Programs write a second row of question texts and import ids (Qualtrics), of HXL tags, of labels or types, and forms one
/// of the columns' numbers. A row that looks like the rows below it is data, whatever else it looks like.
package enum HeaderRows {
    /// Rows under the header that may be header, at most.
    private static let most = 3

    /// How many records directly under the header are still header.
    ///
    /// `names`: the columns'; `rows`: the records below, blanks around cells removed.
    static func below(_ names: [String], _ rows: [[String]]) -> Int {
        var count = markedRows(rows)
        while count < rows.count, count < most, repeats(names, rows[count]) { count += 1 }
        count += numberRows(Array(rows.dropFirst(count)))
        return count + labelRows(Array(rows.dropFirst(count)), most: most - count)
    }

    /// A row that numbers the columns: "(1)", "(2)", "(3)", or A, B, 1, 2, 3.
    ///
    /// Figures alone must be five at least: three may be answers.
    static func numberRows(_ rows: [[String]]) -> Int {
        guard let cells = rows.first?.filter({ !$0.isEmpty }), cells.count >= 3 else { return 0 }
        let isMarked = cells.contains { "([".contains($0.first ?? " ") }
        var (next, letters) = (1, 0)
        for cell in cells {
            let text = cell.trimmingPrefix { "([ ".contains($0) }
            let digits = text.prefix(while: \.isNumber)
            if Int(digits) == next, !(text.dropFirst(digits.count).first?.isLetter ?? false) {
                next += 1
            } else if next == 1, letters < 26, text.prefix(1) == String(UnicodeScalar(UInt8(65 + letters))),
                !(text.dropFirst().first?.isLetter ?? false)
            {
                letters += 1
            } else {
                return 0
            }
        }
        return next - 1 + letters >= (isMarked ? 3 : 5) && next > 1 ? 1 : 0
    }

    /// Whether a record says the header again: at least two names, and no other cell.
    ///
    /// Upper and lower case, blanks and signs do not count.
    package static func repeats(_ header: [String], _ record: [String]) -> Bool {
        guard record.count == header.count else { return false }
        var same = 0
        for (name, cell) in zip(header, record) {
            let (name, cell) = (folded(name), folded(cell))
            guard name == cell else { return false }
            if !name.isEmpty { same += 1 }
        }
        return same >= 2
    }

    /// Rows up to the last that a program marked as its own: HXL tags, Qualtrics' import ids.
    private static func markedRows(_ rows: [[String]]) -> Int {
        for count in (1...most).reversed() where count <= rows.count {
            let row = rows[count - 1]
            let above = rows.prefix(count - 1)
            if isMajority(row, { $0.contains("ImportId") }) {
                // Question texts stand above the ids.
                if count <= 2 { return count }
            } else if isMajority(row, isTag) {
                if above.allSatisfy({ !looksLikeData($0, over: rows.dropFirst(count)) }) { return count }
            }
        }
        return 0
    }

    /// "#adm1+name": a sign, a word, attributes.
    private static func isTag(_ cell: String) -> Bool {
        guard cell.first == "#", let letter = cell.dropFirst().first else { return false }
        return letter.isLetter
            && cell.dropFirst().allSatisfy { $0.isLetter || $0.isNumber || "_+ -".contains($0) }
    }

    private static func isMajority(_ row: [String], _ holds: (String) -> Bool) -> Bool {
        let filled = row.filter { !$0.isEmpty }
        return !filled.isEmpty && filled.count(where: holds) * 2 > filled.count
    }
}
