internal import Basics
internal import Readiness
package import SurveyData

/// Needs and quotas of a ward, as `officer/needs.csv` holds them: what a plan can be made of without the survey.
package struct WardNeeds: Sendable {
    package let needs: [SupportNeed]
    /// Needs of households that were asked and may not be named: counted, never visited. Their ids are made up here.
    package let unnamed: [SupportNeed]
    package let quotas: [QuotaNeed]
    /// Whether they are of made-up households: the file says so.
    package let isSynthetic: Bool

    package init(
        needs: [SupportNeed], unnamed: [SupportNeed] = [], quotas: [QuotaNeed], isSynthetic: Bool = false
    ) {
        self.needs = needs
        self.unnamed = unnamed
        self.quotas = quotas
        self.isSynthetic = isSynthetic
    }

    private static let columns = [
        "group_id", "household_id", "barriers", "households", "expected_dossiers", "consent", "types", "walk",
        "estimate", "standard_error", "wants_help", "preferred_time", "synthetic",
    ]

    /// Places of a walk as numbers on one side of a street: on two they would stand in another order.
    private static func address(walk: String) -> String {
        guard let place = Int(walk), (0...1_000_000).contains(place) else { return walk }
        return String(2 * place)
    }

    /// Columns: `group_id, household_id, barriers, households, expected_dossiers, consent, types, walk, estimate,
    /// standard_error, wants_help, preferred_time`; `wants_help` is `yes` or blank, `preferred_time` a time or
    /// blank; lists inside a cell are written with `;`. A row without a household is a quota of so many
    /// `households`, a cautious number of an `estimate`, or, where its consent is `none`, so many households that
    /// were asked and may not be visited by name; `walk` sorts the doors of a group, and is all that stands for an
    /// address.
    ///
    /// - Parameter registry: nil where the needs' own groups are all that is known.
    /// - Throws: `Diagnostic` for a missing column, a group that the registry lacks, a household with two rows, a
    ///   barrier, force or type that is none, or a number out of range.
    package init(table: WardTable, registry: Registry? = nil) throws {
        let group = try table.column("group_id")
        let household = try table.column("household_id")
        let barriers = try table.column("barriers")
        let dossiers = try table.numbers("expected_dossiers", .expectedDossiers)
        try table.refuseMisspelled(Self.columns)
        let households = try table.optionalNumbers("households", .quotaHouseholds)
        let consent = try table.optionalColumn("consent")
        let wish = try table.optionalColumn("wants_help")
        let time = try table.optionalColumn("preferred_time")
        let types = try table.optionalColumn("types")
        let walk = try table.optionalColumn("walk")
        let mean = try table.optionalNumbers("estimate", .estimatedHouseholds)
        let error = try table.optionalNumbers("standard_error", .estimatedHouseholds)
        var seen: [String: Int] = [:]
        var needs: [SupportNeed] = []
        var unnamed: [SupportNeed] = []
        var quotas: [QuotaNeed] = []
        for row in table.rows {
            let place = try table.group(row, group, registry: registry)
            let steps = try table.values(row, barriers, of: CascadeStep.barriers, named: "barriers")
            if steps.isEmpty {
                throw table.bad(row, barriers, found: "no barrier", expected: "at least one barrier")
            }
            let expected = try dossiers.required(row)
            guard !table.text(row, household).isEmpty else {
                guard let count = try households.value(row) else {
                    throw table.bad(
                        row, household, found: "no household",
                        expected: "a household, or a quota's number in a column households")
                }
                if fold(table.text(row, consent)) == Self.noConsent {
                    let kinds = try table.values(row, types, of: HouseholdType.allCases, named: "types")
                    for _ in 0..<Int(count) {
                        unnamed.append(
                            SupportNeed(
                                household: HouseholdID("unnamed/\(unnamed.count)"), group: place,
                                failedSteps: steps.sorted(), types: Set(kinds), expectedDossiers: expected,
                                consentTo: [], address: ""))
                    }
                    continue
                }
                quotas.append(
                    QuotaNeed(
                        group: place, failedSteps: steps.sorted(), count: Int(count),
                        expectedDossiers: expected, mean: try mean.value(row),
                        standardError: try error.value(row) ?? 0))
                continue
            }
            let id = try table.ownCode(
                row, household, seen: &seen, of: "household (one row with all its barriers)")
            let agreed = try table.values(row, consent, of: Force.allCases, named: "forces")
            let kinds = try table.values(row, types, of: HouseholdType.allCases, named: "types")
            needs.append(
                SupportNeed(
                    household: HouseholdID(id), group: place, failedSteps: steps.sorted(), types: Set(kinds),
                    expectedDossiers: expected, consentTo: Set(agreed),
                    asksForHelp: fold(table.text(row, wish)) == Self.wantsHelp,
                    time: try table.time(row, time),
                    address: Self.address(walk: table.text(row, walk))))
        }
        self.init(needs: needs, unnamed: unnamed, quotas: quotas, isSynthetic: table.isSynthetic)
    }

    /// What stands in the row of a household that said that it wants help.
    package static let wantsHelp = "yes"

    /// What stands for consent in a row of households that may not be named.
    package static let noConsent = "none"

    /// Groups for those that no groups file names: as many households as the needs speak of, and no place.
    package var groups: [ResidentialGroup] {
        var households: [GroupID: Int] = [:]
        for need in needs + unnamed { households[need.group, default: 0] += 1 }
        for quota in quotas { households[quota.group, default: 0] += quota.count }
        return households.sorted { $0.key < $1.key }.map { id, count in
            ResidentialGroup(
                id: id, formerWard: "", name: id.text, households: count, share60Plus: nil, latitude: nil,
                longitude: nil, siteDistanceKilometres: nil)
        }
    }
}

extension WardTable {
    /// The group of a row: one of the registry's, where there is one.
    fileprivate func group(_ row: Row, _ column: Int, registry: Registry?) throws -> GroupID {
        let code = text(row, column)
        if code.isEmpty { throw bad(row, column, found: "no group", expected: "a group_id") }
        guard let registry else { return GroupID(code) }
        guard let group = registry.group(code: code) else {
            throw bad(
                row, column, found: "\(shown(code)), a group that the groups file does not have",
                expected: "a group_id of the groups file")
        }
        return group.id
    }

    /// The time that a cell names; nil where it is blank.
    fileprivate func time(_ row: Row, _ column: Int?) throws -> WardTime? {
        let word = text(row, column)
        if word.isEmpty { return nil }
        guard let time = WardTime(written: word) else {
            throw bad(row, column, found: shownWord(word), expected: "\(WardTime.examples), or nothing")
        }
        return time
    }

    /// The values that a list inside a cell names, each once.
    fileprivate func values<Value: RawRepresentable<String>>(
        _ row: Row, _ column: Int?, of known: [Value], named: String
    ) throws -> [Value] {
        var values: [Value] = []
        for word in list(row, column) {
            guard let value = known.first(where: { fold($0.rawValue) == fold(word) }) else {
                let all = known.map(\.rawValue).joined(separator: ", ")
                throw bad(
                    row, column, found: "\(shownWord(word)) in a list of \(named)",
                    expected: "\(named) of \(all)")
            }
            if !values.contains(where: { $0.rawValue == value.rawValue }) { values.append(value) }
        }
        return values
    }
}

extension DeploymentProblem {
    /// The place of each need among the doors of its group that may be visited, from 1, in the order of `needs`; 0:
    /// may not.
    package var walkingRanks: [Int] {
        var ranks = Array(repeating: 0, count: needs.count)
        let visited = needs.indices.filter { !needs[$0].consentTo.isEmpty }
        for (_, own) in Dictionary(grouping: visited, by: { needs[$0].group }) {
            for (rank, need) in own.sorted(by: { (walk[$0], $0) < (walk[$1], $1) }).enumerated() {
                ranks[need] = rank + 1
            }
        }
        return ranks
    }
}
