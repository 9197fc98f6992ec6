internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

/// `assignments.csv`: one row a visit. Codes only: names and contacts stand on the volunteers' own lists.
struct AssignmentTable {
    private let content: ReportContent
    private let deployment: ReportContent.Deployment

    init(_ content: ReportContent, _ deployment: ReportContent.Deployment) {
        self.content = content
        self.deployment = deployment
    }

    func text() -> String {
        var csv = CSVText(headers: [
            "month", "volunteer_id", "force", "group_id", "order", "kind", "household_id", "barrier",
            "task_code", "minutes", "expected_gain", "reason_code",
        ])
        for assignment in deployment.plan.assignments {
            for visit in assignment.visits {
                csv.add([
                    content.month, assignment.volunteer.text, assignment.force.rawValue, visit.group.text,
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
