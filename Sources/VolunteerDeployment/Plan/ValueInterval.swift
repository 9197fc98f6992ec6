internal import Basics
internal import Readiness
internal import SurveyData
internal import SurveyStatistics

/// Between which values the expected dossiers of a plan lie with 95 % certainty, given what is believed of chances and of
/// households that nobody asked.
///
/// 200 draws: each chance from its Beta distribution, those that doors open among them, each pattern's share of households
/// not asked from its normal one. What one household then does is not drawn: this is about the assumptions, and the
/// visits of a month average over homes. The plan's own value always lies inside.
package struct ValueInterval: Sendable, Equatable {
    package let lower, upper: Double

    /// Draws, and their seed: the same plan has the same interval.
    package static let draws = 200
    private static let seed: UInt64 = 20_251

    init(_ assignments: [VolunteerAssignment], in problem: DeploymentProblem) {
        let visits = DrawnVisits(assignments, in: problem)
        var random = SplitMix64(seed: Self.seed)
        let values = (0..<Self.draws).map { _ in visits.draw(&random) }.sorted()
        // Of 200, the fifth from either end lies nearest to 2.5 % and 97.5 %.
        let value = assignments.reduce(0) { $0 + $1.expectedGain }
        lower = min(value, values[4])
        upper = max(value, values[Self.draws - 5])
    }
}

/// A plan's visits as sums: what each kind of them weighs, whoever makes it.
private struct DrawnVisits {
    private let playbook: Playbook
    /// Dossiers by what the visit does; those of quotas by group and pattern, since there may be fewer households.
    private var named: [(work: Work, dossiers: Double)] = []
    private var doors: [(work: Work, place: QuotaPlace, dossiers: Double)] = []
    private var sessions: [(force: Force, rule: SessionRule, gain: Double)] = []
    private var planned: [QuotaPlace: Int] = [:]
    private var numbers: [QuotaPlace: (mean: Double, error: Double)] = [:]
    private let chances: [(key: ChanceKey, prior: BetaPrior)]
    private let places: [QuotaPlace]

    /// What a force works at in a household.
    private struct Work: Hashable {
        let force: Force
        let failed, worked: [CascadeStep]
        /// Whether it follows up another's visit.
        var isFollowUp = false
    }

    private struct QuotaPlace: Hashable, Comparable {
        let group: GroupID
        let failed: [CascadeStep]

        static func < (left: QuotaPlace, right: QuotaPlace) -> Bool {
            (left.group, StepPattern(left.failed)) < (right.group, StepPattern(right.failed))
        }
    }

    private struct ChanceKey: Hashable {
        let force: Force
        /// A step, or a session's code.
        let step: CascadeStep?
        let session: String
    }

    init(_ assignments: [VolunteerAssignment], in problem: DeploymentProblem) {
        playbook = problem.playbook
        var named: [Work: Double] = [:]
        var doors: [Work: [QuotaPlace: Double]] = [:]
        for assignment in assignments {
            for visit in assignment.visits where visit.addedChance > 0 {
                let work = Work(
                    force: assignment.force, failed: visit.failedSteps, worked: visit.steps,
                    isFollowUp: visit.kind == .followUp)
                // Of an added chance of 1 behind the door, which may stay closed.
                let dossiers = visit.expectedGain / max(1e-12, Self.usualChance(work, problem.playbook))
                switch visit.kind {
                case .visit, .followUp: named[work, default: 0] += dossiers
                case .quota:
                    let place = QuotaPlace(group: visit.group, failed: visit.failedSteps)
                    doors[work, default: [:]][place, default: 0] += dossiers
                    planned[place, default: 0] += 1
                case .session:
                    if let rule = problem.playbook.sessions.first(where: { $0.code == visit.taskCode }) {
                        sessions.append((assignment.force, rule, visit.expectedGain))
                    }
                }
            }
        }
        let order = { (left: Work, right: Work) in
            (left.force, StepPattern(left.failed), StepPattern(left.worked), left.isFollowUp ? 1 : 0)
                < (
                    right.force, StepPattern(right.failed), StepPattern(right.worked),
                    right.isFollowUp ? 1 : 0
                )
        }
        self.named = named.keys.sorted(by: order).map { ($0, named[$0] ?? 0) }
        self.doors = doors.keys.sorted(by: order).flatMap { work in
            (doors[work] ?? [:]).sorted { $0.key < $1.key }.map { (work, $0.key, $0.value) }
        }
        for quota in problem.quotas {
            let place = QuotaPlace(group: quota.group, failed: quota.failedSteps.sorted())
            let sum = numbers[place] ?? (0, 0)
            numbers[place] = (sum.mean + (quota.mean ?? Double(quota.count)), sum.error + quota.standardError)
        }
        places = planned.keys.sorted()
        var chances: [(key: ChanceKey, prior: BetaPrior)] = []
        for force in Force.allCases {
            for step in CascadeStep.barriers {
                if let task = problem.playbook.task(for: step, by: force) {
                    chances.append((ChanceKey(force: force, step: step, session: ""), task.prior))
                }
            }
            for rule in problem.playbook.sessions {
                if let prior = rule.priors[force] {
                    chances.append((ChanceKey(force: force, step: nil, session: rule.code), prior))
                }
            }
        }
        self.chances = chances
    }

    /// The expected dossiers at one draw of all that is not known.
    func draw(_ random: inout SplitMix64) -> Double {
        var fix: [ChanceKey: Double] = [:]
        for (key, prior) in chances {
            fix[key] = Distributions.betaQuantile(random.share(), prior.a, prior.b)
        }
        // A visit to the next door finds somebody as long as there are enough of them.
        var found: [QuotaPlace: Double] = [:]
        for place in places {
            let own = numbers[place] ?? (0, 0)
            let count = max(0, own.mean + own.error * random.normal())
            found[place] = min(1, count / Double(max(1, planned[place] ?? 1)))
        }
        let home = playbook.settings.atHome
        let homes = Self.opened(home, &random)
        let met = (1 - (1 - homes) * (1 - homes)) / max(1e-12, 1 - (1 - home) * (1 - home))
        var opened: [Force: Double] = [:]
        for force in Force.allCases {
            guard let reach = playbook.settings.quotaReach[force], reach > 0 else { continue }
            opened[force] = Self.opened(reach, &random) / reach
        }
        var value = 0.0
        for (work, dossiers) in named { value += dossiers * added(work, fix) * met }
        for (work, place, dossiers) in doors {
            value += dossiers * added(work, fix) * (found[place] ?? 0) * (opened[work.force] ?? 1)
        }
        for (force, rule, gain) in sessions {
            // In proportion to the chance itself: who sits in fails one or two of the steps.
            let own = fix[ChanceKey(force: force, step: nil, session: rule.code)] ?? 0
            value += gain * own / (rule.priors[force]?.mean ?? 1)
        }
        return value
    }

    /// A chance that a door opens, as uncertain as if it came from so many doors.
    private static func opened(_ mean: Double, _ random: inout SplitMix64) -> Double {
        guard mean > 0, mean < 1 else { return mean }
        return Distributions.betaQuantile(random.share(), mean * doors, (1 - mean) * doors)
    }

    /// As many as the playbook's priors of visits count. Assumption.
    private static let doors = 20.0

    /// How much likelier a household files alone, at the chances that the playbook has.
    private static func usualChance(_ work: Work, _ playbook: Playbook) -> Double {
        added(work, playbook) { playbook.task(for: $0, by: $1)?.prior.mean }
    }

    private func added(_ work: Work, _ fix: [ChanceKey: Double]) -> Double {
        Self.added(work, playbook) { fix[ChanceKey(force: $1, step: $0, session: "")] }
    }

    /// - Parameter fix: the chance that a force gets a household over a step.
    private static func added(
        _ work: Work, _ playbook: Playbook, fix: (CascadeStep, Force) -> Double?
    ) -> Double {
        let first = work.isFollowUp ? playbook.opener(over: work.failed) : nil
        func chance(first: Help?, isMet: Bool) -> Double {
            playbook.addedChance(over: work.failed) { step in
                if let first, first.steps.contains(step) { return fix(step, first.force) }
                return isMet && work.worked.contains(step) ? fix(step, work.force) : nil
            }
        }
        let alone = chance(first: nil, isMet: true)
        guard let first else { return alone }
        // What comes before, and was not met with this chance, counts where it is made.
        let met = playbook.reach(of: .named(asksForHelp: true), by: first.force)
        return met * (chance(first: first, isMet: true) - chance(first: first, isMet: false)) + (1 - met)
            * alone
    }
}
