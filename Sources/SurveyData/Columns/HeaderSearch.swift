internal import Basics
internal import CSVReader

/// Where the header of a survey file is: titles may stand above it.
enum HeaderSearch {
    /// Records in which a header is looked for.
    private static let most = 12

    private static func headings(_ head: [[String]]) -> [Heading] {
        head.prefix(most).indices.map { Heading(in: head, at: $0) }
    }

    private static func score(_ heading: Heading, _ codebook: Codebook) -> Int {
        ColumnMap.matches(heading.names, codebook: codebook)
    }

    /// The header that matches a codebook best; of several that do, and where none does, the first.
    ///
    /// - Returns: nil where the file has no record.
    static func known(in head: [[String]], codebook: Codebook) -> Heading? {
        let headings = headings(head)
        let scores = headings.map { score($0, codebook) }
        guard let best = scores.max() else { return nil }
        return zip(headings, scores).first { $0.1 == best }?.0
    }

    /// The header of a file that has no codebook yet: the one that the ward's codebook knows, else the first that is filled
    /// like a table and holds no figure.
    static func likely(in head: [[String]], codebook: Codebook) -> Heading? {
        let headings = headings(head)
        let scores = headings.map { score($0, codebook) }
        let best = scores.max() ?? 0
        let filled = headings.map { Set($0.names.filter { !$0.isEmpty }).count }
        let widest = filled.max() ?? 0
        let isTable = filled.map { $0 * 5 >= widest * 3 }
        let known = headings.indices.first { scores[$0] == best && isTable[$0] && best > 1 }
        let plain = headings.indices.first { place in
            isTable[place] && headings[place].names.allSatisfy { !isFigure($0) }
        }
        return (known ?? plain ?? headings.indices.first { isTable[$0] }).map { headings[$0] }
    }

    private static func isFigure(_ cell: String) -> Bool {
        !cell.isEmpty
            && (cell.allSatisfy { $0.isNumber || ".,-+/: ".contains($0) } || WrittenDate(cell) != nil)
    }

    static func noHeader(_ file: borrowing CSVFile) -> Diagnostic {
        Diagnostic(
            .noHeader, file: file.name, found: "no header row", expected: "the names of the columns",
            action: "Add the header row." + (file.otherSheetsAction.map { " \($0)" } ?? ""))
    }
}
