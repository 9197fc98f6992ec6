internal import Basics

/// Whether the rows of one file are made up: all of them, or none.
struct SyntheticRows {
    /// Lines of the first row of either kind.
    private var marked, unmarked: Int?

    var areMarked: Bool { marked != nil }

    mutating func add(line: Int, isMarked: Bool) {
        if isMarked {
            marked = marked ?? line
        } else {
            unmarked = unmarked ?? line
        }
    }

    /// - Throws: `Diagnostic` `.partlySynthetic`.
    ///
    /// - Parameter cell: where a line's mark stands in a workbook.
    func requireOneKind(
        file: String, column: String, cell: (Int) -> String?
    ) throws(Diagnostic) {
        guard let marked, let unmarked else { return }
        let second = max(marked, unmarked)
        throw Diagnostic(
            .partlySynthetic, file: file, line: second, header: column, cell: cell(second),
            found: "rows marked as made up (the first in line \(marked)) beside rows that are not "
                + "(the first in line \(unmarked))",
            expected: "made-up rows or real ones, in files of their own",
            action: "Take the made-up rows out, or the column where no row is made up.")
    }
}
