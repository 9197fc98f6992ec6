package import SurveyData
package import SurveyStatistics

/// The sampling design of a survey, bound once.
package struct WardDesign: Sendable {
    /// Where the weights come from: what the figures may claim.
    package enum Weighting: String, Sendable, Codable {
        /// A weight column of the survey.
        case column
        /// N_g ÷ n_g from the ward's registry, drawn at random inside each group.
        case registry
        /// Every household counts one: the figures speak for those asked.
        case equal
    }

    package let weighting: Weighting
    package let design: SurveyDesign

    /// - Throws: `DesignError` where the file's weights, strata or population sizes make no design.
    package init(_ survey: Survey) throws {
        let households = survey.households
        if survey.asked.contains(.weight) {
            weighting = .column
            design = try Self.fromColumns(survey)
        } else if survey.registry.isGiven, survey.sampling != .volunteer,
            survey.asked.contains(.residentialGroup)
        {
            weighting = .registry
            design = try Self.fromRegistry(survey)
        } else {
            weighting = .equal
            design = try SurveyDesign(
                weights: Array(repeating: 1, count: households.count), strata: nil, psus: nil,
                population: nil,
                lonelyPSU: .adjust)
        }
    }

    private static func fromColumns(_ survey: Survey) throws -> SurveyDesign {
        let households = survey.households
        let population =
            survey.asked.contains(.population) ? households.map { $0.number(.population).value } : []
        return try SurveyDesign(
            weights: households.map { $0.number(.weight).value ?? 0 },
            strata: survey.asked.contains(.stratum) ? codes(households.map { $0.text(.stratum).value }) : nil,
            psus: survey.asked.contains(.psu) ? codes(households.map { $0.text(.psu).value }) : nil,
            population: population.contains(nil) || population.isEmpty
                ? nil : .init(population.compactMap { $0 }),
            lonelyPSU: .adjust)
    }

    /// Weight N_g ÷ n_g; a group asked in full (or over) is a census of itself.
    private static func fromRegistry(_ survey: Survey) throws -> SurveyDesign {
        let groups = survey.households.map { $0.group?.text }
        let strata = codes(groups)
        let asked = strata.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        let sizes = zip(strata, survey.households).map { stratum, household -> Double in
            let known = household.group.flatMap { survey.registry[$0]?.households } ?? 0
            return Double(max(known, asked[stratum] ?? 0))
        }
        return try SurveyDesign(
            weights: zip(strata, sizes).map { $1 / Double(asked[$0] ?? 1) }, strata: strata, psus: nil,
            population: .init(sizes), lonelyPSU: .adjust)
    }

    /// Numbers for texts, by their sorted order, so that the file's order does not matter.
    private static func codes(_ texts: [String?]) -> [Int] {
        let order = Dictionary(
            uniqueKeysWithValues: Set(texts).sorted { ($0 ?? "") < ($1 ?? "") }.enumerated().map {
                ($0.element, $0.offset)
            })
        return texts.map { order[$0] ?? 0 }
    }
}

extension WardDesign {
    package var strata: Int { design.strataCount }
    package var psus: Int { design.psuCount }
    package var degreesOfFreedom: Int { design.degreesOfFreedom }
}
