internal import Readiness
internal import SurveyData

extension UnassignedNeed {
    private struct Key: Hashable, Comparable {
        let group: Int
        let barrier: CascadeStep
        let isQuota: Bool
        let reason: Reason

        static func < (left: Key, right: Key) -> Bool {
            (left.group, left.barrier, left.isQuota ? 1 : 0, left.reason.rawValue)
                < (right.group, right.barrier, right.isQuota ? 1 : 0, right.reason.rawValue)
        }
    }

    /// What a rounding left, by group, barrier, kind and reason.
    static func counted(
        _ problem: DeploymentProblem, _ program: DeploymentProgram, _ rounding: Rounding
    ) -> [UnassignedNeed] {
        let minutesLeft = problem.volunteers.indices.map { volunteer in
            program.usable[volunteer]
                - rounding.load[volunteer].reduce(0) {
                    $0 + rounding.offer($1.cell, volunteer).minutes * $1.visits
                }
        }
        var counts: [Key: Int] = [:]
        for (index, cell) in problem.cells.enumerated() where rounding.remaining[index] > 0 {
            let key = Key(
                group: cell.group, barrier: cell.barrier, isQuota: cell.isQuota,
                reason: reason(cell, problem, minutesLeft))
            counts[key, default: 0] += rounding.remaining[index]
        }
        return counts.sorted { $0.key < $1.key }.map { key, count in
            UnassignedNeed(
                group: problem.groups[key.group].id, barrier: key.barrier,
                kind: key.isQuota ? .quota : .visit,
                reason: key.reason, count: count)
        }
    }

    private static func reason(
        _ cell: NeedCell, _ problem: DeploymentProblem, _ minutesLeft: [Int]
    ) -> Reason {
        if cell.options.isEmpty {
            let able = Force.allCases.filter { problem.playbook.help(over: cell.failedSteps, by: $0) != nil }
            if able.isEmpty { return .noFittingForce }
            return able.contains(where: cell.consent.contains) ? .noGain : .noConsent
        }
        let fitting = problem.volunteers.indices.filter { index in
            let volunteer = problem.volunteers[index]
            return cell.option(of: volunteer.force).map {
                $0.help.minutes <= problem.visitMinutes(of: volunteer)
            }
                ?? false
        }
        if fitting.isEmpty { return .noVolunteer }
        let allowed = fitting.filter { !cell.barred.contains($0) }
        if allowed.isEmpty { return .excludedForEveryVolunteer }
        let hasTime = allowed.contains { index in
            cell.option(of: problem.volunteers[index].force).map { $0.help.minutes <= minutesLeft[index] }
                ?? false
        }
        return hasTime ? .groupLimit : .noMinutesLeft
    }
}
