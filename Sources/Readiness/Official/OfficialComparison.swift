package import SurveyData
internal import SurveyStatistics

/// The official share of dossiers online beside the survey's. Never mixed: nothing else is made of the counts.
package struct OfficialComparison: Sendable {
    /// The months that the survey's question covers, the survey's own month last; empty where it has no dates.
    package let period: [String]
    /// How many months the survey's question covers.
    package let referenceMonths: Int
    /// The months of the period that have a count.
    package let months: [OfficialCounts.Month]
    /// The survey's uptake by dossier; nil where not asked.
    package let survey: IndicatorEstimate?

    package init(_ counts: OfficialCounts, _ report: ReadinessReport, referenceMonths: Int) {
        period = report.survey.month.map { Self.months(endingIn: $0, count: referenceMonths) } ?? []
        self.referenceMonths = referenceMonths
        months = period.compactMap(counts.count(of:))
        survey = report.estimate(.onlineUptakeDossiers)
    }

    /// Months of the period without a count.
    package var missing: [String] {
        period.filter { month in !months.contains { $0.month == month } }
    }

    package var dossiers: Int { months.reduce(0) { $0 + $1.dossiers } }
    package var online: Int { months.reduce(0) { $0 + $1.online } }

    /// An administrative ratio over every dossier: it has no sampling error. nil without a dossier.
    package var rate: Double? { dossiers > 0 ? Double(online) / Double(dossiers) : nil }

    /// Where the official share lies against the survey's interval.
    package enum Place: String, Sendable, CaseIterable { case below, inside, above }

    /// nil where either is not known or the survey's is hidden.
    package var place: Place? {
        guard let rate, let interval = survey?.shown?.interval else { return nil }
        return rate < interval.lower ? .below : rate > interval.upper ? .above : .inside
    }

    /// "2025-09", "2025-10", "2025-11" for three that end in "2025-11".
    private static func months(endingIn month: String, count: Int) -> [String] {
        // The last month of a period.
        let last = Period(month)?.last ?? month
        return (0..<count).reversed().compactMap { Period.month(last, movedBy: -$0) }
    }
}
