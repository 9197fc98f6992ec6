internal import Basics
internal import Foundation
internal import Readiness
internal import SurveyData
internal import SurveyStatistics
internal import SyntheticWard
internal import VolunteerDeployment

/// What visits bring in truth.
struct TrueGain: Sendable {
    /// Households more that file alone, and their dossiers in three months.
    var households = 0.0
    var dossiers = 0.0
}

/// Every household of a made-up ward: what it fails, what it files, when it is at home and whether it opens, and how
/// well each force helps over each step.
struct WardTruth {
    private struct Home {
        let failed: [CascadeStep]
        let dossiers: Double
        /// When it has time; nil: at no time more than at another.
        var time: WardTime?
        /// What chance decides of it, the same for every plan.
        let luck: UInt64
    }

    private let playbook: Playbook
    private let named: [HouseholdID: Home]
    /// By group: households that nobody asked and that fail something.
    private let others: [GroupID: [Home]]
    private var fix: [CascadeStep: [Force: Double]] = [:]
    private var sessionFix: [String: [Force: Double]] = [:]
    /// In truth: the chance that a household which agreed is at home, and that a door which nobody asked opens, has the
    /// need and agrees.
    private let atHome: Double
    private var doorOpens: [Force: Double] = [:]

    init(
        _ population: WardPopulation, asked: [HouseholdID: WardTime?], playbook: Playbook, seed: UInt64,
        spread: Double
    ) {
        self.playbook = playbook
        var named: [HouseholdID: Home] = [:]
        var others: [GroupID: [Home]] = [:]
        let cap = playbook.settings.dossiersCap
        for (place, group) in population.groups.enumerated() {
            for number in 1...max(1, group.households) {
                let household = population.household(group: place, number: number)
                let state = MonthlyState(household, place: group, month: 0)
                let failed =
                    state.filedAlone ? [] : zip(CascadeStep.barriers, state.steps).filter { !$1 }.map(\.0)
                // Of the months to come: what it filed in the month asked tells only half of it.
                let later = (1...3).map { Double(MonthlyState(household, place: group, month: $0).dossiers) }
                var home = Home(
                    failed: failed, dossiers: later.reduce(0) { $0 + min($1, cap) } / 3,
                    luck: seed &* 1_000_003 &+ UInt64(place * 10_000 + number))
                let id = HouseholdID(population.code(group: place, number: number))
                if let time = asked[id] {
                    home.time = time
                    named[id] = home
                } else if !failed.isEmpty {
                    others[GroupID(group.id), default: []].append(home)
                }
            }
        }
        self.named = named
        self.others = others
        var random = SplitMix64(seed: seed &* 7_919 &+ 1)
        func truth(_ prior: BetaPrior) -> Double { min(0.98, prior.mean * lognormal(&random, spread)) }
        atHome = min(0.98, playbook.settings.atHome * lognormal(&random, spread))
        for force in Force.allCases {
            doorOpens[force] = min(
                0.98, (playbook.settings.quotaReach[force] ?? 0) * lognormal(&random, spread))
        }
        for step in CascadeStep.barriers {
            for force in Force.allCases {
                if let task = playbook.task(for: step, by: force) {
                    fix[step, default: [:]][force] = truth(task.prior)
                }
            }
        }
        for rule in playbook.sessions {
            for force in Force.allCases {
                if let prior = rule.priors[force] {
                    sessionFix[rule.code, default: [:]][force] = truth(prior)
                }
            }
        }
    }

    /// What a plan's visits bring, walked outing by outing in their order until the time of the outing is over. Doors
    /// stay closed as chance has it, and always where the household has no time; whoever was out is tried once more at
    /// the end. Doors and seats find households as they truly are; those beyond what there are find none.
    func gain(of visits: [Visit], in problem: DeploymentProblem) -> TrueGain {
        let forces = Dictionary(
            problem.volunteers.map { ($0.id, $0.force) }, uniquingKeysWith: { first, _ in first })
        let minutes = playbook.settings.outings?.minutes ?? 120
        var sum = TrueGain()
        var knocked = Knocked()
        var met: [HouseholdID: [Given]] = [:]
        let walks = Dictionary(grouping: visits, by: Walk.init).sorted { $0.key < $1.key }
        // Who is followed up was visited before.
        func opensWay(_ walk: Walk) -> Bool { forces[walk.volunteer]?.opensWay == true }
        for (outing, own) in walks.filter({ opensWay($0.key) }) + walks.filter({ !opensWay($0.key) }) {
            guard let force = forces[outing.volunteer] else { continue }
            let way = problem.way(of: outing.volunteer, to: outing.group)?.minutes ?? 0
            walk(
                own.sorted { $0.order < $1.order }, force, minutes: minutes - way, &knocked, &met, into: &sum)
        }
        return sum
    }

    /// One outing.
    private struct Walk: Hashable, Comparable {
        let volunteer: VolunteerID
        let outing: Int
        let group: GroupID

        init(_ visit: Visit) {
            (volunteer, outing, group) = (visit.volunteer, visit.outing, visit.group)
        }

        static func < (left: Walk, right: Walk) -> Bool {
            (left.volunteer, left.group, left.outing) < (right.volunteer, right.group, right.outing)
        }
    }

    /// What somebody met did.
    private struct Given {
        let force: Force
        let steps: [CascadeStep]
    }

    /// By group and pattern: doors of households that nobody asked, tried so far.
    private typealias Knocked = [GroupID: [Set<CascadeStep>: Int]]

    private func walk(
        _ visits: [Visit], _ force: Force, minutes: Int, _ knocked: inout Knocked,
        _ met: inout [HouseholdID: [Given]], into sum: inout TrueGain
    ) {
        var left = minutes
        var again: [Visit] = []
        let between = playbook.settings.outings?.betweenDoors ?? 0
        for visit in visits where left > 0 {
            switch visit.kind {
            case .visit, .followUp:
                guard let id = visit.household, let home = named[id] else { continue }
                left -= between + enter(home, id, visit, force, attempt: 0, &again, &met, into: &sum)
            case .quota:
                let pattern = Set(visit.failedSteps)
                let homes = (others[visit.group] ?? []).filter { Set($0.failed) == pattern }
                let place = knocked[visit.group, default: [:]][pattern, default: 0]
                knocked[visit.group, default: [:]][pattern] = place + 1
                guard place < homes.count, draw(homes[place], 0) < doorOpens[force] ?? 0 else {
                    left -= between + playbook.settings.closedDoorMinutes
                    continue
                }
                left -= between + visit.minutes
                let chance = chance(homes[place], after: [Given(force: force, steps: visit.steps)])
                add(homes[place], playbook.settings.withoutWish, chance, to: &sum)
            case .session:
                left -= visit.minutes
                hold(visit, force, into: &sum)
            }
        }
        for visit in again where left > 0 {
            guard let id = visit.household, let home = named[id] else { continue }
            var none: [Visit] = []
            left -= between + enter(home, id, visit, force, attempt: 1, &none, &met, into: &sum)
        }
    }

    /// The minutes that a named door takes.
    private func enter(
        _ home: Home, _ id: HouseholdID, _ visit: Visit, _ force: Force, attempt: UInt64,
        _ again: inout [Visit], _ met: inout [HouseholdID: [Given]], into sum: inout TrueGain
    ) -> Int {
        let hasTime = home.time.map { own in visit.time.map(own.overlaps) ?? true } ?? true
        // Another visit is on another day.
        let day: UInt64 = visit.kind == .followUp ? 2 : 0
        guard hasTime, draw(home, attempt + day) < atHome else {
            again.append(visit)
            return playbook.settings.closedDoorMinutes
        }
        // What it adds to what came before.
        let before = met[id] ?? []
        let all = before + [Given(force: force, steps: visit.steps)]
        met[id] = all
        add(home, 1, chance(home, after: all) - chance(home, after: before), to: &sum)
        return visit.minutes
    }

    private func hold(_ visit: Visit, _ force: Force, into sum: inout TrueGain) {
        guard let rule = playbook.sessions.first(where: { $0.code == visit.taskCode }),
            let own = sessionFix[rule.code]
        else { return }
        // Who comes is anybody who lacks what is taught.
        let homes = (others[visit.group] ?? []).filter { !Set($0.failed).isDisjoint(with: rule.steps) }
        let seats = min(visit.seats, homes.count)
        let each = Double(seats) * rule.filled / Double(max(1, homes.count))
        for home in homes {
            add(home, each, chance(home) { rule.steps.contains($0) ? own[force] ?? 0 : 0 }, to: &sum)
        }
    }

    /// 0…1, the same for every plan.
    private func draw(_ home: Home, _ attempt: UInt64) -> Double {
        var random = SplitMix64(seed: home.luck &* 4 &+ attempt)
        return Double.random(in: 0..<1, using: &random)
    }

    /// Dossiers of the listed households in truth ÷ those that a plan expects, a procedure's chance taken into account.
    func scale(of needs: [SupportNeed]) -> Double {
        let cap = playbook.settings.dossiersCap
        let said = needs.reduce(0) { $0 + min($1.expectedDossiers, cap) * playbook.settings.needsProcedure }
        return needs.reduce(0) { $0 + (named[$1.household]?.dossiers ?? 0) } / max(1e-9, said)
    }

    private func add(_ home: Home, _ weight: Double, _ chance: Double, to sum: inout TrueGain) {
        sum.households += weight * chance
        sum.dossiers += weight * chance * home.dossiers
    }

    /// How much likelier the household files alone after help, each step fixed by the first who works at it.
    private func chance(_ home: Home, after help: [Given]) -> Double {
        chance(home) { step in
            help.first { $0.steps.contains(step) }.flatMap { fix[step]?[$0.force] } ?? 0
        }
    }

    /// How much likelier the household files alone.
    ///
    /// - Parameter fixed: the chance that it gets over a step.
    private func chance(_ home: Home, fixed: (CascadeStep) -> Double) -> Double {
        var visited = 1.0
        var alone = 1.0
        for step in home.failed {
            let later = playbook.barriers[step]?.later ?? 0
            visited *= fixed(step) + (1 - fixed(step)) * later
            alone *= later
        }
        return home.failed.isEmpty ? 0 : visited - alone
    }
}

/// exp(spread · z): its median is 1.
private func lognormal(_ random: inout SplitMix64, _ spread: Double) -> Double {
    exp(spread * random.normal())
}
