/// All households of an invented ward, asked or not.
///
/// Households are computed when needed, never stored.
package struct WardPopulation: Sendable {
    package let seed: UInt64
    package let groups: [SyntheticGroup]
    /// Households in the groups before each.
    private let firstSerials: [Int]
    /// Digits of a household's number in its code, at least 3.
    let numberWidth: Int

    package init(households: Int, seed: UInt64) {
        self.seed = seed
        groups = WardGeography.groups(population: households, seed: seed)
        var before = 0
        firstSerials = groups.map { group in
            before += group.households
            return before - group.households
        }
        numberWidth = max(3, String(groups.map(\.households).max() ?? 0).count)
    }

    package var formerWards: [String] { WardGeography.formerWards }

    package var households: Int { groups.reduce(0) { $0 + $1.households } }

    /// One household by group and number, 1…N_g.
    package func household(group: Int, number: Int) -> HouseholdTruth {
        HouseholdTruth(
            group: group, number: number, serial: firstSerials[group] + number, place: groups[group],
            seed: seed)
    }

    /// "AA03-017".
    package func code(group: Int, number: Int) -> String {
        let digits = String(number)
        return "\(groups[group].id)-" + String(repeating: "0", count: max(0, numberWidth - digits.count))
            + digits
    }
}
