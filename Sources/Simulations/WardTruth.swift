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

/// Every household of a made-up ward: what it fails, what it files, and how well each force helps over each step.
struct WardTruth {
    private struct Home {
        let failed: [CascadeStep]
        let dossiers: Double
    }

    private let playbook: Playbook
    private let named: [HouseholdID: Home]
    /// By group: households that nobody asked and that fail something.
    private let others: [GroupID: [Home]]
    private var fix: [CascadeStep: [Force: Double]] = [:]
    private var sessionFix: [String: [Force: Double]] = [:]

    init(
        _ population: WardPopulation, asked: Set<HouseholdID>, playbook: Playbook, seed: UInt64,
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
                let home = Home(failed: failed, dossiers: later.reduce(0) { $0 + min($1, cap) } / 3)
                let id = HouseholdID(population.code(group: place, number: number))
                if asked.contains(id) {
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

    /// What a plan's visits bring. Doors and seats find households as they truly are; those beyond what there are find none.
    func gain(of visits: [Visit], forces: [VolunteerID: Force]) -> TrueGain {
        var sum = TrueGain()
        var knocked: [GroupID: [Set<CascadeStep>: Int]] = [:]
        for visit in visits {
            guard let force = forces[visit.volunteer] else { continue }
            switch visit.kind {
            case .visit:
                guard let home = visit.household.flatMap({ named[$0] }) else { continue }
                add(
                    home, playbook.reach(of: .named(asksForHelp: true), by: force),
                    chance(home, force: force, at: visit.steps, fix: fix), to: &sum)
            case .quota:
                let pattern = Set(visit.failedSteps)
                let homes = (others[visit.group] ?? []).filter { Set($0.failed) == pattern }
                let place = knocked[visit.group, default: [:]][pattern, default: 0]
                knocked[visit.group, default: [:]][pattern] = place + 1
                guard place < homes.count else { continue }
                let reach = playbook.settings.quotaReach[force] ?? 0
                add(
                    homes[place], reach, chance(homes[place], force: force, at: visit.steps, fix: fix),
                    to: &sum)
            case .session:
                guard let rule = playbook.sessions.first(where: { $0.code == visit.taskCode }),
                    let own = sessionFix[rule.code]
                else { continue }
                let fix = Dictionary(uniqueKeysWithValues: rule.steps.map { ($0, own) })
                // Who comes is anybody who lacks what is taught.
                let homes = (others[visit.group] ?? []).filter {
                    !Set($0.failed).isDisjoint(with: rule.steps)
                }
                let seats = min(visit.seats, homes.count)
                let each = Double(seats) * rule.filled / Double(max(1, homes.count))
                for home in homes {
                    add(home, each, chance(home, force: force, at: rule.steps, fix: fix), to: &sum)
                }
            }
        }
        return sum
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

    /// How much likelier the household files alone.
    private func chance(
        _ home: Home, force: Force, at steps: [CascadeStep], fix: [CascadeStep: [Force: Double]]
    ) -> Double {
        var visited = 1.0
        var alone = 1.0
        for step in home.failed {
            let later = playbook.barriers[step]?.later ?? 0
            let fixed = steps.contains(step) ? fix[step]?[force] ?? 0 : 0
            visited *= fixed + (1 - fixed) * later
            alone *= later
        }
        return home.failed.isEmpty ? 0 : visited - alone
    }
}

/// exp(spread · z): its median is 1.
private func lognormal(_ random: inout SplitMix64, _ spread: Double) -> Double {
    exp(spread * random.normal())
}
