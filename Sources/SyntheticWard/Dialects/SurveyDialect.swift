/// How a survey file is written.
///
/// Every dialect of one seed holds the same households and answers.
package enum SurveyDialect: String, CaseIterable, Sendable {
    /// English snake_case headers and codes, commas.
    case canonical
    /// As Excel saves in Vietnam: Vietnamese headers and answers, semicolons, byte order mark, CRLF, dd/mm/yyyy.
    case vietnamese
    /// A KoboToolbox export: `group/question` headers, sets as a summary and as columns of zeros and ones.
    case kobo

    var words: DialectWords {
        switch self {
        case .canonical: .canonical
        case .vietnamese: .vietnamese
        case .kobo: .kobo
        }
    }
}
