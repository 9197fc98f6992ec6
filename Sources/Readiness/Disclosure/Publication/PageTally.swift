internal import Basics
internal import SurveyData
internal import SurveyStatistics

/// What households say of the cells of a page: in whose bases they stand, and the plain weighted shares.
struct PageTally {
    /// In the order of their first household's pseudonym.
    let households: [PageHouseholds]
    /// By cell; nil without a household.
    let shares: [Double?]

    /// `cells`: indicator and domain of each cell of the page: of the whole survey, former wards, kinds of household
    /// and procedures.
    init(_ report: ReadinessReport, cells: [(indicator: Indicator, domain: DomainKey)]) {
        let kinds = PageKinds(report, cells)
        var sums = Array(repeating: (base: ExactSum(), yes: ExactSum()), count: cells.count)
        // Several kinds may stand in the same bases with one weight.
        var (bases, signatures) = (BitSetTable(), KeyTable())
        var groupOfKind: [UInt32] = []
        for kind in kinds.list {
            var base = BitSet(below: cells.count)
            for place in cells.indices where kinds.isCounted(kind, in: place) {
                base.insert(place)
                sums[place].base.add(kind.weight, times: kind.size)
                if kinds.saysYes(kind, in: place) { sums[place].yes.add(kind.weight, times: kind.size) }
            }
            groupOfKind.append(
                signatures.number(of: UInt64(bases.number(of: base)) << 32 | UInt64(kind.weightNumber)))
        }
        shares = sums.map { $0.base.value > 0 ? $0.yes.value / $0.base.value : nil }
        var pseudonyms = Array(repeating: [UInt64](), count: signatures.keys.count)
        for (place, household) in report.survey.households.enumerated() {
            pseudonyms[Int(groupOfKind[Int(kinds.numbers[place])])].append(
                PageHouseholds.pseudonym(household.id))
        }
        households = zip(signatures.keys, pseudonyms).compactMap { signature, own in
            let cells = bases.sets[Int(signature >> 32)].elements
            if cells.isEmpty { return nil }
            let weight = kinds.weights[Int(signature & 0xFFFF_FFFF)]
            return PageHouseholds(cells: cells, weight: weight, households: own.sorted())
        }.sorted { ($0.households.first ?? 0) < ($1.households.first ?? 0) }
    }
}

/// Whole numbers from 0 up to a limit, as bits.
private struct BitSet {
    var words: [UInt64]

    init(below limit: Int) { words = Array(repeating: 0, count: (limit + 63) / 64) }

    mutating func insert(_ element: Int) { words[element / 64] |= 1 << UInt64(element % 64) }

    /// Ascending.
    var elements: [Int] {
        var elements: [Int] = []
        for (place, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                elements.append(place * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return elements
    }
}

/// Different sets of bits of one length, each with a number.
private struct BitSetTable {
    private(set) var sets: [BitSet] = []
    private var words = KeyTable()
    private var pairs = KeyTable()
    private var ends = KeyTable()

    mutating func number(of set: BitSet) -> UInt32 {
        var code: UInt32 = 0
        for word in set.words {
            code = pairs.number(of: UInt64(code) << 32 | UInt64(words.number(of: word)))
        }
        let number = ends.number(of: UInt64(code))
        if Int(number) == sets.count { sets.append(set) }
        return number
    }
}
