package import SurveyData

/// `rejected.csv`: every rejected row and every cell that could not be used, with its place and what to do.
package struct IssueTable: Sendable {
    private let survey: Survey
    private let isSynthetic: Bool

    package init(_ survey: Survey, isSynthetic: Bool) {
        self.survey = survey
        self.isSynthetic = isSynthetic
    }

    package func text() -> String {
        var csv = CSVText(
            headers: [
                "file", "line", "record", "column", "code", "found", "expected", "action",
            ], isSynthetic: isSynthetic)
        for issue in survey.issues {
            csv.add([
                issue.file, issue.line.map(String.init) ?? "", issue.record.map(String.init) ?? "",
                issue.column ?? "", issue.code.rawValue, issue.found ?? "", issue.expected, issue.action,
            ])
        }
        return csv.text
    }
}
