internal import Basics
internal import LinearPrograms
internal import SurveyData
internal import SurveyStatistics

/// What one more hour of each force would bring: an extra volunteer, where one brings most, is added to the master.
///
/// The raw price of a minute can be a derivative to the left, and overstates what more time brings. So the master is
/// solved again with a quarter of an hour more, or a whole outing where the playbook has outings, and with eight hours.
/// Where the time is over, the others' months are those that the search knows.
func hourPrices(
    _ problem: DeploymentProblem, _ allocation: AllocationProblem, _ result: AllocationResult,
    by solver: @escaping LinearProgramSolver, threads: Int, shouldStop: @escaping @Sendable () -> Bool
) throws(LinearProgramError) -> [Force: HourPrice] {
    let forces = Force.allCases.filter { force in problem.volunteers.contains { $0.force == force } }
    let prices = try parallelMap(forces.count, threads: threads) {
        place throws(LinearProgramError) -> HourPrice? in
        let candidates = extraVolunteers(problem, forces[place])
        let margin = AllocationMargin(allocation, result, extras: candidates.map(\.worker), threads: threads)
        let hours = Double(extraMinutes(problem)) / 60
        // Nobody goes out for a part of an outing.
        let first = problem.playbook.settings.outings == nil ? 0.25 : hours
        guard
            let found = try margin.worth(
                shares: [first / hours, 8 / hours], by: solver, shouldStop: shouldStop)
        else { return nil }
        return HourPrice(
            group: candidates[found.extra].group, first: found.worth[0] / first, ofADay: found.worth[1] / 8)
    }
    return Dictionary(
        uniqueKeysWithValues: zip(forces, prices).compactMap { force, price in price.map { (force, $0) } })
}

/// What an extra volunteer goes out for: once, or a day where the playbook has no outings.
private func extraMinutes(_ problem: DeploymentProblem) -> Int {
    problem.playbook.settings.outings?.minutes ?? 480
}

/// A volunteer of the force in each group, who may go where those who live there may.
private func extraVolunteers(
    _ problem: DeploymentProblem, _ force: Force
) -> [(group: GroupID, worker: AllocationProblem.Worker)] {
    let kind = VolunteerKind(ablest: force, playbook: problem.playbook)
    guard let own = problem.kinds.firstIndex(of: kind),
        let place = problem.outingKinds.firstIndex(of: OutingKind(kind: own, time: nil))
    else { return [] }
    return problem.groups.indices.map { group in
        let extra = Volunteer(
            id: VolunteerID(""), name: "", force: force, phone: "", homeGroup: problem.groups[group].id,
            minutes: extraMinutes(problem), maximumGroups: 3, skills: [], available: [], neverHouseholds: [])
        let near = NearGroups(volunteer: extra, groups: problem.groups, groupIndex: problem.groupIndex)
        let reach = near.order.prefix(problem.playbook.settings.nearGroups)
        return (
            problem.groups[group].id,
            AllocationProblem.Worker(
                kind: place, minutes: Double(extraMinutes(problem)),
                mostGroups: problem.mostGroups(inOutingOf: extra),
                openings: reach.map { other in
                    let way = problem.way(near: near, to: other)
                    return .init(group: other, minutes: Double(way.minutes), cost: way.cost)
                })
        )
    }
}
