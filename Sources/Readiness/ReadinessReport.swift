package import SurveyData
package import SurveyStatistics

/// What one month's survey says: every figure with its uncertainty, and each household's place in the cascade.
package struct ReadinessReport: Sendable {
    /// The interviews that figures are made of, and all of the month: whom to visit is decided among all.
    package let survey: Survey
    package let everyone: AskedHouseholds
    /// Interviews that are not of the sample, by how they were made.
    package let besideSample: [BesideSample]
    package let design: WardDesign
    /// The same design on the survey's households, one by one.
    package let households: SurveyDesign
    /// One for each household of the survey, in its order.
    package let readiness: [HouseholdReadiness]
    /// Indicators in their order, then domains in theirs.
    package let estimates: [IndicatorEstimate]
    /// The same of residential groups, as a small-area model has them.
    package let modelled: ModelledShares
    /// The steps that the survey asked for.
    package let cascade: [CascadeRow]
    /// What changed since the month before; nil without one.
    package let change: MonthlyChange?
    package let findings: [Finding]
    private let byKey, modelledPlaces: [Key: Int]

    private struct Key: Hashable {
        let indicator: Indicator
        let kind: DomainKey.Kind
        let code: String
    }

    /// The report on one survey, compared with those of earlier months where there are any; `target` is the share of
    /// dossiers online that the ward aims at, 0…1; `relevance` the least change that is claimed.
    ///
    /// The figures do not depend on the number of threads, to the last bit.
    ///
    /// - Throws: `DesignError` where the file's weights, strata or population sizes make no design.
    package init(
        _ read: SurveyMonths, target: Double, relevance: Double = MonthlyChange.usualRelevance,
        threads: Int = 1
    ) throws {
        let summary = try SurveySummary(read.survey, threads: threads)
        let figures = try SummaryFigures(summary, target: target, threads: threads)
        let (design, estimates) = (figures.design, figures.estimates)
        modelled = figures.modelled
        everyone = AskedHouseholds(read.survey)
        besideSample = BesideSample.all(everyone)
        let survey = read.survey.sample
        self.survey = survey
        self.design = design
        households = try design.design(of: survey)
        readiness =
            survey.rows.count == everyone.readiness.count
            ? everyone.readiness : AskedHouseholds.readiness(of: survey)
        self.estimates = estimates
        let byKey = Dictionary(
            estimates.enumerated().map {
                (Key(indicator: $1.indicator, kind: $1.domain.kind, code: $1.domain.code), $0)
            },
            uniquingKeysWith: { first, _ in first })
        modelledPlaces = Dictionary(
            modelled.estimates.enumerated().map {
                (Key(indicator: $1.indicator, kind: $1.domain.kind, code: $1.domain.code), $0)
            },
            uniquingKeysWith: { first, _ in first })
        func figure(_ indicator: Indicator) -> IndicatorEstimate? {
            byKey[Key(indicator: indicator, kind: .all, code: "")].map { estimates[$0] }
        }
        self.byKey = byKey
        let cascade = CascadeStep.allCases.compactMap { step -> CascadeRow? in
            guard let share = figure(.cascade(step)) else { return nil }
            guard let conditional = figure(.conditional(step)) else { return nil }
            return CascadeRow(
                step: step, reached: conditional.of, passed: conditional.count, share: share,
                conditional: conditional, barrier: Indicator.barrier(step).flatMap(figure),
                onlyBarrier: Indicator.onlyBarrier(step).flatMap(figure))
        }
        self.cascade = cascade
        let earlier = try read.earlier.map { try MonthOfChange($0.sample, threads: threads) }
        let compared =
            earlier.isEmpty
            ? nil
            : try MonthlyChange(
                from: earlier,
                to: MonthOfChange(
                    survey, design: design, households: households, readiness: readiness,
                    estimates: estimates), months: read.months, relevance: relevance, threads: threads)
        (findings, change) = try FindingMaker(
            survey: survey, figures: figures.direct, estimates: estimates,
            modelled: modelled, cascade: cascade, change: compared, target: target, relevance: relevance,
            isFinitePopulation: design.weighting == .registry
        ).all()
    }

    /// The report on one survey, compared with one earlier one where there is any.
    ///
    /// - Throws: as `init(_:target:relevance:threads:)`.
    package init(
        _ survey: Survey, previous: Survey? = nil, target: Double,
        relevance: Double = MonthlyChange.usualRelevance, threads: Int = 1
    ) throws {
        try self.init(
            SurveyMonths(survey: survey, earlier: [previous].compactMap(\.self)), target: target,
            relevance: relevance, threads: threads)
    }

    /// The modelled figure of one indicator in one residential group; nil where it is not modelled.
    package func modelled(_ indicator: Indicator, group: String) -> IndicatorEstimate? {
        modelledPlaces[Key(indicator: indicator, kind: .residentialGroup, code: group)].map {
            modelled.estimates[$0]
        }
    }

    /// What is known of one indicator in one residential group: its own answers where they may be shown, else the
    /// model's figure where that may; nil otherwise.
    package func known(_ indicator: Indicator, group: String) -> IndicatorEstimate? {
        let own = estimate(indicator, kind: .residentialGroup, code: group)
        let figure = own?.isShown == true ? own : modelled(indicator, group: group)
        return figure?.isShown == true ? figure : nil
    }

    /// The figure of one indicator in one domain; nil if the survey did not ask for it.
    package func estimate(
        _ indicator: Indicator, kind: DomainKey.Kind = .all, code: String = ""
    ) -> IndicatorEstimate? {
        byKey[Key(indicator: indicator, kind: kind, code: code)].map { estimates[$0] }
    }
}
