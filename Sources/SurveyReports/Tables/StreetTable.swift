internal import SurveyData
internal import VolunteerDeployment

/// `streets.csv`: who goes from door to door on which street, where several do in one group.
struct StreetTable {
    let plan: DeploymentPlan
    let isSynthetic: Bool

    func text() -> String {
        var csv = CSVText(
            headers: ["group_id", "volunteer_id", "street", "side", "from", "to"], isSynthetic: isSynthetic)
        let parts = plan.assignments.flatMap { assignment in
            assignment.streets.flatMap { group, parts in parts.map { (group, assignment.volunteer, $0) } }
        }
        // In a group by volunteer, whose streets are in their order.
        let sorted = parts.enumerated().sorted {
            ($0.element.0, $0.element.1, $0.offset) < ($1.element.0, $1.element.1, $1.offset)
        }
        for (_, (group, volunteer, part)) in sorted {
            csv.add([
                group.text, volunteer.text, part.street, part.side?.rawValue ?? "",
                part.from.map(String.init) ?? "", part.to.map(String.init) ?? "",
            ])
        }
        return csv.text
    }
}
