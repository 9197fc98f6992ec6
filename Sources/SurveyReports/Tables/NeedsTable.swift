internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

/// `needs.csv`: what the plan was made of, codes only; `sansang plan --needs` plans it again.
struct NeedsTable {
    let problem: DeploymentProblem
    let isSynthetic: Bool

    func text() -> String {
        var csv = CSVText(
            headers: [
                "group_id", "household_id", "barriers", "households", "expected_dossiers", "consent", "types",
                "walk", "estimate", "standard_error",
            ], isSynthetic: isSynthetic)
        func list<Values: Sequence>(_ values: Values) -> String
        where Values.Element: RawRepresentable<String> {
            values.map(\.rawValue).joined(separator: ";")
        }
        for (need, rank) in zip(problem.needs, problem.walkingRanks) {
            csv.add([
                need.group.text, need.household.text, list(need.failedSteps), "1", "\(need.expectedDossiers)",
                list(need.consentTo.sorted()), list(HouseholdType.allCases.filter(need.types.contains)),
                "\(rank)", "", "",
            ])
        }
        for quota in problem.quotas {
            csv.add([
                quota.group.text, "", list(quota.failedSteps), "\(quota.count)", "\(quota.expectedDossiers)",
                "", "", "", quota.mean.map { "\($0)" } ?? "", "\(quota.standardError)",
            ])
        }
        return csv.text
    }
}
