package import SurveyData
package import SurveyStatistics

extension WardDesign {
    /// The same design on the survey's households, one by one: for what sums of cells do not give.
    ///
    /// - Throws: `DesignError` where weights, strata or population sizes make no design.
    package func design(of survey: Survey) throws(DesignError) -> SurveyDesign {
        let places = survey.households.map { rule.place(of: SummaryCell.Key($0)) }
        let strata = Numbering(places.map(\.stratum))
        let psus = Numbering(places.map(\.psu))
        let populations = places.compactMap(\.population)
        return try SurveyDesign(
            weights: places.map(\.weight), strata: places.map { strata[$0.stratum] },
            psus: places.contains { $0.psu != nil } ? places.map { psus[$0.psu] } : nil,
            population: populations.count == places.count && !places.isEmpty ? .init(populations) : nil,
            lonelyPSU: .adjust)
    }
}
