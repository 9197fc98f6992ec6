internal import CSVReader

/// A file read into rows of codes by one or several threads.
struct EncodedFile: Sendable {
    let header: SurveyHeader
    let encoders: [RowEncoder]
    /// In the order of the file; which thread read each.
    let blocks: [(thread: Int, block: EncodedBlock)]
    let rows: Int

    init(_ header: SurveyHeader, _ encoders: [RowEncoder]) {
        self.header = header
        self.encoders = encoders
        blocks = encoders.enumerated()
            .flatMap { thread, encoder in encoder.blocks.map { (thread, $0) } }
            .sorted { $0.1.number < $1.1.number }
        rows = blocks.reduce(0) { $0 + $1.block.rows }
    }

    var positions: RowPositions {
        blocks.reduce(into: RowPositions()) { $0.append($1.block.positions) }
    }

    /// One column's cells; the file's header must have it among those that were wanted.
    func column(_ place: Int) -> FileColumn {
        FileColumn(self, encoders.first?.columns.firstIndex { $0.place == place } ?? 0)
    }

    /// Rows with fewer fields than the header, and how many.
    var shortRows: [(row: Int, fields: Int)] {
        var found: [(row: Int, fields: Int)] = []
        var first = 0
        for (_, block) in blocks {
            found += block.short.map { (first + $0.row, $0.fields) }
            first += block.rows
        }
        return found
    }

    /// How the rows of all blocks end.
    var rowEnds: RowEnds { encoders.reduce(into: RowEnds()) { $0 += $1.ends } }
}
