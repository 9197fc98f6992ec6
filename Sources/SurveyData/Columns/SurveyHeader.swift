internal import Basics
package import CSVReader

/// The header of a survey file, found before any household is read.
package struct SurveyHeader: Sendable {
    package let file: String
    /// The header's number among the records, from 1. Records above it are titles.
    package let record: Int
    package let columns: ColumnMap
    /// Records under the header that are no households: tags, second header rows.
    let rowsBelow: Int

    /// Finds the header: the first record, unless a later one matches the codebook better.
    ///
    /// - Throws: `SurveyError` `.noHeader`, `.missingColumn`, `.ambiguousColumn`.
    package init(_ file: borrowing CSVFile, codebook: Codebook) throws {
        let row = HeaderRow(in: file.head, codebook: codebook)
        guard row.record <= file.head.count else {
            throw SurveyError(
                .noHeader, file: file.name, found: "no header row", expected: "the names of the columns",
                action: "Add the header row." + (file.otherSheetsAction.map { " \($0)" } ?? ""))
        }
        self.file = file.name
        record = row.record
        columns = try ColumnMap(
            headers: file.head[row.record - 1].map { composed(trimmed($0)) }, codebook: codebook,
            file: file.name,
            line: file.headLines[row.record - 1], sheet: file.sheetName,
            otherSheets: file.otherSheetsAction)
        rowsBelow = HeaderRows.below(file.head, header: row.record - 1)
    }

    /// Whether a record stands where households stand.
    func isHousehold(_ index: Int, of block: RecordBlock) -> Bool {
        block.number(of: index) > record + rowsBelow
    }
}

/// Which of the first records is the header: the first, unless a later one matches the codebook better (a
/// title row stands above it).
struct HeaderRow {
    /// From 1.
    let record: Int

    init(in head: [[String]], codebook: Codebook) {
        let scores = head.prefix(6).map { ColumnMap.matches($0, codebook: codebook) }
        let best = scores.max() ?? 0
        record = best == 0 ? 1 : (scores.firstIndex(of: best) ?? 0) + 1
    }
}
