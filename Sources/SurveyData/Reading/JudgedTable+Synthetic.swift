internal import Basics

extension JudgedTable {
    /// Whether any file says that its households are made up, of whatever month they are.
    ///
    /// - Parameters:
    ///   - rows: the usable rows of the files, ascending.
    ///   - dropped: of these, what does not count beside another interview of the household.
    /// - Throws: `Diagnostic` `.partlySynthetic` where a file has rows of both kinds.
    func isMarked(_ rows: [UInt32], without isDropped: [Bool]) throws(Diagnostic) -> Bool {
        guard let column = table.coded(.synthetic) else { return false }
        let marks = column.answers.map { $0.value.map(Int.init) == YesNo.yes.place }
        if !marks.contains(true) { return false }
        if !marks.contains(false) { return !rows.isEmpty }
        var found = reading.files.map { _ in SyntheticRows() }
        for row in rows.lazy.map(Int.init) where !isDropped[row] {
            found[table.file(of: row)].add(
                line: table.positions.line(of: row), isMarked: marks[column.codes[row]])
        }
        for (file, own) in zip(reading.files, found) {
            guard let header = file.columns.header(of: .synthetic) else { continue }
            try own.requireOneKind(file: file.file, column: header) {
                file.columns.cell(line: $0, column: file.columns.source(.synthetic)?.firstColumn)
            }
        }
        return found.contains(where: \.areMarked)
    }
}
