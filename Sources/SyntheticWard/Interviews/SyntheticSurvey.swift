/// The interviews of every month of one made-up ward.
package struct SyntheticSurvey: Sendable {
    package let settings: SyntheticWardSettings
    package let population: WardPopulation
    package let months: [SyntheticMonth]
    let allocation: SampleAllocation
    let draw: SampleDraw

    package init(_ settings: SyntheticWardSettings) {
        self.settings = settings
        population = WardPopulation(households: settings.population, seed: settings.seed)
        months = (0..<settings.months).map(settings.firstMonth.advanced(by:))
        let sizes = population.groups.map(\.households)
        allocation = SampleAllocation(interviews: settings.households, sizes: sizes, seed: settings.seed)
        draw = SampleDraw(
            counts: allocation.counts, sizes: sizes, months: settings.months, seed: settings.seed)
    }

    /// The numbers of the households asked in a group in a month (0 for the first), rising.
    package func sample(month: Int, group: Int) -> [Int] { draw.months[month][group] }

    /// The file of one month (0 for the first) in the settings' dialect.
    package func file(month: Int) -> [UInt8] {
        let dirty = DirtyRows(
            interviews: settings.households, spared: rows(of: allocation.thinGroup), month: month,
            seed: settings.seed)
        var table = SurveyTable(
            words: settings.dialect.words, population: population, month: months[month],
            rows: settings.households)
        var duplicates: [Interview] = []
        var row = 0
        for (group, numbers) in draw.months[month].enumerated() {
            let place = population.groups[group]
            for number in numbers {
                let interview = Interview(
                    population.household(group: group, number: number), place: place, month: month)
                let kind = dirty.kind(ofRow: row)
                if kind == .blankLine { table.addBlankLine() }
                if kind == .duplicateHousehold { duplicates.append(interview.earlierCopy()) }
                table.add(kind.map(interview.spoiled) ?? interview, kind: kind)
                row += 1
            }
        }
        for interview in duplicates { table.add(interview, kind: nil) }
        table.addTotals()
        return table.bytes
    }

    private func rows(of group: Int?) -> Range<Int> {
        guard let group else { return 0..<0 }
        let before = allocation.counts.prefix(group).reduce(0, +)
        return before..<before + allocation.counts[group]
    }
}
