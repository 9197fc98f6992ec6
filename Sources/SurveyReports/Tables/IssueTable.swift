package import SurveyData

/// `rejected.csv`: every rejected row and every cell that could not be used, with its place and what to do, in the
/// language of the report; codes are the same in all.
package struct IssueTable: Sendable {
    private let survey: Survey
    private let isSynthetic: Bool
    private let words: Words

    package init(_ survey: Survey, isSynthetic: Bool, language: Language) {
        self.survey = survey
        self.isSynthetic = isSynthetic
        words = Words(language)
    }

    package func text() -> String {
        var csv = CSVText(
            headers: ["file", "line", "record", "column", "code", "found", "expected", "action"]
                .map(words.head), isSynthetic: isSynthetic)
        // Most issues say the same of other rows: each sentence is put into words once.
        var said: [Sentences: (expected: String, action: String)] = [:]
        for issue in survey.issues {
            let own = Sentences(code: issue.code, expected: issue.expected, action: issue.action)
            let inWords = said[own] ?? (words.expected(issue), words.action(issue))
            said[own] = inWords
            csv.add([
                issue.file, issue.line.map(String.init) ?? "", issue.record.map(String.init) ?? "",
                issue.column ?? "", issue.code.rawValue, words.found(issue), inWords.expected,
                inWords.action,
            ])
        }
        return csv.text
    }

    /// What issues have in common that say the same.
    private struct Sentences: Hashable {
        let code: DataIssue.Code
        let expected, action: String
    }
}
