/// How the rows of a file end: whether it leaves empty cells at their ends away, as ODK Central does.
///
/// ```swift
/// var ends = RowEnds()
/// ends.add(fields: 3, of: 5, endsEmpty: false)
/// ```
package struct RowEnds: Sendable, Equatable {
    /// Rows with as many fields as the header.
    package private(set) var full = 0
    /// Rows with fewer.
    package private(set) var short = 0
    /// Rows with more.
    package private(set) var long = 0
    /// Rows, full or short, of which the last cell is empty.
    private var endingEmpty = 0
    /// Whether some short row has at least half of the header's fields.
    private var isNearHeader = false

    package init() {}

    /// Counts a row; `endsEmpty`: its last cell holds nothing.
    package mutating func add(fields: Int, of header: Int, endsEmpty: Bool) {
        if fields == header {
            full += 1
        } else if fields < header {
            short += 1
            isNearHeader = isNearHeader || fields * 2 >= header
        } else {
            long += 1
            return
        }
        if endsEmpty { endingEmpty += 1 }
    }

    /// Whether short rows lack empty cells only, so that they may be read as if these stood there.
    ///
    /// A file that trims its rows has none with an empty end, and many short ones (a tenth of all). A single short row is a
    /// broken one, and so are all rows of a file if none comes near the header.
    package var areTrimmed: Bool {
        short >= 2 && endingEmpty == 0 && short * 10 >= full + short + long && (full > 0 || isNearHeader)
    }

    /// Counts together what was counted apart.
    package static func += (left: inout RowEnds, right: RowEnds) {
        left.full += right.full
        left.short += right.short
        left.long += right.long
        left.endingEmpty += right.endingEmpty
        left.isNearHeader = left.isNearHeader || right.isNearHeader
    }
}
