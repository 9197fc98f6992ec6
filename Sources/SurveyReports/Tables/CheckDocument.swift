package import SurveyData

/// What `check --json` prints: counts, repairs and issues, positions and codes only.
package struct CheckDocument {
    private let survey: Survey

    package init(_ survey: Survey) { self.survey = survey }

    package func text() -> String {
        JSONValue.object([
            ("month", .optional(survey.month)),
            ("files", .list(survey.files.map { .text($0) })),
            ("read", .integer(survey.counts.read)), ("accepted", .integer(survey.counts.accepted)),
            ("rejected", .integer(survey.counts.rejected)), ("blank", .integer(survey.counts.blank)),
            ("totalsRows", .integer(survey.counts.totalsRows)),
            (
                "repairs",
                .object(survey.repairs.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
            ),
            (
                "issues",
                .list(
                    survey.issues.map { issue in
                        .object([
                            ("code", .text(issue.code.rawValue)),
                            ("rejected", .bool(issue.code.rejectsRecord)),
                            ("file", .text(issue.file)), ("line", issue.line.map { .integer($0) } ?? .null),
                            ("record", issue.record.map { .integer($0) } ?? .null),
                            ("column", .optional(issue.column)), ("expected", .text(issue.expected)),
                            ("action", .text(issue.action)),
                        ])
                    })
            ),
        ]).written() + "\n"
    }
}
