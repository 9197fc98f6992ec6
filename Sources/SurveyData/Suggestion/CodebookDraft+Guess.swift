internal import Basics
internal import CSVReader

extension CodebookDraft {
    /// The column as this variable, if its cells can be that.
    ///
    /// - Parameter least: the share of a coded question's answers that must be understood.
    func guess(
        _ variable: Variable, _ column: ColumnProfile, _ evidence: String, least: Double,
        goesByWords: Bool = true
    ) -> Guess? {
        guard column.given > 0, !headersTaken.contains(fold(column.header)) || !variable.isQuestion,
            let rule = knowledge.codebook.variables[variable]
        else { return nil }
        var guess = Guess(variable: variable, source: .header(column), evidence: evidence)
        switch variable.kind {
        case .text: return Self.isFilled(column, variable) ? guess : nil
        case .date: return nil
        case .count, .number:
            guard let marks = Self.marks(column, variable) else { return nil }
            let answers = DraftAnswers(column, rule, marks: marks)
            guess.answers = answers
            return answers.understood >= ColumnProfile.most && Self.isWeight(column, variable, marks)
                ? guess : nil
        case .choice:
            let answers = DraftAnswers(column, rule, goesByWords: goesByWords)
            guess.answers = answers
            let counts =
                answers.open.contains { Double($0) != nil }
                && answers.texts.contains { $0.texts.contains("1") }
            return !answers.texts.isEmpty && answers.understood >= least && column.different <= 60
                && !(counts && variable.codes == ["yes", "no"]) ? guess : nil
        case .set:
            let answers = DraftAnswers(column, rule, goesByWords: goesByWords)
            guess.answers = answers
            let isEmpty = answers.texts.isEmpty && answers.codesFound.isEmpty
            return !isEmpty && answers.understood >= least ? guess : nil
        }
    }

    /// A household without a group is rejected, so nearly all must have one.
    private static func isFilled(_ column: ColumnProfile, _ variable: Variable) -> Bool {
        variable != .residentialGroup || column.blanks * 20 <= column.rows
    }

    /// How the column writes numbers; nil where it writes them in two ways, which the reader refuses.
    private static func marks(_ column: ColumnProfile, _ variable: Variable) -> NumberMarks? {
        guard case .number = variable.kind else { return NumberMarks(decimal: .point) }
        guard column.isNumeric else { return nil }
        switch NumberMarks.decided(by: column.cells.map(NumberWithUnit.digits)) {
        case .marks(let marks, _): return marks
        case .mixed: return nil
        }
    }

    /// A household without a weight above 0 is rejected, so nearly all must have one.
    private static func isWeight(_ column: ColumnProfile, _ variable: Variable, _ marks: NumberMarks) -> Bool
    {
        guard variable == .weight else { return true }
        let positive = column.share { marks.number($0).map { $0 > 0 } ?? false }
        return positive * Double(column.given) >= 0.95 * Double(column.rows)
    }
}
