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

    /// What is left, by group, barrier, kind and reason; sessions that nobody holds are no need, and who could be
    /// followed up is visited.
    ///
    /// - Parameters:
    ///   - left: by cell.
    ///   - minutesLeft: by volunteer.
    static func counted(
        _ problem: DeploymentProblem, left: [Int], minutesLeft: [Int]
    ) -> [UnassignedNeed] {
        let crew = Crew(problem, minutesLeft: minutesLeft)
        var counts: [Key: (households: Int, wouldTake: [Force: Int])] = [:]
        for (index, cell) in problem.cells.enumerated()
        where left[index] > 0 && cell.visitKind != .session && cell.visitKind != .followUp {
            let key = Key(
                group: cell.group, barrier: cell.barrier, isQuota: cell.content == .quota,
                reason: reason(cell, problem, crew))
            counts[key, default: (0, [:])].households += left[index]
            guard key.reason.isOfTime, let option = cell.quickest else { continue }
            counts[key, default: (0, [:])].wouldTake[option.help.force, default: 0] +=
                left[index] * option.minutes
        }
        return counts.sorted { $0.key < $1.key }.map { key, own in
            UnassignedNeed(
                group: problem.groups[key.group].id, barrier: key.barrier,
                kind: key.isQuota ? .quota : .visit, reason: key.reason, count: own.households,
                wouldTake: own.wouldTake)
        }
    }

    private static func reason(
        _ cell: NeedCell, _ problem: DeploymentProblem, _ crew: Crew
    ) -> Reason {
        if !cell.canBeHelped {
            let able = Force.allCases.filter { problem.playbook.help(over: cell.failedSteps, by: $0) != nil }
            if able.isEmpty { return .noFittingForce }
            if cell.content == .quota, able == [.police],
                problem.playbook.settings.policeInvitations != nil,
                problem.playbook.settings.quotaReach[.police] ?? 0 > 0
            {
                return .byInvitation
            }
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
        case .noConsent, .noFittingForce, .byInvitation, .noGain, .excludedForEveryVolunteer: false
        }
    }
}

extension NeedCell {
    /// What brings most in a minute; the first among equals.
    fileprivate var quickest: ExpectedVisit? {
        options.compactMap(\.self).enumerated().max {
            ($0.element.gain / Double($0.element.minutes), $1.offset)
                < ($1.element.gain / Double($1.element.minutes), $0.offset)
        }?.element
    }
}

/// The longest visit that each kind of volunteer could make, and could still make, the way to the nearest group aside.
private struct Crew {
    private let volunteers: [(kind: Int, visitMinutes: Int, minutesLeft: Int)]
    private let kinds: Int
    private let all: Longest

    struct Longest {
        var visit: [Int]
        var left: [Int]

        func canVisit(_ cell: NeedCell) -> Bool {
            cell.options.enumerated().contains { kind, option in
                option.map { $0.minutes <= visit[kind] } ?? false
            }
        }

        func hasTimeFor(_ cell: NeedCell) -> Bool {
            cell.options.enumerated().contains { kind, option in
                option.map { $0.minutes <= left[kind] } ?? false
            }
        }
    }

    init(_ problem: DeploymentProblem, minutesLeft: [Int]) {
        kinds = problem.kinds.count
        volunteers = problem.volunteers.indices.map { index in
            let way = problem.places[index].map { problem.way(of: index, to: $0).minutes }.min() ?? 0
            return (
                problem.kindOf[index], problem.visitMinutes(of: problem.volunteers[index]) - way,
                minutesLeft[index]
            )
        }
        all = Self.longest(volunteers, kinds, except: [])
    }

    func members<Barred: Collection<Int>>(except barred: Barred) -> Longest {
        barred.isEmpty ? all : Self.longest(volunteers, kinds, except: Set(barred))
    }

    private static func longest(
        _ volunteers: [(kind: Int, visitMinutes: Int, minutesLeft: Int)], _ kinds: Int,
        except barred: Set<Int>
    ) -> Longest {
        let none = Array(repeating: 0, count: kinds)
        var longest = Longest(visit: none, left: none)
        for (index, volunteer) in volunteers.enumerated() where !barred.contains(index) {
            longest.visit[volunteer.kind] = max(longest.visit[volunteer.kind], volunteer.visitMinutes)
            longest.left[volunteer.kind] = max(longest.left[volunteer.kind], volunteer.minutesLeft)
        }
        return longest
    }
}
