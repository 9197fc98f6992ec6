internal import Basics

/// First cells of rows that are no households: sums, and who signed under a table.
package struct TotalsRows: Sendable, Equatable {
    private let folded: Set<String>
    /// As the codebook writes them, in small letters.
    private let words: [String]
    /// Whether a figure in a cell does not tell that it is no sum.
    let haveFigures: Bool

    init(_ texts: [String]) {
        folded = Set(texts.map(fold))
        words = texts.map { composed($0).lowercased() + " " }.sorted()
        haveFigures = texts.contains { $0.contains(where: \.isNumber) }
    }

    /// Whether a row with this first cell is one: the whole cell, whatever its marks, or its first words as they are
    /// spelled ("Cộng tổ 3"; a family is called Tống, not Tổng).
    func has(_ cell: String) -> Bool {
        if folded.contains(fold(cell)) { return true }
        guard cell.utf8.contains(0x20) else { return false }
        let small = composed(trimmed(cell)).lowercased()
        return words.contains { small.hasPrefix($0) }
    }
}
