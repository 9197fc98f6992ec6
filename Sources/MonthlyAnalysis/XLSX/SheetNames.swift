internal import Basics
internal import SurveyReports

extension Workbook {
    /// The names of the sheets as Excel takes them: at most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at an
    /// end, not "History", no two the same but for case.
    var sheetNames: [String] {
        // Excel keeps this name for itself.
        var taken: Set = ["history"]
        return sheets.map { sheet in
            let wish = Self.plainSheetName(sheet.name)
            var name = wish
            var number = 1
            while !taken.insert(name.lowercased()).inserted {
                number += 1
                let ending = " (\(number))"
                name = CellText.cut(wish, to: Self.longestSheetName - ending.utf16.count) + ending
            }
            return name
        }
    }

    private static let longestSheetName = 31

    private static func plainSheetName(_ wish: String) -> String {
        let allowed = CellText.plain(wish).map { character -> Character in
            "[]:*?/\\".contains(character) || character.isNewline || character == "\t" ? " " : character
        }
        let name = trimmed(CellText.cut(trimmed(allowed[...]), to: longestSheetName).map(\.self)[...])
        return name.isEmpty ? "Sheet" : name
    }

    private static func trimmed(_ name: ArraySlice<Character>) -> String {
        func isEdge(_ character: Character) -> Bool { character == "'" || character.isWhitespace }
        guard let first = name.firstIndex(where: { !isEdge($0) }),
            let last = name.lastIndex(where: { !isEdge($0) })
        else { return "" }
        return String(name[first...last])
    }
}
