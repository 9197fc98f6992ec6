internal import Basics

/// The column by which a file says of its rows that they are made up, as `sansang synthesize` writes it.
///
/// Its headers and answers are those of the built-in codebook's variable `synthetic`, whatever codebook a survey is
/// read with. No column, or an empty cell, says that a row is not made up.
package struct SyntheticMark: Sendable {
    private let headers: Set<String>
    private let reader: AnswerReader

    /// - Throws: `Diagnostic` if the program was built with a broken codebook; a test reads it.
    package static func builtIn() throws -> SyntheticMark { try read.get() }

    private static let read = Result { () throws -> SyntheticMark in
        SyntheticMark(try Codebook.builtInRule(.synthetic))
    }

    private init(_ rule: VariableRule) {
        headers = Set(rule.headers.map(fold))
        reader = AnswerReader(rule: rule)
    }

    /// Where the column stands; nil where there is none.
    package func column(in headers: [String]) -> Int? {
        headers.firstIndex { self.headers.contains(fold($0)) }
    }

    /// Whether a cell says that its row is made up; nil where it says neither yes nor no.
    package func isMarked(_ cell: String) -> Bool? {
        switch reader.read(cell) {
        case .coded(let code): Int(code) == YesNo.yes.place
        case .missing: false
        default: nil
        }
    }
}
