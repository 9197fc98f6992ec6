internal import Basics

/// What a household is, whatever the month: who lives there and how readily they learn.
package struct HouseholdTruth: Sendable {
    /// Position of the residential group.
    package let group: Int
    /// From 1 in the group.
    package let number: Int
    /// From 1 in the ward.
    package let serial: Int
    package let size: Int
    package let people60Plus: Int
    package let children: Int
    package let isWomenHeaded: Bool
    package let respondentAge: Int
    package let isRespondentFemale: Bool
    /// Readiness in millionths: added to the chances of e-ID, skills and so on, so that they go together.
    let ability: Int
    let seed: UInt64

    package var isOnly60Plus: Bool { people60Plus >= size }

    /// Of 100 households, those with 1, 2, … 7 people: 3.3 people on average.
    private static let sizeWeights = [9, 20, 26, 28, 11, 4, 2]

    init(group: Int, number: Int, serial: Int, place: SyntheticGroup, seed: UInt64) {
        var random = SplitMix64(seed: seed, .household, key: UInt64(serial))
        self.group = group
        self.number = number
        self.serial = serial
        self.seed = seed
        size = 1 + random.index(weights: Self.sizeWeights, total: 100)
        people60Plus = Self.people60Plus(of: size, chance: place.olderChance, random: &random)
        children = Self.children(of: size, older: people60Plus, random: &random)
        isWomenHeaded = random.happens(size == 1 ? 480_000 : 260_000)
        respondentAge = Self.age(isOnly60Plus: people60Plus >= size, older: people60Plus, random: &random)
        isRespondentFemale = random.happens(530_000)
        let schooling = random.below(260_001) + random.below(260_001) - 260_000
        ability = Self.effect(ofAge: respondentAge) + schooling + place.effect
    }

    private static func people60Plus(of size: Int, chance: Int, random: inout SplitMix64) -> Int {
        guard random.happens(chance) else { return 0 }
        if size <= 2 { return random.happens(550_000) ? size : 1 }
        return random.happens(350_000) ? 2 : 1
    }

    private static func children(of size: Int, older: Int, random: inout SplitMix64) -> Int {
        let most = min(4, size - max(older, 1) - 1)
        guard most > 0, random.happens(720_000) else { return 0 }
        return min(most, 1 + random.index(weights: [48, 42, 8, 2], total: 100))
    }

    private static func age(isOnly60Plus: Bool, older: Int, random: inout SplitMix64) -> Int {
        let isOlder = isOnly60Plus || (older > 0 && random.happens(380_000))
        if isOlder { return 60 + random.below(14) + random.below(16) }
        return 22 + random.below(20) + random.below(19)
    }

    private static func effect(ofAge age: Int) -> Int {
        switch age {
        case ..<30: 190_000
        case ..<40: 140_000
        case ..<50: 40_000
        case ..<60: -80_000
        case ..<70: -270_000
        default: -420_000
        }
    }
}
