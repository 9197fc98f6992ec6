internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

/// `needs.csv`: what the plan was made of, codes only; `sansang plan --needs` plans it again.
///
/// Households that nobody may visit by name stand in it as numbers.
struct NeedsTable {
    let problem: DeploymentProblem
    let isSynthetic: Bool

    func text() -> String {
        var csv = CSVText(
            headers: [
                "group_id", "household_id", "barriers", "households", "expected_dossiers", "consent", "types",
                "walk", "estimate", "standard_error", "wants_help", "preferred_time",
            ], isSynthetic: isSynthetic)
        for (need, rank) in zip(problem.needs, problem.walkingRanks) where !need.consentTo.isEmpty {
            csv.add([
                need.group.text, need.household.text, list(need.failedSteps), "1", "\(need.expectedDossiers)",
                list(need.consentTo.sorted()), list(HouseholdType.allCases.filter(need.types.contains)),
                "\(rank)", "", "", need.asksForHelp ? WardNeeds.wantsHelp : "",
                need.time?.code ?? "",
            ])
        }
        for row in unnamed {
            csv.add([
                row.group, "", row.barriers, "\(row.households)", "\(row.dossiers)", WardNeeds.noConsent,
                row.types, "", "", "", "", "",
            ])
        }
        for quota in problem.quotas {
            csv.add([
                quota.group.text, "", list(quota.failedSteps), "\(quota.count)", "\(quota.expectedDossiers)",
                "", "", "", quota.mean.map { "\($0)" } ?? "", "\(quota.standardError)", "",
                "",
            ])
        }
        return csv.text
    }

    private struct Unnamed {
        let group, barriers, types: String
        let dossiers: Double
        var households: Int

        func isLike(_ other: Unnamed) -> Bool {
            (group, barriers, types, dossiers) == (other.group, other.barriers, other.types, other.dossiers)
        }
    }

    /// The needs of those who may not be named, equal ones together.
    private var unnamed: [Unnamed] {
        let rows = problem.needs.filter(\.consentTo.isEmpty).map { need in
            Unnamed(
                group: need.group.text, barriers: list(need.failedSteps),
                types: list(HouseholdType.allCases.filter(need.types.contains)),
                dossiers: need.expectedDossiers, households: 1)
        }
        .sorted {
            ($0.group, $0.barriers, $0.types, $0.dossiers) < ($1.group, $1.barriers, $1.types, $1.dossiers)
        }
        return rows.reduce(into: []) { sums, row in
            if let last = sums.indices.last, sums[last].isLike(row) {
                sums[last].households += 1
            } else {
                sums.append(row)
            }
        }
    }

    private func list<Values: Sequence>(_ values: Values) -> String
    where Values.Element: RawRepresentable<String> {
        values.map(\.rawValue).joined(separator: ";")
    }
}
