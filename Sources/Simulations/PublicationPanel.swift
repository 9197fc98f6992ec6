internal import Basics
internal import Readiness

/// Households of a made-up ward that are asked month after month, with a few who come late, come in or leave, and
/// always answer the same: what a reader of all public pages hopes for.
struct PublicationPanel {
    struct Household {
        let id: UInt64
        let formerWard: Int
        let isOfType: Bool
        let weight: Double
        /// By indicator.
        let answers: [Bool]
    }

    static let indicators: [Indicator] = [.cascadeKnowledge, .eIDLevel2, .lacksDeviceOrConnection]

    private var random: SplitMix64
    private let formerWards: Int
    private let rates: [[Int]]
    private let weights: [Double]
    private var next: UInt64 = 0
    private(set) var households: [Household] = []

    /// `hasWeights`: each former ward has a weight of its own, and some households of it another.
    init(seed: UInt64, formerWards: ClosedRange<Int>, hasWeights: Bool) {
        var random = SplitMix64(seed: seed)
        let formerWards = formerWards.lowerBound + random.below(formerWards.count)
        var rates: [[Int]] = []
        var weights: [Double] = []
        for _ in 0..<formerWards {
            rates.append(Self.indicators.map { _ in 5 + random.below(90) })
            weights.append(hasWeights ? 1 + Double(random.below(30)) / 10 : 1)
        }
        (self.rates, self.weights, self.formerWards, self.random) = (rates, weights, formerWards, random)
        for ward in 0..<formerWards { add(25 + random.below(100), to: ward) }
    }

    /// Some households of some former wards come late: 0 to 8 each.
    mutating func comeLate() {
        for ward in 0..<formerWards where random.below(2) == 0 { add(random.below(9), to: ward) }
    }

    /// A new month: 0 to 5 households of each former ward leave, as many or others come in.
    mutating func turn() {
        for ward in 0..<formerWards {
            for _ in 0..<random.below(6) {
                let own = households.indices.filter { households[$0].formerWard == ward }
                if !own.isEmpty { households.remove(at: own[random.below(own.count)]) }
            }
            add(random.below(6), to: ward)
        }
    }

    private mutating func add(_ count: Int, to ward: Int) {
        for _ in 0..<count {
            next += 1
            let isHeavy = weights[ward] != 1 && random.below(10) == 0
            households.append(
                Household(
                    id: next, formerWard: ward, isOfType: random.below(100) < 20,
                    weight: weights[ward] * (isHeavy ? 3 : 1),
                    answers: rates[ward].map { random.below(100) < $0 }))
        }
    }

    private static let type = DomainKey(kind: .householdType, code: "only60Plus", label: "only60Plus")

    private var domains: [(key: DomainKey, isIn: (Household) -> Bool)] {
        [(.all, { _ in true })]
            + (0..<formerWards).map { ward in
                (
                    DomainKey(kind: .formerWard, code: "Ward \(ward)", label: "Ward \(ward)"),
                    { $0.formerWard == ward }
                )
            } + [(Self.type, \.isOfType)]
    }

    /// The public page of the households asked so far, by itself.
    func page(_ month: Int) throws -> PublishedPage {
        var counts: [PublicFigures.Count] = []
        for (place, indicator) in Self.indicators.enumerated() {
            for (domain, isIn) in domains {
                let own = households.filter(isIn)
                let yes = own.filter { $0.answers[place] }
                let whole = own.reduce(0) { $0 + $1.weight }
                counts.append(
                    PublicFigures.Count(
                        indicator: indicator, domain: domain, count: yes.count, base: own.count,
                        rate: whole > 0 ? yes.reduce(0) { $0 + $1.weight } / whole : nil))
            }
        }
        let figures = try PublicFigures(counts)
        let places = figures.places
        let shares = places.map { place in
            counts.first { $0.indicator == place.indicator && $0.domain == place.domain }?.rate
        }
        let listed = domains
        let alike = Dictionary(grouping: households) { household in
            let own = listed.filter { $0.isIn(household) }.map(\.key)
            return PageHouseholds(
                cells: places.indices.filter { own.contains(places[$0].domain) }, weight: household.weight,
                households: [])
        }
        return PublishedPage(
            month: "2025-0\(month)", day: "2025-12-01", isStopped: figures.hasUnprotected, statements: [],
            cells: figures.cells(shares: shares),
            households: alike.map { key, members in
                PageHouseholds(
                    cells: key.cells, weight: key.weight, households: members.map(\.id).sorted())
            }.sorted { ($0.households[0]) < $1.households[0] })
    }
}
