package import SurveyData

/// What `check --json` prints: counts, repairs, issues and quality, positions and codes only.
package struct CheckDocument {
    private let report: QualityReport
    private var survey: Survey { report.survey }

    package init(_ report: QualityReport) { self.report = report }

    package func text() -> String {
        JSONValue.object(
            JSONValue.synthetic(survey.isSynthetic) + [
                ("month", .optional(survey.month)),
                (
                    "months",
                    .list(
                        survey.months.map {
                            .object([("month", .text($0.month)), ("households", .integer($0.households))])
                        })
                ),
                ("files", .list(survey.files.map { .text($0) })),
                ("read", .integer(survey.counts.read)), ("accepted", .integer(survey.counts.accepted)),
                ("rejected", .integer(survey.counts.rejected)), ("blank", .integer(survey.counts.blank)),
                ("totalsRows", .integer(survey.counts.totalsRows)),
                ("withoutInterview", .integer(survey.counts.withoutInterview)),
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
                                ("file", .text(issue.file)),
                                ("line", issue.line.map { .integer($0) } ?? .null),
                                ("record", issue.record.map { .integer($0) } ?? .null),
                                ("column", .optional(issue.column)), ("cell", .optional(issue.cell)),
                                ("expected", .text(issue.expected)),
                                ("action", .text(issue.action)),
                            ])
                        })
                ),
                ("quality", quality),
            ]
        ).document()
    }

    private var quality: JSONValue {
        .object([
            ("seed", .text(String(report.seed))), ("groups", .list(report.progress.map(group))),
            ("questions", .list(report.nonresponse.map(question))),
            ("interviewers", .list(report.interviewers.map(interviewer))),
            (
                "contradictions",
                .object(report.contradictions.map { ($0.rule.rawValue, .integer($0.rows.count)) })
            ),
            ("nearDuplicates", .list(report.nearDuplicates.map(pair))),
            (
                "outliers",
                .list(
                    report.outliers.map {
                        .object(place($0.row) + [("variable", .text($0.variable.name))])
                    })
            ),
            (
                "revisits",
                .list(
                    report.revisits.map { revisit in
                        .object(
                            place(revisit.row) + [("reasons", .row(revisit.reasons.map { .text($0) }))])
                    })
            ),
        ])
    }

    private func place(_ row: Int) -> [(String, JSONValue)] {
        let household = survey.households[row]
        return [
            ("file", .text(household.source.file)), ("line", .integer(household.source.line)),
            ("record", .integer(household.source.record)), ("group", .optional(household.group?.text)),
        ]
    }

    private func group(_ row: GroupProgress) -> JSONValue {
        .object([
            ("group", .text(row.group.id.text)), ("interviews", .integer(row.interviews)),
            ("expected", .optional(row.expected)), ("behind", .bool(row.isBehind)),
            ("lastDay", .optional(row.lastDay?.text)),
        ])
    }

    private func question(_ row: QuestionNonresponse) -> JSONValue {
        .object([
            ("variable", .text(row.variable.name)), ("asked", .integer(row.asked)),
            ("missing", .integer(row.missing)),
            (
                "reasons",
                .object(
                    MissingReason.allCases.compactMap { reason in
                        row.reasons[reason].map { (reason.rawValue, .integer($0)) }
                    })
            ),
        ])
    }

    private func interviewer(_ check: InterviewerCheck) -> JSONValue {
        .object([
            ("interviewer", .text(check.interviewer)), ("interviews", .integer(check.interviews)),
            ("missingShare", .number(check.missingShare)), ("medianMinutes", .optional(check.medianMinutes)),
            ("busiestDay", .integer(check.busiestDay)),
            ("sameAnswersShare", .number(check.sameAnswersShare)),
            ("nearDuplicates", .integer(check.nearDuplicates)),
            ("reasons", .row(check.reasons.map { .text($0.rawValue) })),
        ])
    }

    private func pair(_ pair: NearDuplicate) -> JSONValue {
        .object([
            ("first", .object(place(pair.first))), ("second", .object(place(pair.second))),
            ("alike", .integer(pair.alike)), ("compared", .integer(pair.compared)),
            ("chance", .number(pair.chance)),
        ])
    }
}
