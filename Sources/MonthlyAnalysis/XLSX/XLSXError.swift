/// Why a workbook cannot be written as an XLSX file.
enum XLSXError: Error, Equatable, CustomStringConvertible {
    /// An XLSX sheet has at most 1,048,576 rows and 16,384 columns.
    case tooLarge(sheet: String, rows: Int, columns: Int)
    /// libxlsxwriter stopped with an error of its own.
    case engine(code: Int, message: String)
    /// libxlsxwriter got no memory.
    case noMemory

    /// What was found.
    var description: String {
        switch self {
        case .tooLarge(let sheet, let rows, let columns):
            "a workbook whose sheet \"\(sheet)\" has \(rows) rows and \(columns) columns (XLSX: 1,048,576 and 16,384)"
        case .engine(let code, let message): "a workbook that cannot be written (\(message), error \(code))"
        case .noMemory: "no memory for a workbook"
        }
    }
}
