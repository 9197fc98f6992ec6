internal import Readiness
internal import SurveyData
internal import SurveyStatistics

/// Two months of a made-up ward, sampled many times, from CSV to claims: how often a
/// change is claimed that there is not, or not claimed that there is.
struct ChangeTrial {
    let name: String
    let wards: MadeUpMonths.Settings

    static func printAll(seeds: Int) throws {
        print("seeds 1…\(seeds); percent of seeds unless said otherwise")
        let common = MadeUpMonths.Settings()
        var rise = common
        rise.wardRise = 0.06
        var groups = common
        (groups.asked, groups.filers, groups.risingGroups, groups.groupRise) = (60, 1, 10, 0.3)
        var replaced = common
        (replaced.asked, replaced.fresh, replaced.movers) = (10, 0.006, 0)
        var altered = common
        (altered.asked, altered.fresh, altered.movers) = (10, 0, 0.006)
        var both = common
        (both.fresh, both.movers) = (0.006, 0.03)
        for trial in [
            ChangeTrial(name: "no change, 2,900 households a month", wards: common),
            ChangeTrial(name: "the ward rises by 6 points, 2,900 households a month", wards: rise),
            ChangeTrial(
                name: "ten groups rise by 30 points, 60 households with a dossier a group", wards: groups),
            ChangeTrial(name: "no change, 970 households, 0.6 % of them replaced", wards: replaced),
            ChangeTrial(name: "no change, 970 households, 0.6 % answer otherwise", wards: altered),
            ChangeTrial(
                name: "no change, 2,900 households, 0.6 % replaced, 3 % answer otherwise", wards: both),
        ] {
            var tally = ChangeTally()
            let seeds = trial.wards.fresh < 0.5 ? min(seeds, 200) : seeds
            for seed in 1...seeds { try tally.add(try trial.run(seed: UInt64(seed)), seed: seed) }
            print("\(trial.name): \(tally.text)")
        }
    }

    private func run(seed: UInt64) throws -> (change: MonthlyChange, rising: Set<String>) {
        let months = MadeUpMonths(wards, seed: seed)
        let codebook = try Codebook.builtIn()
        func survey(_ text: String) throws -> Survey {
            try Survey.read(
                text: text, codebook: codebook, registry: months.registry, sampling: .probability)
        }
        return (try MonthlyChange(from: survey(months.before), to: survey(months.after)), months.rising)
    }
}

/// Claims of many seeds.
private struct ChangeTally {
    private var seeds = 0
    private var withClaim = 0
    private var headline = (rose: 0, fell: 0)
    private var otherClaims = 0
    private var falseShares = 0.0
    private var rising = 0
    private var found = 0
    private var tested = 0
    private var error = 0.0
    private var difference = 0.0

    mutating func add(_ trial: (change: MonthlyChange, rising: Set<String>), seed: Int) throws {
        let (change, truly) = trial
        seeds += 1
        let claims = change.claims
        let isHeadlineClaimed = change.headline.map { $0.verdict != .notTellable } ?? false
        if !claims.isEmpty || isHeadlineClaimed { withClaim += 1 }
        if change.headline?.verdict == .rose { headline.rose += 1 }
        if change.headline?.verdict == .fell { headline.fell += 1 }
        otherClaims += claims.count
        tested += change.figures.count
        error += change.headline?.change.difference.standardError ?? 0
        difference += change.headline?.change.difference.value ?? 0
        // Wards and the whole hold rising groups: what is claimed of them is true.
        let ofGroups = claims.filter { $0.domain.kind == .residentialGroup }
        let mistaken = ofGroups.count { !truly.contains($0.domain.code) || $0.verdict == .fell }
        if !ofGroups.isEmpty { falseShares += Double(mistaken) / Double(ofGroups.count) }
        rising += truly.count
        found += ofGroups.count - mistaken
    }

    var text: String {
        let count = Double(seeds)
        var parts = [
            "\(withClaim) of \(seeds) seeds claim any change",
            "headline rose \(percent(Double(headline.rose) / count)), fell \(percent(Double(headline.fell) / count))",
            "other claims a seed \(decimal(Double(otherClaims) / count)) of \(tested / seeds) figures tested",
            "headline's mean difference \(decimal(difference / count, 4)), mean standard error \(decimal(error / count, 4))",
        ]
        if rising > 0 {
            parts.append("rising groups found \(percent(Double(found) / Double(rising)))")
            parts.append("mean share of false claims \(percent(falseShares / count))")
        }
        return parts.joined(separator: "; ")
    }
}
