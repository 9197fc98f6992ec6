internal import Readiness
package import SurveyData
internal import SurveyStatistics
internal import VolunteerDeployment

/// `summary.json`: every figure for machines. A figure that may not be shown has nulls and its reason.
package struct SummaryDocument {
    let content: ReportContent
    let words: Words

    package init(_ content: ReportContent, language: Language) {
        self.content = content
        words = Words(language)
    }

    /// The JSON Schema (2020-12) of the document.
    package static var schema: String {
        String(decoding: PackageResources.summary_schema_json, as: UTF8.self)
    }

    package func text() -> String {
        let report = content.report
        return JSONValue.object(
            [("schemaVersion", .integer(1))] + JSONValue.synthetic(content.isSynthetic) + [
                ("month", .optional(report.survey.month)),
                ("input", input),
                ("design", design),
                ("target", .number(content.target)),
                ("estimates", .list((report.estimates + report.modelled.estimates).map(figures.estimate))),
                ("models", .list(report.modelled.fits.map(figures.fit))),
                ("cascade", .list(report.cascade.map(cascade))),
                ("barriers", .list(report.cascade.compactMap(barrier))),
                ("change", report.change.map(figures.change) ?? .null),
                ("findings", .list(report.findings.map(finding))),
                ("plan", plan),
                ("savings", savings),
                ("equipment", equipment),
                ("official", official),
            ]
        ).document()
    }

    private var input: JSONValue {
        let survey = content.survey
        return .object([
            ("files", .list(survey.files.map { .text(lastPart($0)) })),
            ("read", .integer(survey.counts.read)), ("accepted", .integer(survey.counts.accepted)),
            ("rejected", .integer(survey.counts.rejected)), ("blank", .integer(survey.counts.blank)),
            ("totalsRows", .integer(survey.counts.totalsRows)),
            ("withoutInterview", .integer(survey.counts.withoutInterview)),
            (
                "response",
                survey.response.map { response in
                    .object([
                        ("rate", response.rate.map { .number($0) } ?? .null),
                        ("interviewed", .integer(response.interviewed)),
                        ("refused", .integer(response.refused)), ("notHome", .integer(response.notHome)),
                        ("moved", .integer(response.moved)),
                    ])
                } ?? .null
            ),
            (
                "besideSample",
                .list(
                    content.report.besideSample.map { own in
                        .object([
                            ("mode", .text(own.mode.rawValue)), ("households", .integer(own.households)),
                            ("filers", .integer(own.filers)), ("onlineFilers", .integer(own.onlineFilers)),
                        ])
                    })
            ),
            (
                "repairs",
                .object(survey.repairs.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
            ),
        ])
    }

    /// A file's name without its folders: a path tells about the machine.
    private func lastPart(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    private var design: JSONValue {
        let design = content.report.design
        return .object([
            ("sampling", .text(content.survey.sampling.rawValue)),
            ("weights", .text(design.weighting.rawValue)),
            ("strata", .integer(design.strata)), ("psus", .integer(design.psus)),
            ("degreesOfFreedom", .integer(design.degreesOfFreedom)),
        ])
    }

    private var figures: FigureJSON { FigureJSON(words: words) }

    func numbers(_ figure: IndicatorEstimate) -> [(String, JSONValue)] { figures.numbers(figure) }

    private func cascade(_ row: CascadeRow) -> JSONValue {
        .object([
            ("step", .text(row.step.rawValue)), ("reached", .integer(row.reached)),
            ("passed", .integer(row.passed)), ("lost", .integer(row.lost)),
            ("share", .object(numbers(row.share))), ("conditional", .object(numbers(row.conditional))),
        ])
    }

    private func barrier(_ row: CascadeRow) -> JSONValue? {
        guard let first = row.barrier, let only = row.onlyBarrier else { return nil }
        return .object([
            ("step", .text(row.step.rawValue)), ("first", .object(numbers(first))),
            ("only", .object(numbers(only))),
        ])
    }

    private func finding(_ finding: Finding) -> JSONValue {
        .object([
            ("code", .text(finding.code.rawValue)),
            ("text", .text(words.sentence(finding, since: content.report.change?.previousMonth))),
            ("certainty", .text(finding.certainty.rawValue)),
            ("figures", .list(finding.figures.map(reference))),
            ("test", finding.test.map(test) ?? .null),
            ("moreInterviews", finding.moreInterviews.map { .integer($0) } ?? .null),
            ("smallestChange", finding.outlook.map(smallestChange) ?? .null),
        ])
    }

    /// The smallest change that is told in four samples of five; null where something else is open.
    private func smallestChange(_ outlook: Outlook) -> JSONValue {
        guard case .smallestChange(let sample, let again) = outlook else { return .null }
        return .object([("thisSample", .number(sample)), ("askedAgain", .optional(again))])
    }

    private func reference(_ figure: IndicatorEstimate) -> JSONValue {
        .object([
            ("indicator", .text(figure.indicator.rawValue)),
            ("domainKind", .text(figure.domain.kind.name)), ("domainCode", .text(figure.domain.code)),
        ])
    }

    private func test(_ test: Finding.Test) -> JSONValue {
        .object([
            ("kind", .text(test.kind.rawValue)), ("pValue", .optional(test.pValue)),
            ("level", .number(test.level)),
        ])
    }

    private var plan: JSONValue {
        guard let plan = content.deployment?.plan else { return .null }
        return .object(PlanJSON(plan: plan, groups: content.survey.registry.groups).pairs)
    }
}
