/// The rows of one block of a file, each wanted cell as its code.
struct EncodedBlock: Sendable {
    /// In the order of the file.
    let number: Int
    /// By row: the physical line, from 1, and the record's number.
    var lines: [UInt32] = []
    var records: [UInt32] = []
    /// By wanted column.
    var codes: [Codes] = []
    /// Rows that have fewer fields than the header, and how many.
    var short: [(row: Int, fields: Int)] = []

    var rows: Int { lines.count }

    /// Codes of a column's cells by row.
    enum Codes: Sendable {
        case narrow([UInt16])
        case wide([UInt32])
        /// Each row has a cell of its own, numbered from here.
        case each(first: Int)
    }
}
