internal import Basics
internal import Foundation
internal import SurveyData
internal import SurveyStatistics

/// 97 residential groups of seven former wards, of 200 to 560 households each, with a known number that say yes.
struct MadeUpGroups: Sendable {
    let registry: Registry
    /// By the registry's order: households, and those that say yes.
    let sizes, yes: [Int]

    /// `spread`: standard deviation of the groups' log-odds around those of `share`, half of its variance following the
    /// share of people aged 60 or more; 0: all groups alike.
    init(share: Double, spread: Double, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var groups: [ResidentialGroup] = []
        var sizes: [Int] = []
        var yes: [Int] = []
        for place in 0..<97 {
            let size = 200 + random.below(361)
            let (known, unknown) = (random.normal(), random.normal())
            let odds = log(share / (1 - share)) + spread * 0.5.squareRoot() * (known + unknown)
            groups.append(
                ResidentialGroup(
                    id: GroupID(String(format: "G%02d", place)), formerWard: "Ward \(place % 7)",
                    name: "Group \(place)", households: size,
                    share60Plus: min(0.5, max(0.01, 0.15 + 0.04 * known)), latitude: nil, longitude: nil,
                    siteDistanceKilometres: Double(random.below(400)) / 100))
            sizes.append(size)
            yes.append(Int((Double(size) / (1 + exp(-odds))).rounded()))
        }
        registry = Registry(groups: groups, isGiven: true)
        let order = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($0.element.id, $0.offset) })
        let places = registry.groups.compactMap { order[$0.id] }
        self.sizes = places.map { sizes[$0] }
        self.yes = places.map { yes[$0] }
    }

    var truth: Double { Double(yes.reduce(0, +)) / Double(sizes.reduce(0, +)) }

    func truth(_ group: Int) -> Double { Double(yes[group]) / Double(sizes[group]) }

    /// How many of `count` households drawn at random without replacement say yes.
    func drawn(_ count: Int, of group: Int, _ random: inout SplitMix64) -> Int {
        var (left, yesLeft, drawn) = (sizes[group], yes[group], 0)
        for _ in 0..<count {
            if random.below(left) < yesLeft {
                drawn += 1
                yesLeft -= 1
            }
            left -= 1
        }
        return drawn
    }
}
