package import SurveyData

extension QuotaNeed {
    /// The quotas of every group: lower quartile of the pattern's share × households that nobody asked.
    ///
    /// - Parameters:
    ///   - groups: with N_g, the households that live there.
    ///   - surveyed: n_g by group, households asked this month.
    ///   - shares: by former ward and pattern; patterns exclude each other.
    /// - Returns: by group and pattern, without empty quotas; a group's quotas never pass its unasked households.
    package static func estimated(
        groups: [ResidentialGroup], surveyed: [GroupID: Int], shares: [PatternShare]
    ) -> [QuotaNeed] {
        let byWard = Dictionary(grouping: shares, by: \.formerWard).mapValues { shares in
            shares.sorted { StepPattern($0.failedSteps) < StepPattern($1.failedSteps) }
        }
        return groups.sorted { $0.id < $1.id }.flatMap { group -> [QuotaNeed] in
            let unasked = max(0, group.households - (surveyed[group.id] ?? 0))
            var left = unasked
            return (byWard[group.formerWard] ?? []).compactMap { share in
                let count = min(left, Int(share.lowerQuartile * Double(unasked)))
                guard count > 0 else { return nil }
                left -= count
                return QuotaNeed(
                    group: group.id, failedSteps: share.failedSteps, count: count,
                    expectedDossiers: share.expectedDossiers, mean: share.share * Double(unasked),
                    standardError: (share.standardError ?? 0) * Double(unasked))
            }
        }
    }
}
