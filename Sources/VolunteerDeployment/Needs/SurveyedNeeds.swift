package import Readiness
internal import SurveyData
internal import SurveyStatistics

extension SupportNeed {
    /// The need of every surveyed household with a barrier and a group, in the order of the survey.
    ///
    /// Expected dossiers: half the household's own past, half the mean of all that told theirs; each capped.
    package static func surveyed(_ report: ReadinessReport, playbook: Playbook) -> [SupportNeed] {
        let dossiers = ExpectedDossiers(report, cap: playbook.settings.dossiersCap)
        return zip(report.everyone.survey.households, report.everyone.readiness).compactMap {
            household, readiness in
            guard let group = household.group, case .step = readiness.barrier else { return nil }
            return SupportNeed(
                household: household.id, group: group, failedSteps: readiness.failedSteps,
                types: household.types, expectedDossiers: dossiers.of(household),
                consentTo: household.mayBeVisitedBy, asksForHelp: household.wantsHelp.value == .yes,
                time: household.text(.preferredTime).value.flatMap(WardTime.init(written:)),
                address: household.text(.address).value ?? "", place: household.place)
        }
    }
}

extension Household {
    fileprivate var place: HouseholdPlace? {
        guard let latitude = number(.latitude).value, let longitude = number(.longitude).value,
            latitude != 0 || longitude != 0
        else { return nil }
        return HouseholdPlace(latitude: latitude, longitude: longitude)
    }
}

extension PatternShare {
    /// The share of each former ward's households that fail exactly the same steps.
    ///
    /// A former ward, since a single group's sample is too small. A survey that was not drawn at random says
    /// nothing of households not asked: no shares.
    ///
    /// - Throws: `DesignError`.
    package static func estimated(_ report: ReadinessReport, playbook: Playbook) throws -> [PatternShare] {
        let survey = report.survey
        guard survey.registry.isGiven, survey.sampling != .volunteer else { return [] }
        let dossiers = ExpectedDossiers(report, cap: playbook.settings.dossiersCap).mean
        let rowsOfWard = survey.positionsByFormerWard
        var shares: [PatternShare] = []
        var answers: [Bool?] = Array(repeating: nil, count: survey.households.count)
        for ward in survey.registry.formerWards {
            let known = (rowsOfWard[ward] ?? []).filter { report.readiness[$0].barrier != .notKnown }
            let rowsOfPattern = Dictionary(grouping: known, by: { report.readiness[$0].failedSteps })
            for pattern in rowsOfPattern.keys.sorted(by: { StepPattern($0) < StepPattern($1) })
            where !pattern.isEmpty {
                for row in known { answers[row] = false }
                for row in rowsOfPattern[pattern] ?? [] { answers[row] = true }
                shares.append(
                    PatternShare(
                        formerWard: ward, failedSteps: pattern,
                        estimate: try report.households.proportion(
                            of: answers, in: .rows(known), interval: .t),
                        expectedDossiers: dossiers))
            }
        }
        return shares
    }
}

/// Dossiers that households are expected to file in three months, from those of the reference period.
private struct ExpectedDossiers {
    let mean: Double
    private let cap: Double

    init(_ report: ReadinessReport, cap: Double) {
        let known = report.survey.households.compactMap { $0.dossiers.value }
        mean = known.isEmpty ? 1 : known.reduce(0) { $0 + min($1, cap) } / Double(known.count)
        self.cap = cap
    }

    func of(_ household: Household) -> Double {
        household.dossiers.value.map { (min($0, cap) + mean) / 2 } ?? mean
    }
}
