internal import SurveyData
internal import SurveyStatistics

/// One of two months that are compared: its households, design and figures.
struct MonthOfChange: Sendable {
    let survey: Survey
    let households: SurveyDesign
    let estimates: [IndicatorEstimate]
    private let readiness: [HouseholdReadiness]
    private let places: [DesignRule.Place]
    private let domains: DomainRows
    private let isFiler: [Bool]
    private let gates: [DomainKey: [Indicator: Gate]]

    init(
        _ survey: Survey, design: WardDesign, households: SurveyDesign, readiness: [HouseholdReadiness],
        estimates: [IndicatorEstimate]
    ) {
        self.survey = survey
        self.households = households
        self.readiness = readiness
        self.estimates = estimates
        places = DesignPlaces(survey, design.rule).map { $0 }
        domains = DomainRows(survey)
        isFiler = survey.households.map { $0.hadProcedure == true }
        gates = Dictionary(grouping: estimates, by: \.domain).mapValues { figures in
            Dictionary(figures.map { ($0.indicator, $0.gate) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The month with figures of its own.
    ///
    /// - Throws: `DesignError`, or `Diagnostic` `.tooLarge`.
    init(_ survey: Survey, threads: Int) throws {
        let summary = try SurveySummary(survey, threads: threads)
        let design = try WardDesign(summary)
        self.init(
            survey, design: design, households: try design.design(of: survey),
            readiness: AskedHouseholds.readiness(of: survey),
            estimates: try ReadinessEstimates(summary, design: design, threads: threads).all())
    }

    /// Whether the figure rests on enough households to be compared, in a cell that is not small.
    func isTestable(_ figure: MonthlyChange.Wanted) -> Bool {
        switch gates[figure.domain]?[figure.indicator]?.reason {
        case nil: gates[figure.domain]?[figure.indicator] != nil
        case .width, .relativeWidth: true
        case .noData, .degreesOfFreedom, .effectiveBase, .disclosure: false
        }
    }

    func isShown(_ figure: MonthlyChange.Wanted) -> Bool {
        gates[figure.domain]?[figure.indicator]?.isShown ?? false
    }

    /// Whether none of what a question covers that asks for so many months up to the interview is covered by the same
    /// question of a later month too. Surveys without dates are taken as apart.
    func isClear(of later: MonthOfChange, _ referenceMonths: Int) -> Bool {
        guard let own = survey.month.flatMap({ Period($0) }),
            let next = later.survey.month.flatMap({ Period($0) }),
            let latest = Period.month(next.first, movedBy: -referenceMonths)
        else { return true }
        return own.last <= latest
    }

    /// Months from which on any of an indicator's questions is put in another way.
    func breaks(of indicator: Indicator) -> [String] {
        indicator.questions.flatMap { survey.codebook.variables[$0]?.breaks ?? [] }
    }

    /// Whether both months put an indicator's questions in the same way.
    func asksAlike(_ indicator: Indicator, _ later: MonthOfChange) -> Bool {
        let questions = indicator.questions
        guard survey.asked.isSuperset(of: questions), later.survey.asked.isSuperset(of: questions) else {
            return false
        }
        guard let before = survey.month, let after = later.survey.month else { return true }
        return !later.breaks(of: indicator).contains { before < $0 && $0 <= after }
    }

    func statistic(_ indicator: Indicator) -> Statistic {
        if indicator.isDossierRatio {
            return .ratio(
                survey.households.map(\.dossiersOnline.value), over: survey.households.map(\.dossiers.value))
        }
        return .proportion(zip(survey.households, readiness).map { indicator.value($0, $1) })
    }

    /// Rows of a domain; of dossiers, those of households that filed any.
    func rows(_ figure: MonthlyChange.Wanted) -> [Int] {
        figure.indicator.isDossierRatio
            ? domains[figure.domain].filter { isFiler[$0] } : domains[figure.domain]
    }

    /// What the two months' samples have in common, and how many households.
    static func overlap(
        _ earlier: MonthOfChange, _ later: MonthOfChange
    ) -> (overlap: SampleOverlap, households: Int) {
        let strata = Numbering(earlier.places.map(\.stratum) + later.places.map(\.stratum))
        let hasPSUs = earlier.places.contains { $0.psu != nil } && later.places.contains { $0.psu != nil }
        func units(_ month: MonthOfChange) -> [String?] {
            hasPSUs ? month.places.map(\.psu) : month.survey.households.map(\.id.text)
        }
        let numbers = Numbering(units(earlier) + units(later))
        let overlap = SampleOverlap(
            earlier: earlier.households, units: units(earlier).map { numbers[$0] },
            strata: earlier.places.map { strata[$0.stratum] }, later: later.households,
            laterUnits: units(later).map { numbers[$0] }, laterStrata: later.places.map { strata[$0.stratum] }
        )
        let ids = Set(earlier.survey.households.map(\.id))
        return (overlap, later.survey.households.count { ids.contains($0.id) })
    }
}
