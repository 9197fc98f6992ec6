internal import Readiness
internal import SurveyData

extension LeaderPage {
    /// How the data were read, and what the figures may claim.
    var method: HTML {
        let survey = content.survey
        let numbers = words.numbers
        var parts: [HTML] = [
            .element("h2", text: words.text(.howRead)),
            .element(
                "p",
                text: words.text(
                    .readingSum,
                    [
                        "read": numbers.integer(survey.counts.read),
                        "accepted": numbers.integer(survey.counts.accepted),
                        "rejected": numbers.integer(survey.counts.rejected),
                        "blank": numbers.integer(survey.counts.blank),
                        "totals": numbers.integer(survey.counts.totalsRows),
                    ])),
        ]
        if !survey.repairs.isEmpty {
            let repairs = survey.repairs.sorted { $0.key < $1.key }.map {
                "\(words.repair($0.key)) \(numbers.integer($0.value))"
            }
            parts.append(
                .element("p", text: words.text(.repairs, ["repairs": repairs.joined(separator: ", ")])))
        }
        let counts = Dictionary(grouping: survey.issues, by: \.code).mapValues(\.count)
        if !counts.isEmpty {
            parts.append(.element("p", text: words.text(.issues)))
            parts.append(
                .element(
                    "ul", [],
                    DataIssue.Code.allCases.compactMap { code in
                        counts[code].map {
                            .element(
                                "li",
                                text: words.text(
                                    .issueLine,
                                    ["code": words.problem(code).name, "count": numbers.integer($0)]))
                        }
                    }))
        }
        let design = content.report.design
        let weighting: Word =
            switch design.weighting {
            case .column: .weightingColumn
            case .registry: .weightingRegistry
            case .equal: .weightingEqual
            }
        parts.append(.element("h2", text: words.text(.limits)))
        parts.append(.element("p", text: words.text(weighting)))
        parts += coverage.map { .element("p", text: $0) }
        parts.append(
            .element(
                "p",
                text: words.text(
                    .methodNote,
                    [
                        "strata": numbers.integer(design.strata), "psus": numbers.integer(design.psus),
                        "df": numbers.integer(design.degreesOfFreedom),
                    ])))
        parts.append(.element("p", text: words.text(.modelNote)))
        return .element("section", [], parts)
    }
}
