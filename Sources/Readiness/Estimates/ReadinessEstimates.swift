internal import SurveyData
internal import SurveyStatistics

/// Makes every indicator's estimate in every domain.
struct ReadinessEstimates: Sendable {
    private let survey: Survey
    private let readiness: [HouseholdReadiness]
    private let design: SurveyDesign
    private let domains: SurveyDomains
    /// Dossiers filed online and in all, one a household; nil where either is not known.
    private let online, dossiers: [Double?]
    private let threads: Int
    private let level = 0.95

    init(_ survey: Survey, readiness: [HouseholdReadiness], design: SurveyDesign, threads: Int) {
        self.threads = threads
        self.survey = survey
        self.readiness = readiness
        self.design = design
        domains = SurveyDomains(survey)
        online = survey.households.map { $0.dossiersOnline.value }
        dossiers = survey.households.map { $0.dossiers.value }
    }

    /// Indicators in their order, then domains in theirs; indicators that the survey did not ask are left out.
    func all() throws -> [IndicatorEstimate] {
        let asked = Indicator.allCases.filter { $0.isAsked(in: survey) }
        let columns = values(of: asked)
        return try parallelMap(asked.count, threads: threads) { place -> [IndicatorEstimate] in
            let indicator = asked[place]
            if indicator.isDossierRatio { return try domains.list.map(dossierRatio) }
            return try domains.list.compactMap { domain in
                domain.key.kind == .procedure && indicator != .onlineUptakeHouseholds
                    ? nil : try share(indicator, columns[place], domain)
            }
        }
        .flatMap(\.self)
    }

    /// Each indicator's value for every household: one column an indicator, from one pass over the households.
    private func values(of indicators: [Indicator]) -> [[Bool?]] {
        var columns = indicators.map { _ in [Bool?](repeating: nil, count: readiness.count) }
        for (row, household) in survey.households.enumerated() {
            for (column, indicator) in indicators.enumerated() {
                columns[column][row] = indicator.value(household, readiness[row])
            }
        }
        return columns
    }

    /// Share of the members of each domain that reach a step and pass it.
    func conditional(_ step: CascadeStep) throws -> IndicatorEstimate {
        let values = readiness.map { $0.outcomeIfReached(step) }
        return try share(.cascade(step), values, (.all, Array(values.indices)))
    }

    private func share(
        _ indicator: Indicator, _ values: [Bool?], _ domain: (key: DomainKey, rows: [Int])
    ) throws -> IndicatorEstimate {
        var base = 0
        var count = 0
        for row in domain.rows {
            guard let value = values[row] else { continue }
            base += 1
            if value { count += 1 }
        }
        guard base > 0 else { return empty(indicator, domain) }
        let rows = Domain.rows(domain.rows)
        let estimate = try design.proportion(of: values, in: rows, interval: .beta, level: level)
        let korn = estimate.standardError.flatMap {
            ConfidenceInterval(
                value: estimate.value, standardError: $0, base: base, rows: domain.rows.count,
                degreesOfFreedom: estimate.degreesOfFreedom, level: level, method: .betaTruncated)
        }
        return IndicatorEstimate(
            indicator: indicator, domain: domain.key, estimate: estimate,
            gate: Gate(estimate, korn: korn, count: count, isProtected: domain.key.kind != .all),
            count: count, of: base, missing: domain.rows.count - base, isModelled: false)
    }

    /// Σ w·online ÷ Σ w·dossiers, over households with a dossier. Its interval is on the log-odds scale.
    private func dossierRatio(_ domain: (key: DomainKey, rows: [Int])) throws -> IndicatorEstimate {
        var filedOnline = 0
        var filed = 0
        var missing = 0
        var online = 0
        var rows: [Int] = []
        for row in domain.rows {
            guard let total = dossiers[row], let own = self.online[row] else {
                missing += 1
                continue
            }
            guard total > 0 else { continue }
            rows.append(row)
            filed += Int(total)
            filedOnline += Int(own)
            if own > 0 { online += 1 }
        }
        guard !rows.isEmpty else { return empty(.onlineUptakeDossiers, domain) }
        let estimate = try design.ratio(
            of: self.online, over: dossiers, in: .rows(rows), interval: .logit, level: level)
        let korn = estimate.interval
        return IndicatorEstimate(
            indicator: .onlineUptakeDossiers, domain: domain.key, estimate: estimate,
            gate: Gate(estimate, korn: korn, count: online, isProtected: domain.key.kind != .all),
            count: filedOnline, of: filed, missing: missing, isModelled: false)
    }

    private func empty(_ indicator: Indicator, _ domain: (key: DomainKey, rows: [Int])) -> IndicatorEstimate {
        IndicatorEstimate(
            indicator: indicator, domain: domain.key, estimate: nil,
            gate: Gate(nil, korn: nil, count: 0, isProtected: true), count: 0, of: 0,
            missing: domain.rows.count, isModelled: false)
    }
}
