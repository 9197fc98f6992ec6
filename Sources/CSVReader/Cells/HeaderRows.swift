/// Which records directly under the header are still header, and no person.
///
/// Survey tools write a second row of answer options (SurveyMonkey), of question texts and import ids (Qualtrics), of
/// HXL tags, of labels or types. A row that looks like the rows below it is data, whatever else it looks like.
package enum HeaderRows {
    /// Rows under the header that may be header, at most.
    private static let most = 3

    /// How many records directly under the header record are still header.
    ///
    /// `head`: a file's first records; `header`: the header's position among them, from 0.
    package static func below(_ head: [[String]], header: Int) -> Int {
        guard head.indices.contains(header) else { return 0 }
        let names = head[header].map(trimmed)
        let rows = head[(header + 1)...].map { $0.map(trimmed) }
        var count = markedRows(rows)
        if count == 0, isOptionRow(names, rows) { count = 1 }
        while count < rows.count, count < most, repeats(names, rows[count]) { count += 1 }
        return count + labelRows(Array(rows.dropFirst(count)), most: most - count)
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

    /// SurveyMonkey's second row: the options of a question whose other columns have no name. It is blank where the
    /// respondents' ids stand.
    private static func isOptionRow(_ names: [String], _ rows: [[String]]) -> Bool {
        guard let row = rows.first, row.count == names.count else { return false }
        let below = rows.dropFirst()
        let isUnnamed = names.map(\.isEmpty)
        guard isUnnamed.first == false,
            names.indices.contains(where: { isUnnamed[$0] && !row[$0].isEmpty }),
            !row.contains(where: isFigure), !row.contains(where: isMissingWord)
        else { return false }
        // In a block of options a cell below says the option again; in other columns it would be an answer.
        let isInBlock = names.indices.map { isUnnamed[$0] || $0 + 1 < names.count && isUnnamed[$0 + 1] }
        for place in names.indices where !isInBlock[place] && !row[place].isEmpty {
            if cells(of: below, place).contains(where: { folded($0) == folded(row[place]) }) { return false }
        }
        guard !below.isEmpty else {
            return row.first == "" && row.contains { folded($0).hasSuffix("response") }
        }
        return names.indices.contains { place in
            let ids = cells(of: below, place)
            return row[place].isEmpty && !isUnnamed[place] && ids.count == below.count
                && Set(ids).count == ids.count && ids.allSatisfy { $0.contains(where: \.isNumber) }
        }
    }
}
