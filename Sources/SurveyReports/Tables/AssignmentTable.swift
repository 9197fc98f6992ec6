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
                "month", "volunteer_id", "force", "outing", "week", "slot", "group_id",
                "order", "kind",
                "household_id", "barrier",
                "need_code", "task_code", "minutes", "expected_minutes", "expected_gain", "reason_code",
                "with_volunteer_id",
            ], isSynthetic: isSynthetic)
        for assignment in plan.assignments {
            for visit in assignment.visits {
                csv.add([
                    month, assignment.volunteer.text, assignment.force.rawValue,
                    "\(visit.outing)",
                    visit.week > 0 ? "\(visit.week)" : "", visit.slot,
                    visit.group.text,
                    "\(visit.order)", visit.kind.rawValue, visit.household?.text ?? "",
                    visit.barrier.rawValue, visit.needCode,
                    visit.taskCode, "\(visit.minutes)", "\(visit.expectedMinutes)",
                    NumberStyle(.en).decimal(visit.expectedGain, digits: 4),
                    visit.reason.rawValue, visit.partner?.text ?? "",
                ])
            }
        }
        return csv.text
    }
}
