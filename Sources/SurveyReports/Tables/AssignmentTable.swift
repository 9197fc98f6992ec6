internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

/// `assignments.csv`: one row a visit. Codes only: names and contacts stand on the volunteers' own lists.
struct AssignmentTable {
    let month: String
    let plan: DeploymentPlan
    let isSynthetic: Bool

    func text() -> String {
        var csv = CSVText(
            headers: [
                "month", "volunteer_id", "force", "group_id", "order", "kind", "household_id", "barrier",
                "task_code", "minutes", "expected_gain", "reason_code",
            ], isSynthetic: isSynthetic)
        for assignment in plan.assignments {
            for visit in assignment.visits {
                csv.add([
                    month, assignment.volunteer.text, assignment.force.rawValue, visit.group.text,
                    "\(visit.order)", visit.kind.rawValue, visit.household?.text ?? "",
                    visit.barrier.rawValue,
                    visit.taskCode, "\(visit.minutes)",
                    NumberStyle(.en).decimal(visit.expectedGain, digits: 4),
                    visit.reason.rawValue,
                ])
            }
        }
        return csv.text
    }
}
