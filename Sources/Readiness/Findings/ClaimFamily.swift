internal import SurveyStatistics

/// The tests behind all certain sentences of a page but the headline's change: one family, in which a share of 0.02
/// of what is claimed is false on average.
struct ClaimFamily: Sendable {
    private let pValues: [Double]
    private let isClaimed: [Bool]
    private let adjusted: [Double]

    init(_ pValues: [Double]) {
        self.pValues = pValues
        isClaimed = FalseDiscoveries.discovered(pValues, share: MonthlyChange.falseShare)
        adjusted = FalseDiscoveries.adjusted(pValues)
    }

    /// What is said of a claim whose test stands at a place of the family; nil place: it has no test.
    func finding(_ claim: LevelClaim, at place: Int?, _ interviews: InterviewsNeeded) -> Finding {
        guard let place else { return claim.otherwise }
        var finding = isClaimed[place] ? claim.certain : claim.otherwise
        // A figure that is only described claims nothing of its test.
        if finding.certainty == .described { return finding }
        finding.test = Finding.Test(
            kind: .t, pValue: adjusted[place], level: MonthlyChange.falseShare)
        if finding.certainty == .open {
            finding.outlook = interviews.toTell(
                claim.difference, error: claim.error,
                level: FalseDiscoveries.level(of: place, in: pValues, share: MonthlyChange.falseShare))
        }
        return finding
    }
}
