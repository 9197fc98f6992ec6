internal import Readiness
package import SurveyData

/// Needs and quotas of a ward, as `officer/needs.csv` holds them: what a plan can be made of without the survey.
package struct WardNeeds: Sendable {
    package let needs: [SupportNeed]
    package let quotas: [QuotaNeed]
    /// Whether they are of made-up households: the file says so.
    package let isSynthetic: Bool

    package init(needs: [SupportNeed], quotas: [QuotaNeed], isSynthetic: Bool = false) {
        self.needs = needs
        self.quotas = quotas
        self.isSynthetic = isSynthetic
    }

    /// Columns: `group_id, household_id, barriers, households, expected_dossiers, consent, types, walk, estimate,
    /// standard_error`; lists inside a cell are written with `;`. A row without a household is a quota of so many
    /// `households`, a cautious number of an `estimate`; `walk` sorts the doors of a group, and is all that stands for an
    /// address.
    ///
    /// - Throws: `SurveyError` for a missing column, a barrier, force or type that is none, or a number that cannot be.
    package init(table: WardTable) throws {
        let group = try table.column("group_id")
        let household = try table.column("household_id")
        let barriers = try table.column("barriers")
        let dossiers = try table.column("expected_dossiers")
        let households = table.optionalColumn("households")
        let consent = table.optionalColumn("consent")
        let types = table.optionalColumn("types")
        let walk = table.optionalColumn("walk")
        let mean = table.optionalColumn("estimate")
        let error = table.optionalColumn("standard_error")
        var needs: [SupportNeed] = []
        var quotas: [QuotaNeed] = []
        for row in table.rows {
            let place = GroupID(table.text(row, group))
            if place.text.isEmpty { throw table.bad(row, group, found: "no group", expected: "a group_id") }
            let steps = try table.values(row, barriers, of: CascadeStep.barriers, named: "barriers")
            if steps.isEmpty {
                throw table.bad(row, barriers, found: "no barrier", expected: "at least one barrier")
            }
            guard let expected = try table.number(row, dossiers), expected >= 0, expected.isFinite else {
                throw table.bad(
                    row, dossiers, found: "no number of dossiers", expected: "a number, 0 or more")
            }
            let id = table.text(row, household)
            guard !id.isEmpty else {
                guard let households else {
                    throw table.bad(
                        row, household, found: "no household", expected: "a household, or a column households"
                    )
                }
                quotas.append(
                    QuotaNeed(
                        group: place, failedSteps: steps.sorted(), count: try table.count(row, households),
                        expectedDossiers: expected, mean: try table.number(row, mean),
                        standardError: max(0, try table.number(row, error) ?? 0)))
                continue
            }
            let agreed = try table.values(row, consent, of: Force.allCases, named: "forces")
            let kinds = try table.values(row, types, of: HouseholdType.allCases, named: "types")
            needs.append(
                SupportNeed(
                    household: HouseholdID(id), group: place, failedSteps: steps.sorted(), types: Set(kinds),
                    expectedDossiers: expected, consentTo: Set(agreed), address: table.text(row, walk)))
        }
        self.init(needs: needs, quotas: quotas, isSynthetic: table.isSynthetic)
    }

    /// Groups for those that no groups file names: as many households as the needs speak of, and no place.
    package var groups: [ResidentialGroup] {
        var households: [GroupID: Int] = [:]
        for need in needs { households[need.group, default: 0] += 1 }
        for quota in quotas { households[quota.group, default: 0] += quota.count }
        return households.sorted { $0.key < $1.key }.map { id, count in
            ResidentialGroup(
                id: id, formerWard: "", name: id.text, households: count, share60Plus: nil, latitude: nil,
                longitude: nil, siteDistanceKilometres: nil)
        }
    }
}

extension WardTable {
    /// The values that a list inside a cell names, each once.
    fileprivate func values<Value: RawRepresentable<String>>(
        _ row: Row, _ column: Int?, of known: [Value], named: String
    ) throws -> [Value] {
        var values: [Value] = []
        for word in text(row, column).split(separator: ";") {
            let name = trimmed(String(word))
            guard let value = known.first(where: { $0.rawValue == name }) else {
                let all = known.map(\.rawValue).joined(separator: ", ")
                throw bad(
                    row, column, found: "something else in a list of \(named)", expected: "\(named) of \(all)"
                )
            }
            if !values.contains(where: { $0.rawValue == name }) { values.append(value) }
        }
        return values
    }
}

extension DeploymentProblem {
    /// The place of each need among the doors of its group, from 1, in the order of `needs`.
    package var walkingRanks: [Int] {
        var ranks = Array(repeating: 0, count: needs.count)
        for (_, own) in Dictionary(grouping: needs.indices, by: { needs[$0].group }) {
            for (rank, need) in own.sorted(by: { (walk[$0], $0) < (walk[$1], $1) }).enumerated() {
                ranks[need] = rank + 1
            }
        }
        return ranks
    }
}
