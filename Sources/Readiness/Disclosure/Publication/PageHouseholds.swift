internal import Basics
internal import SurveyData

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
    /// - Source: FNV-1a, stirred as in SplitMix64.
    static func pseudonym(_ id: HouseholdID) -> UInt64 {
        var hash = FNV1a(id.key).value
        hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
        return (hash ^ hash >> 31) >> UInt64(64 - pseudonymBits)
    }
}
