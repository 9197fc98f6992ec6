internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

/// The same people for the same minutes, sent by a simple rule; in a group they do what is best there, by the same playbook.
struct SimplerPlans {
    private let problem: DeploymentProblem
    private let report: ReadinessReport
    private let settings: PlaybookSettings

    init(_ problem: DeploymentProblem, report: ReadinessReport) {
        self.problem = problem
        self.report = report
        settings = problem.playbook.settings
    }

    /// One volunteer's minutes in one group, the way there counted.
    private struct Share {
        let volunteer: Volunteer
        let group: GroupID
        let minutes: Int
    }

    /// Every group gets the same minutes of each force, as near as homes and limits allow.
    func equalShares() throws -> [Visit] {
        var shares: [Share] = []
        for force in Force.allCases {
            let own = problem.volunteers.filter { $0.force == force }
            let all = own.reduce(0) { $0 + problem.visitMinutes(of: $1) }
            let each = all / max(1, problem.groups.count)
            var missing = Dictionary(uniqueKeysWithValues: problem.groups.map { ($0.id, each) })
            for volunteer in own {
                shares += share(volunteer) { groups in
                    groups.max { (missing[$0] ?? 0, $1) < (missing[$1] ?? 0, $0) }
                } take: { group, minutes in
                    let given = min(minutes, max(Self.least, missing[group] ?? 0))
                    missing[group, default: 0] -= given
                    return given
                }
            }
        }
        return try visits(shares)
    }

    /// Groups with the lowest online share of the sample's dossiers first, as long as they need the force.
    func byRawUptake() throws -> [Visit] {
        var dossiers: [GroupID: (online: Double, all: Double)] = [:]
        for household in report.survey.households {
            guard let group = household.group, let all = household.dossiers.value,
                let online = household.dossiersOnline.value
            else { continue }
            dossiers[group, default: (0, 0)].online += online
            dossiers[group, default: (0, 0)].all += all
        }
        let sums = dossiers.values.reduce((online: 0.0, all: 0.0)) {
            ($0.online + $1.online, $0.all + $1.all)
        }
        let mean = sums.online / max(1, sums.all)
        let uptake = { (group: GroupID) in
            dossiers[group].map { $0.all > 0 ? $0.online / $0.all : mean } ?? mean
        }
        var shares: [Share] = []
        for force in Force.allCases {
            var needed = minutesNeeded(by: force)
            for volunteer in problem.volunteers.filter({ $0.force == force }) {
                shares += share(volunteer) { groups in
                    groups.filter { needed[$0] ?? 0 > 0 }.min { (uptake($0), $0) < (uptake($1), $1) }
                } take: { group, minutes in
                    needed[group, default: 0] -= minutes
                    return minutes
                }
            }
        }
        return try visits(shares)
    }

    private static let least = 60

    /// The groups that a volunteer goes to, one after the other, and how long.
    private func share(
        _ volunteer: Volunteer, next: ([GroupID]) -> GroupID?, take: (GroupID, Int) -> Int
    ) -> [Share] {
        var groups = problem.groups.map(\.id).filter { problem.mayGo(volunteer.id, to: $0) }
        var left = problem.visitMinutes(of: volunteer)
        var shares: [Share] = []
        while left >= Self.least, shares.count < volunteer.maximumGroups, let group = next(groups) {
            groups.removeAll { $0 == group }
            let given = take(group, left)
            left -= given
            shares.append(Share(volunteer: volunteer, group: group, minutes: given))
        }
        return shares
    }

    /// Minutes of all visits that a force could make in each group.
    private func minutesNeeded(by force: Force) -> [GroupID: Int] {
        var minutes: [GroupID: Int] = [:]
        for need in problem.needs where need.consentTo.contains(force) {
            if let help = problem.playbook.help(over: need.failedSteps, by: force) {
                let visit = problem.playbook.visit(
                    help, to: .named(asksForHelp: need.asksForHelp), dossiers: need.expectedDossiers)
                minutes[need.group, default: 0] += visit?.minutes ?? 0
            }
        }
        for quota in problem.quotas where settings.quotaReach[force] ?? 0 > 0 {
            if let help = problem.playbook.help(over: quota.failedSteps, by: force) {
                let visit = problem.playbook.visit(
                    help, to: .unasked, dossiers: quota.expectedDossiers)
                minutes[quota.group, default: 0] += (visit?.minutes ?? 0) * quota.count
            }
        }
        return minutes
    }

    /// Each group's own best plan for those who are sent there.
    private func visits(_ shares: [Share]) throws -> [Visit] {
        let byGroup = Dictionary(grouping: shares, by: \.group)
        let needs = Dictionary(grouping: problem.needs, by: \.group)
        let quotas = Dictionary(grouping: problem.quotas, by: \.group)
        return try problem.groups.flatMap { group -> [Visit] in
            let base = settings.travel.way(kilometres: 0).minutes
            let people = (byGroup[group.id] ?? []).map { share -> Volunteer in
                let way = problem.way(of: share.volunteer.id, to: group.id)?.minutes ?? base
                let usable = Double(max(0, share.minutes - (way - base)))
                return share.volunteer.moved(
                    to: group.id, minutes: Int((usable / settings.maximumMinutesShare).rounded(.up)))
            }
            if people.isEmpty { return [] }
            let alone = try DeploymentProblem(
                groups: [group], volunteers: people, needs: needs[group.id] ?? [],
                quotas: quotas[group.id] ?? [], playbook: problem.playbook)
            return try solve(alone).visits
        }
    }
}

extension Volunteer {
    fileprivate func moved(to group: GroupID, minutes: Int) -> Volunteer {
        Volunteer(
            id: id, name: name, force: force, phone: phone, homeGroup: group, minutes: minutes,
            maximumGroups: 1, skills: skills, available: available, neverHouseholds: neverHouseholds)
    }
}
