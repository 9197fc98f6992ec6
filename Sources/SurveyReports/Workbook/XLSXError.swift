/// Why a workbook cannot be written as an XLSX file.
package enum XLSXError: Error, Equatable, CustomStringConvertible {
    /// An XLSX sheet has at most 1,048,576 rows and 16,384 columns.
    case tooLarge(sheet: String, rows: Int, columns: Int)
    /// The folder for temporary files takes no file; the number is the system's.
    case noTemporaryFile(code: Int32)
    /// The file was written and is not there any more, or not readable.
    case lost
    /// libxlsxwriter stopped with an error of its own.
    case engine(code: Int, message: String)
    /// libxlsxwriter got no memory.
    case noMemory

    /// What happened and what to do, in one or two sentences.
    package var description: String {
        switch self {
        case .tooLarge(let sheet, let rows, let columns):
            "the sheet \"\(sheet)\" has \(rows) rows and \(columns) columns; "
                + "an XLSX sheet holds 1,048,576 and 16,384."
        case .noTemporaryFile(let code):
            "no temporary file could be made (error \(code)). Check TMPDIR and the space on the disk."
        case .lost: "the temporary file of the workbook cannot be read. Check the space on the disk."
        case .engine(let code, let message): "the XLSX engine stopped: \(message) (error \(code))."
        case .noMemory: "the XLSX engine got no memory."
        }
    }
}
