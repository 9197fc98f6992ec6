internal import Basics
internal import CSVReader

/// The items of a column in which a cell may hold several, as survey tools write them.
///
/// A cell is cut at `;`, `|` and line ends; a cell without these at commas; a cell of Kobo's choice names at blanks. In a
/// column that has `;`, `|` or line ends, commas and blanks part only what stands as an item of its own elsewhere:
/// "No, thanks" stays whole.
struct ListItems {
    /// The different items: numbers by size, then texts.
    let names: [String]
    private let column: DataColumn
    /// By text of the column its items.
    private let items: [[String]]

    init(_ column: DataColumn) {
        self.column = column
        items = Self.cut(column.texts)
        let named = Dictionary(items.joined().map { (Self.key($0), $0) }) { $0.count <= $1.count ? $0 : $1 }
        names = named.sorted { left, right in
            let (one, other) = (left.key.number, right.key.number)
            return one == other ? left.value < right.value : (one ?? .infinity) < (other ?? .infinity)
        }.map(\.value)
    }

    /// By row: 1 where the cell holds the item, 0 where it holds others only, nil where it is missing.
    func indicator(of item: String) -> [Double?] {
        let wanted = Self.key(trimmed(item))
        // An item that holds a comma may have been cut: then its pieces stand one after the other.
        let pieces = Self.pieces(item, at: Self.marks + ",").map(Self.key)
        let byText = items.indices.map { place -> Double? in
            let held = items[place].map(Self.key)
            let holds =
                held.contains(wanted) || Self.key(column.texts[place]) == wanted
                || pieces.count > 1 && Self.holds(held, run: pieces)
            return holds ? 1 : 0
        }
        return column.textCodes.map { $0 < 0 ? nil : byText[Int($0)] }
    }

    /// What tells items from each other: the number that they are ("01" and "1" are one), else the text.
    private struct Key: Hashable {
        let number: Double?
        let text: String
    }

    private static func key(_ item: String) -> Key {
        guard CellText.isExact(item), let number = CellText.number(item) else {
            return Key(number: nil, text: item)
        }
        return Key(number: number, text: "")
    }

    private static func holds(_ items: [Key], run: [Key]) -> Bool {
        guard items.count >= run.count else { return false }
        return (0...(items.count - run.count)).contains { Array(items[$0..<($0 + run.count)]) == run }
    }

    private static let marks = ";|\n\r"

    private static func pieces(_ text: String, at signs: String) -> [String] {
        // "\r\n" is one character.
        text.split { signs.contains($0) || $0.isNewline }.map { trimmed(String($0)) }.filter {
            !$0.isEmpty
        }
    }

    private static func cut(_ texts: [String]) -> [[String]] {
        let byMark = texts.map { pieces($0, at: marks) }
        let isMarked = texts.map { text in text.contains { marks.contains($0) || $0.isNewline } }
        let known = Set(byMark.joined())
        let hasMarks = isMarked.contains(true)
        let hasCommas = texts.contains { $0.contains(",") }
        let blankCut = texts.map { pieces($0, at: " \u{A0}\t") }
        let areNames = blankCut.joined().allSatisfy(isChoiceName)
        return texts.indices.map { place in
            if isMarked[place] { return byMark[place] }
            let (commaCut, blankCut) = (pieces(texts[place], at: ","), blankCut[place])
            if commaCut.count > 1, !hasMarks || commaCut.allSatisfy(known.contains) { return commaCut }
            if blankCut.count > 1 {
                if !hasMarks, !hasCommas, areNames { return blankCut }
                if hasMarks || hasCommas, blankCut.allSatisfy({ known.contains($0) }) { return blankCut }
            }
            // "call," is one item.
            return commaCut.isEmpty ? byMark[place] : commaCut.count == 1 ? commaCut : byMark[place]
        }
    }

    /// A name of a choice as Kobo and ODK write it, not a word of a sentence.
    private static func isChoiceName(_ item: String) -> Bool {
        item.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) }
    }
}

extension DataColumn {
    /// The different items of its lists.
    package var items: [String] { ListItems(self).names }

    /// Whether a list of the column holds an item.
    package func hasItem(_ item: String) -> Bool { ListItems(self).indicator(of: item).contains(1) }
}
