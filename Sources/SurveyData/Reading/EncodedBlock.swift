/// The rows of one block of a file, each wanted cell as its code.
struct EncodedBlock: Sendable {
    /// In the order of the file.
    let number: Int
    var positions = RowPositions()
    /// By wanted column.
    var codes: [Codes] = []
    /// Rows that have fewer fields than the header, and how many.
    var short: [(row: Int, fields: Int)] = []

    var rows: Int { positions.count }

    /// The households' ids, where one column holds them, and what was found in it.
    var ids = IDList()
    var idNotes = CellNotes()

    /// Codes of a column's cells by row.
    enum Codes: Sendable {
        case bytes([UInt8])
        case narrow([UInt16])
        case wide([UInt32])
        /// Each row has a cell of its own, numbered from here.
        case each(first: Int)
    }
}
