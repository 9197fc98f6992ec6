/// The true values of the whole population in one month.
package struct TruthTable: Sendable {
    /// By position of the group.
    package let groups: [TruthCounts]
    /// By position of the former ward.
    package let formerWards: [TruthCounts]
    package let ward: TruthCounts

    /// Counts every household that lives in the ward, asked or not; month 0 is the first.
    package init(_ population: WardPopulation, month: Int) {
        groups = population.groups.enumerated().map { index, place in
            var counts = TruthCounts()
            for number in 1...max(1, place.households) {
                counts.add(
                    MonthlyState(
                        population.household(group: index, number: number), place: place, month: month))
            }
            return counts
        }
        var wards = population.formerWards.map { _ in TruthCounts() }
        for (place, counts) in zip(population.groups, groups) {
            wards[place.formerWard] = wards[place.formerWard] + counts
        }
        formerWards = wards
        ward = wards.reduce(TruthCounts(), +)
    }
}
