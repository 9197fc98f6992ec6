internal import Readiness
internal import SurveyData

extension SummaryDocument {
    /// The ward's official counts beside the survey's rate; null where none were given.
    var official: JSONValue {
        guard let official = content.official else { return .null }
        return .object([
            ("period", .row(official.period.map { .text($0) })),
            ("missingMonths", .row(official.missing.map { .text($0) })),
            ("dossiers", .integer(official.dossiers)), ("online", .integer(official.online)),
            ("rate", .optional(official.rate)),
            (
                "months",
                .list(
                    official.months.map {
                        .object([
                            ("month", .text($0.month)), ("dossiers", .integer($0.dossiers)),
                            ("online", .integer($0.online)), ("sumOfProcedures", .bool($0.isSumOfProcedures)),
                        ])
                    })
            ),
            ("survey", official.survey.map { .object(numbers($0)) } ?? .null),
            ("againstInterval", .optional(official.place?.rawValue)),
        ])
    }
}
