internal import SurveyData
internal import VolunteerDeployment

/// `plan-changes.csv`: who stays where last month's plan sent them, who leaves a group, who comes new.
struct PlanChangeTable {
    let plan: DeploymentPlan
    let isSynthetic: Bool

    func text() -> String {
        var csv = CSVText(headers: ["volunteer_id", "force", "group_id", "change"], isSynthetic: isSynthetic)
        guard let stability = plan.stability else { return csv.text }
        let forces = Dictionary(
            plan.assignments.map { ($0.volunteer, $0.force) }, uniquingKeysWith: { first, _ in first })
        let changes = [(stability.kept, "stays"), (stability.ended, "ended"), (stability.new, "new")]
        let rows = changes.flatMap { pairs, change in pairs.map { (pair: $0, change: change) } }
        for row in rows.sorted(by: { $0.pair < $1.pair }) {
            csv.add([
                row.pair.volunteer.text, forces[row.pair.volunteer]?.rawValue ?? "", row.pair.group.text,
                row.change,
            ])
        }
        return csv.text
    }
}
