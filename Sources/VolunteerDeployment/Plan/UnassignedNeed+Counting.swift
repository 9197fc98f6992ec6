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

    /// What whole months leave, by group, barrier, kind and reason.
    static func counted(
        _ problem: DeploymentProblem, _ program: DeploymentProgram, _ months: [Month]
    ) -> [UnassignedNeed] {
        var minutesLeft = program.usable
        var left = problem.cells.map(\.count)
        for month in months {
            let force = problem.volunteers[month.volunteer].force.index
            for share in month.shares {
                let minutes = program.offers[share.cell * DeploymentProgram.forces + force].minutes
                minutesLeft[month.volunteer] -= minutes * share.visits
                left[share.cell] -= share.visits
            }
        }
        let crew = Crew(problem, minutesLeft: minutesLeft)
        var counts: [Key: (households: Int, wouldTake: [Force: Int])] = [:]
        for (index, cell) in problem.cells.enumerated() where left[index] > 0 {
            let key = Key(
                group: cell.group, barrier: cell.barrier, isQuota: cell.isQuota,
                reason: reason(cell, problem, crew))
            counts[key, default: (0, [:])].households += left[index]
            guard key.reason.isOfTime, let option = cell.quickest else { continue }
            counts[key, default: (0, [:])].wouldTake[option.force, default: 0] +=
                left[index] * option.help.minutes
        }
        return counts.sorted { $0.key < $1.key }.map { key, own in
            UnassignedNeed(
                group: problem.groups[key.group].id, barrier: key.barrier,
                kind: key.isQuota ? .quota : .visit,
                reason: key.reason, count: own.households, wouldTake: own.wouldTake)
        }
    }

    private static func reason(
        _ cell: NeedCell, _ problem: DeploymentProblem, _ crew: Crew
    ) -> Reason {
        if cell.options.isEmpty {
            let able = Force.allCases.filter { problem.playbook.help(over: cell.failedSteps, by: $0) != nil }
            if able.isEmpty { return .noFittingForce }
            return able.contains(where: cell.consent.contains) ? .noGain : .noConsent
        }
        let everyone = crew.members(except: [])
        guard everyone.canVisit(cell) else { return .noVolunteer }
        let allowed = cell.barred.isEmpty ? everyone : crew.members(except: cell.barred)
        guard allowed.canVisit(cell) else { return .excludedForEveryVolunteer }
        return allowed.hasTimeFor(cell) ? .groupLimit : .noMinutesLeft
    }
}

extension UnassignedNeed.Reason {
    /// Whether more minutes, or people who may go elsewhere, would help.
    fileprivate var isOfTime: Bool {
        switch self {
        case .noVolunteer, .groupLimit, .noMinutesLeft: true
        case .noConsent, .noFittingForce, .noGain, .excludedForEveryVolunteer: false
        }
    }
}

extension NeedCell {
    /// What brings most in a minute; the first force among equals.
    fileprivate var quickest: Option? {
        options.enumerated().max {
            ($0.element.gain / Double($0.element.help.minutes), $1.offset)
                < ($1.element.gain / Double($1.element.help.minutes), $0.offset)
        }?.element
    }
}

/// The longest visit that each force could make, and could still make.
private struct Crew {
    private let volunteers: [(force: Int, visitMinutes: Int, minutesLeft: Int)]
    private let all: Longest

    struct Longest {
        var visit = Array(repeating: 0, count: DeploymentProgram.forces)
        var left = Array(repeating: 0, count: DeploymentProgram.forces)

        func canVisit(_ cell: NeedCell) -> Bool {
            cell.options.contains { $0.help.minutes <= visit[$0.force.index] }
        }

        func hasTimeFor(_ cell: NeedCell) -> Bool {
            cell.options.contains { $0.help.minutes <= left[$0.force.index] }
        }
    }

    init(_ problem: DeploymentProblem, minutesLeft: [Int]) {
        volunteers = zip(problem.volunteers, minutesLeft).map {
            ($0.force.index, problem.visitMinutes(of: $0), $1)
        }
        all = Self.longest(volunteers, except: [])
    }

    func members<Barred: Collection<Int>>(except barred: Barred) -> Longest {
        barred.isEmpty ? all : Self.longest(volunteers, except: Set(barred))
    }

    private static func longest(
        _ volunteers: [(force: Int, visitMinutes: Int, minutesLeft: Int)], except barred: Set<Int>
    ) -> Longest {
        var longest = Longest()
        for (index, volunteer) in volunteers.enumerated() where !barred.contains(index) {
            longest.visit[volunteer.force] = max(longest.visit[volunteer.force], volunteer.visitMinutes)
            longest.left[volunteer.force] = max(longest.left[volunteer.force], volunteer.minutesLeft)
        }
        return longest
    }
}
