internal import SurveyData
internal import SurveyStatistics

/// Households of a public page that stand in the bases of the same cells and have one weight: whose they are, and no
/// answer of theirs.
package struct PageHouseholds: Sendable, Hashable {
    /// Places of the page's cells, ascending.
    package let cells: [Int]
    package let weight: Double
    /// Pseudonyms, ascending.
    package let households: [UInt64]

    package init(cells: [Int], weight: Double, households: [UInt64]) {
        self.cells = cells
        self.weight = weight
        self.households = households
    }

    /// So many bits of a pseudonym are used.
    package static let pseudonymBits = 48

    /// The number that stands for a household in the ledger: the same for every way of writing its code. It keeps
    /// codes out of sight, not secret: whoever knows a code can find its number.
    ///
    /// - Source: FNV-1a (G. Fowler, L. Noll, K.-P. Vo, 1991), stirred as in SplitMix64.
    static func pseudonym(_ id: HouseholdID) -> UInt64 {
        var hash: UInt64 = id.key.utf8.reduce(0xCBF2_9CE4_8422_2325) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
        return (hash ^ hash >> 31) >> UInt64(64 - pseudonymBits)
    }
}

/// What households say of the cells of a page: in whose bases they stand, and the plain weighted shares.
struct PageTally {
    /// In the order of their first household's pseudonym.
    let households: [PageHouseholds]
    /// By cell; nil without a household.
    let shares: [Double?]

    /// `cells`: indicator and domain of each cell of the page.
    init(_ report: ReadinessReport, cells: [(indicator: Indicator, domain: DomainKey)]) {
        let survey = report.survey
        let rows = DomainRows(survey)
        var domains: [DomainKey: [Int]] = [:]
        for cell in cells where domains[cell.domain] == nil { domains[cell.domain] = rows[cell.domain] }
        let indicators = Set(cells.map(\.indicator))
        let households = survey.households
        var answers: [Indicator: [Bool?]] = [:]
        for indicator in indicators {
            answers[indicator] = households.indices.map {
                indicator.value(households[$0], report.readiness[$0])
            }
        }
        let weights = report.households.weights
        var bases = Array(repeating: [Int](), count: households.count)
        var shares: [Double?] = []
        for (place, cell) in cells.enumerated() {
            var (base, yes) = (ExactSum(), ExactSum())
            let own = answers[cell.indicator] ?? []
            for household in domains[cell.domain] ?? [] {
                guard let says = own[household] else { continue }
                bases[household].append(place)
                base.add(weights[household], times: 1)
                if says { yes.add(weights[household], times: 1) }
            }
            shares.append(base.value > 0 ? yes.value / base.value : nil)
        }
        struct Signature: Hashable {
            let cells: [Int]
            let weight: Double
        }
        var alike: [Signature: [UInt64]] = [:]
        for (place, household) in households.enumerated() where !bases[place].isEmpty {
            alike[Signature(cells: bases[place], weight: weights[place]), default: []].append(
                PageHouseholds.pseudonym(household.id))
        }
        self.households = alike.map {
            PageHouseholds(cells: $0.key.cells, weight: $0.key.weight, households: $0.value.sorted())
        }.sorted { ($0.households.first ?? 0) < ($1.households.first ?? 0) }
        self.shares = shares
    }
}
