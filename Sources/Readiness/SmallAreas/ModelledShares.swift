internal import Basics
internal import SurveyData
package import SurveyStatistics

/// The shares of residential groups as a model has them: each group's own sample, what the registry knows of it, and
/// the ward, which the groups add up to.
///
/// - Source: Fay and Herriot (1979); J. N. K. Rao and I. Molina, Small Area Estimation (2015), ch. 6.
package struct ModelledShares: Sendable {
    /// Indicators in their order, then groups in theirs.
    package let estimates: [IndicatorEstimate]
    /// How each indicator's model came out.
    package let fits: [Fit]

    /// One indicator's model.
    package struct Fit: Sendable {
        package let indicator: Indicator
        /// Groups themselves, or, where there are too few yeses or nos, former wards or all groups as one.
        package let level: ShareAreas.Level
        /// By how much, in share points, the groups were moved to add up to the ward; nil if they were not.
        package let shift: Double?
        /// Whether that is more than one standard error of the ward's share.
        package let isShiftLarge: Bool
    }

    /// The indicators that are modelled: what a leader looks at by group.
    package static let indicators: [Indicator] = Indicator.allCases.filter { indicator in
        switch indicator {
        case .onlineUptakeDossiers, .onlineUptakeHouseholds, .selfFiledHouseholds, .assistedHouseholds,
            .couldRepeatUnaided, .smartphone, .computer, .internet, .eIDLevel2, .skillsBasic,
            .skillsAboveBasic, .knowsProcess, .wantsHelp, .lacksEquipment, .lacksITAccess,
            .lacksProcessKnowledge:
            true
        default:
            CascadeStep.allCases.contains {
                Indicator.cascade($0) == indicator || Indicator.barrier($0) == indicator
            }
        }
    }

    /// What stops a household first; with "no barrier" they are all households.
    private static let firstBarriers = CascadeStep.barriers.compactMap(Indicator.barrier)

    /// Those whose groups are ranked and told against the target.
    private static let ranked: Set<Indicator> = [
        .onlineUptakeDossiers, .onlineUptakeHouseholds, .selfFiledHouseholds,
    ]

    /// Models what can be modelled: an indicator with a ward share above 0 and below 1, and two groups with answers.
    ///
    /// `target`: of `onlineUptakeDossiers`, 0…1. The draws' seed is fixed: same input, same figures.
    init(
        _ summary: SurveySummary, design: WardDesign, estimates: [IndicatorEstimate], target: Double,
        threads: Int
    ) {
        let areas = ModelAreas(summary, design: design, estimates: estimates)
        let asked = Self.indicators.filter(summary.asked.contains)
        // The draws take long, so what is ranked comes first.
        let order = asked.filter(Self.ranked.contains) + asked.filter { !Self.ranked.contains($0) }
        let made = parallelMap(order.count, threads: threads) { place -> (Fit, [IndicatorEstimate])? in
            let indicator = order[place]
            let target = indicator.isDossierRatio ? target : nil
            return areas.modelled(
                indicator, target: target, draws: Self.ranked.contains(indicator) ? 2000 : 0)
        }
        var modelled = Dictionary(uniqueKeysWithValues: zip(order, made))
        let barriers = asked.filter { Self.firstBarriers.contains($0) && modelled[$0].flatMap(\.self) != nil }
        let raked = areas.addingToOne(barriers.map { ($0, modelled[$0].flatMap(\.self)?.1 ?? []) })
        for (barrier, shares) in zip(barriers, raked) {
            modelled[barrier] = modelled[barrier].flatMap(\.self).map { ($0.0, shares) }
        }
        fits = asked.compactMap { modelled[$0]??.0 }
        self.estimates = asked.flatMap { modelled[$0]??.1 ?? [] }
    }
}
