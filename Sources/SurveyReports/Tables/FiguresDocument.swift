package import Readiness
package import SurveyData

/// `figures.json`: what `summarize` and `merge` say of counts alone, as `analyze` says it of households.
package struct FiguresDocument: Sendable {
    private let summary: SurveySummary
    private let figures: SummaryFigures
    private let json: FigureJSON

    package init(_ summary: SurveySummary, figures: SummaryFigures, language: Language) {
        self.summary = summary
        self.figures = figures
        json = FigureJSON(words: Words(language))
    }

    package func text(threads: Int = 1) -> String {
        let all = figures.estimates + figures.modelled.estimates
        return JSONValue.object(
            [("schemaVersion", .integer(1))] + JSONValue.synthetic(summary.isSynthetic) + [
                ("month", .optional(summary.month)),
                (
                    "design",
                    .object([
                        ("sampling", .text(summary.sampling.rawValue)),
                        ("weights", .text(figures.design.weighting.rawValue)),
                        ("strata", .integer(figures.design.strata)), ("psus", .integer(figures.design.psus)),
                        ("degreesOfFreedom", .integer(figures.design.degreesOfFreedom)),
                    ])
                ),
                ("estimates", .lines(all.count, threads: threads) { json.estimate(all[$0]) }),
                ("models", .list(figures.modelled.fits.map(json.fit))),
            ]
        ).document()
    }
}
