package import Basics
package import SurveyData
internal import SurveyStatistics

/// A survey as counts: enough for every mean, proportion, ratio and total of its domains and for their variances.
///
/// Counts are integers and belong to one combination of place, design and weight, so adding summaries is exact.
package struct SurveySummary: Sendable, Equatable {
    /// "2025-10"; nil where the survey has no dates.
    package var month: String?
    package var sampling: Sampling
    /// The groupings that the codebook declares.
    package var groupings: [Grouping]
    /// The ward's residential groups: of its registry, or as the survey names them.
    package var groups: [ResidentialGroup]
    /// Whether the sizes of groups are known.
    package var hasRegistry: Bool
    /// Whether the survey asks which procedures a household had.
    package var asksProcedures: Bool
    /// Indicators that the survey can give.
    package var asked: Set<Indicator>
    package var counts: ReadingCounts
    package var repairs: [String: Int]
    /// Accepted households that the figures leave out, by how they were asked.
    package var besideSample: [CollectionMode: Int] = [:]
    package var cells: [SummaryCell.Key: SummaryCell]
    /// Whether any household, or the groups, are made up.
    package var isSynthetic: Bool

    package init(
        month: String?, sampling: Sampling, groupings: [Grouping], registry: Registry, asksProcedures: Bool,
        asked: Set<Indicator>, counts: ReadingCounts, repairs: [String: Int],
        cells: [SummaryCell.Key: SummaryCell], isSynthetic: Bool = false
    ) {
        self.month = month
        self.sampling = sampling
        self.groupings = groupings
        groups = registry.groups
        hasRegistry = registry.isGiven
        self.asksProcedures = asksProcedures
        self.asked = asked
        self.counts = counts
        self.repairs = repairs
        self.cells = cells
        self.isSynthetic = isSynthetic
    }

    /// In the order of a document.
    package var sortedCells: [(key: SummaryCell.Key, value: SummaryCell)] {
        cells.sorted { SummaryCell.Key.isBefore($0.key, $1.key) }
    }
}

extension SurveySummary {
    /// Former wards in order: of the registry, else those that households named.
    var formerWards: [String] {
        let registered = groups.map(\.formerWard).reduce(into: [String]()) {
            if !$1.isEmpty, $0.last != $1 { $0.append($1) }
        }
        return registered.isEmpty
            ? Set(cells.keys.compactMap(\.formerWard)).filter { !$0.isEmpty }.sorted() : registered
    }

    /// The kinds of household that any household is of.
    var types: Set<HouseholdType> {
        Set(
            HouseholdType.allCases.filter { type in
                cells.values.contains { $0.classes.keys.contains { $0.isOf(type) } }
            })
    }

    /// The sum of two summaries of one month's households; nil where they are of different surveys, or know the
    /// size of one group differently.
    package func merged(with other: SurveySummary) -> SurveySummary? {
        guard month == other.month, sampling == other.sampling, hasRegistry == other.hasRegistry,
            groupings.map(\.name) == other.groupings.map(\.name),
            let groups = Self.union(groups, other.groups)
        else { return nil }
        var sum = self
        sum.groups = Registry(groups: groups, isGiven: hasRegistry).groups
        sum.groupings = zip(groupings, other.groupings).map { own, added in
            Grouping(name: own.name, labels: own.labels.merging(added.labels) { first, _ in first })
        }
        sum.asksProcedures = asksProcedures || other.asksProcedures
        sum.asked.formUnion(other.asked)
        sum.counts = counts + other.counts
        sum.repairs.merge(other.repairs) { $0 + $1 }
        sum.besideSample.merge(other.besideSample) { $0 + $1 }
        // Counts cannot be told apart any more: one made-up part makes the sum so.
        sum.isSynthetic = isSynthetic || other.isSynthetic
        for (key, cell) in other.cells { sum.cells[key, default: SummaryCell()] += cell }
        return sum
    }

    private static func union(
        _ left: [ResidentialGroup], _ right: [ResidentialGroup]
    ) -> [ResidentialGroup]? {
        let known = Dictionary(left.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for group in right {
            if let own = known[group.id], own.households != group.households { return nil }
        }
        return left + right.filter { known[$0.id] == nil }
    }

    /// Counts a survey's households. The counts do not depend on the number of threads.
    ///
    /// - Throws: `Diagnostic` `.tooLarge` where a household has more dossiers than squares of integers hold.
    package init(_ survey: Survey, threads: Int = 1) throws(Diagnostic) {
        let all = survey
        let survey = all.sample
        let asked = Indicator.allCases.filter { $0.isAsked(in: survey) }
        self.init(
            month: survey.month, sampling: survey.sampling, groupings: survey.codebook.groupings,
            registry: survey.registry, asksProcedures: survey.asked.contains(.procedures),
            asked: Set(asked), counts: survey.counts, repairs: survey.repairs, cells: [:],
            isSynthetic: survey.isSynthetic)
        besideSample = all.besideSample.reduce(into: [:]) { $0[$1.mode] = $1.households }
        try Self.refuseTooMany(survey)
        let plan = TallyPlan(survey.table, asked: IndicatorBits(Set(asked).contains))
        let rows = survey.rows
        let shards = min(threads > 1 ? threads * 3 : 1, (rows.count + Self.shard - 1) / Self.shard)
        let parts = parallelMap(shards, threads: threads) { shard in
            var tally = SummaryTally(plan)
            tally.add(rows[rows.count * shard / shards..<rows.count * (shard + 1) / shards])
            return tally.cells()
        }
        for (key, cell) in parts.joined() { cells[key, default: SummaryCell()] += cell }
    }

    /// Households for which another thread pays.
    private static let shard = 8192

    private static func refuseTooMany(_ survey: Survey) throws(Diagnostic) {
        guard let totals = survey.table.numbers(.proceduresTotal) else { return }
        let isTooMany = totals.answers.map { ($0.value ?? 0) > TallyPlan.mostDossiers }
        guard isTooMany.contains(true),
            let row = survey.rows.first(where: { isTooMany[totals.codes[Int($0)]] })
        else { return }
        let place = survey.table.household(Int(row)).source
        throw Diagnostic(
            .tooLarge, file: place.file, line: place.line, found: "too many dossiers of one household",
            expected: "at most a million", action: "Correct the count.")
    }
}

extension SummaryCell.Key {
    init(_ household: Household) {
        self.init()
        groupings = household.groupings
        formerWard = household.formerWard
        group = household.group?.text
        stratum = household.text(.stratum).value
        psu = household.text(.psu).value
        weight = household.number(.weight).value
        population = household.number(.population).value
    }
}
