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
        for issue in survey.issues {
            csv.add([
                issue.file, issue.line.map(String.init) ?? "", issue.record.map(String.init) ?? "",
                issue.column ?? "", issue.code.rawValue, words.found(issue), words.expected(issue),
                words.action(issue),
            ])
        }
        return csv.text
    }
}
