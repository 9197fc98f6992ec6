internal import Basics
package import CSVReader

/// The header of a survey file, found before any household is read.
package struct SurveyHeader: Sendable {
    package let file: String
    /// The number of the header's first row among the records, from 1. Records above it are titles.
    package let record: Int
    package let columns: ColumnMap
    /// Rows under the first that are no households: further rows of the header, tags, types.
    let rowsBelow: Int
    /// The header's rows, folded: they may stand again further down.
    let rows: [[String]]

    /// Finds the header: the first record, unless a later one matches the codebook better.
    ///
    /// - Throws: `Diagnostic` `.noHeader`, `.missingColumn`, `.ambiguousColumn`.
    package init(_ file: borrowing CSVFile, codebook: Codebook) throws {
        guard let heading = HeaderSearch.known(in: file.head, codebook: codebook) else {
            throw HeaderSearch.noHeader(file)
        }
        self.file = file.name
        record = heading.record + 1
        columns = try ColumnMap(
            headers: heading.names.map { composed(trimmed($0)) }, codebook: codebook,
            file: file.name,
            line: file.headLines[heading.record], sheet: file.sheetName,
            otherSheets: file.otherSheetsAction)
        rowsBelow = heading.further
        rows = heading.rows.map { $0.map(fold) }
    }

    /// Whether a record stands where households stand.
    func isHousehold(_ index: Int, of block: RecordBlock) -> Bool {
        block.number(of: index) > record + rowsBelow
    }
}
