import Basics
import Readiness
import SurveyStatistics

/// Tables of a made-up ward: households drawn, then counted by former ward, type and procedure.
struct DisclosureWard {
    struct Size {
        var months = 1
        var formerWards = 2...5
        var households = 5...90
        var types = 0...2
        var procedures = 0...2
        /// Indicators beside the five that hang together.
        var indicators = 0...1
        /// Rates of the further indicators, percent.
        var rates = 2...98
    }

    private struct Household {
        var formerWard: Int?
        var has: [Bool]
        /// nil: not asked.
        var answers: [Bool?]
    }

    private var months: [[Household]] = []
    private let formerWards: Int
    private let groups: Int
    private let indicators: Int
    private let isRemainderSensitive: Bool

    /// In order: has a procedure; of those filed online; online by oneself, with help, by another.
    private static let linked = 5

    init(seed: UInt64, _ size: Size) {
        var random = SplitMix64(seed: seed)
        func drawn(_ range: ClosedRange<Int>) -> Int {
            range.lowerBound + random.below(range.count)
        }
        formerWards = drawn(size.formerWards)
        groups = drawn(size.types) + drawn(size.procedures)
        indicators = Self.linked + drawn(size.indicators)
        isRemainderSensitive = random.below(2) == 0
        let sizes =
            (0..<formerWards).map { _ in drawn(size.households) } + [random.below(3) * random.below(9)]
        let groupRates = (0..<groups).map { _ in 3 + random.below(95) }
        let rates = (0..<indicators).map { _ in drawn(size.rates) }
        for _ in 0..<size.months {
            var month: [Household] = []
            for (ward, count) in sizes.enumerated() {
                // Former wards differ, and a month asks a few more or less.
                let local = rates.map { min(99, max(1, $0 + random.below(21) - 10)) }
                for _ in 0..<max(0, count + random.below(5) - 2) {
                    var answers = local.map { rate in
                        random.below(20) == 0 ? nil : random.below(100) < rate
                    }
                    Self.link(&answers, local, &random)
                    month.append(
                        Household(
                            formerWard: ward < formerWards ? ward : nil,
                            has: groupRates.map { random.below(100) < $0 }, answers: answers))
                }
            }
            months.append(month)
        }
    }

    private static func link(_ answers: inout [Bool?], _ rates: [Int], _ random: inout SplitMix64) {
        // Who had a procedure was asked how it was filed, and nobody else.
        answers[1] = answers[0] == true ? random.below(100) < rates[1] : nil
        let way = random.below(100) < rates[2] ? 2 : random.below(100) < rates[3] ? 3 : 4
        for part in 2...4 { answers[part] = answers[1].map { $0 && part == way } }
    }

    /// All domains' figures of a month.
    func figures(_ month: Int, standing: (String) -> DisclosureStanding = { _ in .offered })
        -> [DisclosureFigure]
    {
        domains.flatMap { name in
            let households = months[month].filter { isIn($0, name) }
            return (0..<indicators).map { indicator in
                let answers = households.compactMap { $0.answers[indicator] }
                let isNever = name == "F-" || name.hasPrefix("not")
                let id = Self.id(month, indicator, name)
                return DisclosureFigure(
                    id: id, count: answers.count { $0 }, base: answers.count,
                    standing: isNever ? .neverShown : standing(id),
                    isSensitive: name != "F-" || isRemainderSensitive, isLastResort: name == "W",
                    baseID: (1..<Self.linked).contains(indicator) ? Self.id(month, 0, name) : nil)
            }
        }
    }

    func relations(_ month: Int) -> [DisclosureRelation] {
        (0..<indicators).flatMap { indicator in
            let wards = (0..<formerWards).map { "F\($0)" } + ["F-"]
            let pairs = (0..<groups).map { ["G\($0)", "notG\($0)"] }
            return ([wards] + pairs).map { parts in
                DisclosureRelation(
                    total: Self.id(month, indicator, "W"),
                    parts: parts.map { Self.id(month, indicator, $0) }, bases: .added)
            }
        }
            + domains.map { name in
                DisclosureRelation(
                    total: Self.id(month, 1, name), parts: (2...4).map { Self.id(month, $0, name) },
                    bases: .shared)
            }
    }

    /// Changes of every figure from a month to the next.
    func changes(to month: Int) -> [DisclosureChange] {
        (0..<indicators).flatMap { indicator in
            domains.map {
                DisclosureChange(
                    earlier: Self.id(month - 1, indicator, $0), later: Self.id(month, indicator, $0))
            }
        }
    }

    private static func id(_ month: Int, _ indicator: Int, _ domain: String) -> String {
        "\(month)/\(indicator)/\(domain)"
    }

    private var domains: [String] {
        ["W", "F-"] + (0..<formerWards).map { "F\($0)" } + (0..<groups).flatMap { ["G\($0)", "notG\($0)"] }
    }

    private func isIn(_ household: Household, _ domain: String) -> Bool {
        if domain == "W" { return true }
        guard let number = Int(domain.drop { !$0.isNumber }) else { return household.formerWard == nil }
        if domain.hasPrefix("F") { return household.formerWard == number }
        return household.has[number] != domain.hasPrefix("not")
    }
}
