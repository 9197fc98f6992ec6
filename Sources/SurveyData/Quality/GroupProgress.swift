/// How far the interviews of one residential group have come.
package struct GroupProgress: Sendable {
    package let group: ResidentialGroup
    package let interviews: Int
    /// The latest day of an interview; nil where no date is known.
    package let lastDay: SurveyDate?
    /// Interviews that the group would have at the ward's usual share of households asked; nil where its size or
    /// the share is not known.
    package let expected: Double?

    /// Fewer than half of what is expected.
    package var isBehind: Bool { expected.map { Double(interviews) < $0 / 2 } ?? (interviews == 0) }

    /// One for each group of the registry, in its order.
    ///
    /// The usual share is the median over groups with interviews: a few groups asked in depth do not move it.
    package static func all(_ survey: Survey) -> [GroupProgress] {
        let asked = survey.positionsByGroup
        let shares = survey.registry.groups.compactMap { group -> Double? in
            guard survey.registry.isGiven, group.households > 0, let own = asked[group.id] else { return nil }
            return Double(own.count) / Double(group.households)
        }
        let usual = median(shares)
        return survey.registry.groups.map { group in
            let own = asked[group.id] ?? []
            return GroupProgress(
                group: group, interviews: own.count,
                lastDay: own.compactMap { survey.households[$0].date }.max(),
                expected: survey.registry.isGiven ? usual.map { $0 * Double(group.households) } : nil)
        }
    }
}

/// The middle value, the mean of the two middle ones; nil of nothing.
func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}
