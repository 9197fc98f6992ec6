internal import SurveyStatistics

/// How many households lack equipment in some groups, with its uncertainty.
package struct HouseholdCount: Sendable, Equatable {
    /// nil where it may not be shown.
    package let value: Double?
    /// nil where the households are counted one by one: those asked.
    package let standardError, lower, upper: Double?
    /// Households that it is a part of.
    package let households: Int

    /// The count in several groups: each group's N_g × the share that stands for it.
    ///
    /// Shares of different domains are taken as independent; the groups of one former ward share its error. The
    /// interval (t, the fewest degrees of freedom) supposes that a group is like the domain that stands for it.
    static func estimated(_ needs: [EquipmentNeed]) -> HouseholdCount {
        var households: [DomainKey: Int] = [:]
        var shares: [DomainKey: Estimate] = [:]
        for need in needs {
            guard let source = need.source, let share = source.shown else { continue }
            households[source.domain, default: 0] += need.households
            shares[source.domain] = share
        }
        let known = shares.keys.sorted { ($0.kind.name, $0.code) < ($1.kind.name, $1.code) }
        var (value, variance, of) = (0.0, 0.0, 0)
        var fewest = Int.max
        for domain in known {
            guard let share = shares[domain], let count = households[domain] else { continue }
            let error = (share.standardError ?? 0) * Double(count)
            value += share.value * Double(count)
            variance += error * error
            of += count
            fewest = min(fewest, share.degreesOfFreedom)
        }
        guard of > 0 else {
            return HouseholdCount(value: nil, standardError: nil, lower: nil, upper: nil, households: of)
        }
        let error = variance.squareRoot()
        let interval = ConfidenceInterval(
            value: value, standardError: error, base: of, degreesOfFreedom: fewest, level: 0.95,
            method: .t, isFullCount: shares.values.allSatisfy(\.isFullCount))
        return HouseholdCount(
            value: value, standardError: error, lower: interval.map { max(0, $0.lower) },
            upper: interval.map { min(Double(of), $0.upper) }, households: of)
    }

    /// The households asked in several groups, counted; hidden under five.
    static func counted(_ needs: [EquipmentNeed]) -> HouseholdCount {
        let count = needs.reduce(0) { $0 + ($1.own?.count ?? 0) }
        let of = needs.reduce(0) { $0 + ($1.own?.of ?? 0) }
        let isHidden = min(count, of - count) < Gate.smallCell
        return HouseholdCount(
            value: isHidden ? nil : Double(count), standardError: nil, lower: nil, upper: nil, households: of)
    }
}
