package import SurveyData

/// Who could take an outing over when somebody cannot go: people of the same force who have that time, may go there and
/// are not out on that day.
package struct OutingCover {
    private let problem: DeploymentProblem
    /// By volunteer: times; empty: any.
    private let times: [[WardTime]]
    /// By volunteer: groups, and days that are taken.
    private let groups: [Set<GroupID>]
    private let days: [Set<SurveyDate>]

    package init(_ plan: DeploymentPlan, of problem: DeploymentProblem) {
        self.problem = problem
        times = problem.volunteers.map { $0.available.compactMap(WardTime.init(written:)) }
        let own = Dictionary(
            plan.assignments.map { ($0.volunteer, $0) }, uniquingKeysWith: { first, _ in first })
        groups = problem.volunteers.map { Set(own[$0.id]?.groups ?? []) }
        days = problem.volunteers.map { person in
            Set(own[person.id].map { ($0.visits + $0.joined).compactMap(\.date) } ?? [])
        }
    }

    /// The best few for the visits of one outing: who goes to the group anyway, then who lives nearest.
    package func people(for outing: [Visit]) -> [VolunteerID] {
        guard let visit = outing.first, let time = visit.time, let group = problem.groupIndex[visit.group],
            let owner = problem.volunteerIndex[visit.volunteer]
        else { return [] }
        let households = Set(outing.compactMap(\.household))
        let able = problem.volunteers.indices.filter { index in
            let person = problem.volunteers[index]
            return person.force == problem.volunteers[owner].force && index != owner
                && person.id != visit.partner && problem.places[index].contains(group)
                && (times[index].isEmpty || times[index].contains(time))
                && visit.date.map(days[index].contains) != true
                && (groups[index].contains(visit.group) || groups[index].count < person.maximumGroups)
                && person.neverHouseholds.isDisjoint(with: households)
        }
        func rank(_ index: Int) -> (Int, Int, Int) {
            (
                groups[index].contains(visit.group) ? 0 : 1,
                problem.places[index].firstIndex(of: group) ?? 0, index
            )
        }
        return able.sorted { rank($0) < rank($1) }.prefix(Self.few).map { problem.volunteers[$0].id }
    }

    private static let few = 2
}
