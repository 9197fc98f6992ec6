package import SurveyData
package import SurveyStatistics

extension WardDesign {
    /// The same design on the survey's households, one by one: for what sums of cells do not give.
    ///
    /// - Throws: `DesignError` where weights, strata or population sizes make no design.
    package func design(of survey: Survey) throws(DesignError) -> SurveyDesign {
        let households = DesignPlaces(survey, rule)
        let places = households.places
        let strata = Numbering(places.map(\.stratum))
        let psus = Numbering(places.map(\.psu))
        let hasPopulation = !places.isEmpty && places.allSatisfy { $0.population != nil }
        return try SurveyDesign(
            weights: households.map(\.weight), strata: households.map { strata[$0.stratum] },
            psus: places.contains { $0.psu != nil } ? households.map { psus[$0.psu] } : nil,
            population: hasPopulation ? .init(households.map { $0.population ?? 0 }) : nil,
            lonelyPSU: .adjust)
    }
}
