internal import Basics
internal import Foundation
internal import MonthlyAnalysis
internal import Readiness
internal import SurveyData
internal import SurveyStatistics
internal import SyntheticWard
internal import VolunteerDeployment

/// A made-up ward whose truth is known: what a plan made from its survey brings, against simpler ways to send the
/// same people for the same minutes.
///
/// True chances of helping, of being at home and of opening are the playbook's × a lognormal error (sd 0.3), which no
/// plan knows; what a household fails and files is its own truth, whether it was asked or not. Outings are walked door
/// by door until their time is over, doors stay closed, and nobody opens at a time that the household does not have.
struct DeploymentTrial {
    let seed: Int
    /// Interviews of the month.
    static let interviews = 2_000
    static let spread = 0.3

    static func printAll(seeds: Int) throws {
        print(
            "seeds 1…\(seeds); \(interviews) interviews; true chances = playbook × lognormal error, sd \(spread)"
        )
        for isPermuted in [false, true] {
            let threads = ProcessInfo.processInfo.activeProcessorCount
            let outcomes = try parallelMap(seeds, threads: threads) { place in
                try DeploymentTrial(seed: place + 1).run(isPermuted: isPermuted)
            }
            print(isPermuted ? "chances of the playbook permuted across forces:" : "the playbook as it is:")
            print(
                "  "
                    + Ratio(
                        "true dossiers against equal shares", outcomes.map { $0.dossiers(against: \.equal) }
                    ).text)
            print(
                "  "
                    + Ratio(
                        "true dossiers against raw uptake", outcomes.map { $0.dossiers(against: \.ranked) }
                    ).text)
            print(
                "  "
                    + Ratio(
                        "true households against equal shares",
                        outcomes.map { $0.households(against: \.equal) }
                    ).text)
            print(
                "  "
                    + Ratio(
                        "true households against raw uptake",
                        outcomes.map { $0.households(against: \.ranked) }
                    ).text)
            let mean = outcomes.reduce(0) { $0 + $1.plan.dossiers } / Double(seeds)
            let said = outcomes.reduce(0) { $0 + $1.expected } / Double(seeds)
            let prices = outcomes.flatMap(\.hours)
            let same = prices.count { $0.isOneNumber }
            print(
                "  one more hour: an outing's rate within 20 % of eight hours' in \(same) of \(prices.count) (force, seed)"
            )
            let kept = outcomes.reduce(0) { $0 + $1.keptFloors.kept }
            print(
                "  floors kept \(kept) of \(outcomes.reduce(0) { $0 + $1.keptFloors.all }), gap at most \(percent(outcomes.map(\.gap).max() ?? 0)) %"
            )
            let inside = outcomes.count {
                $0.interval.lower * $0.scale <= $0.plan.dossiers
                    && $0.plan.dossiers <= $0.interval.upper * $0.scale
            }
            print(
                "  the plan's interval holds the true dossiers, brought to its scale, in \(inside) of \(seeds)"
            )
            print(
                "  mean true dossiers of the plan \(decimal(mean, 1)), expected by the plan \(decimal(said, 1))"
            )
        }
    }

    struct Outcome: Sendable {
        let plan, equal, ranked: TrueGain
        /// What the plan expected of itself.
        let expected: Double
        let interval: ValueInterval
        let hours: [HourPrice]
        let keptFloors: (kept: Int, all: Int)
        let gap: Double
        /// Dossiers that households file in truth ÷ those that the playbook expects of them.
        let scale: Double

        func dossiers(against other: KeyPath<Outcome, TrueGain>) -> Double {
            plan.dossiers / self[keyPath: other].dossiers
        }

        func households(against other: KeyPath<Outcome, TrueGain>) -> Double {
            plan.households / self[keyPath: other].households
        }
    }

    /// Mean of a ratio over seeds, with its 95 % interval.
    private struct Ratio {
        let text: String

        init(_ name: String, _ ratios: [Double]) {
            let count = Double(ratios.count)
            let mean = ratios.reduce(0, +) / count
            let variance = ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, count - 1)
            let half = 1.96 * (variance / count).squareRoot()
            let above = ratios.count { $0 > 1 }
            text =
                "\(name): \(decimal(mean)) (\(decimal(mean - half)) to \(decimal(mean + half))), "
                + "above 1 in \(above) of \(ratios.count)"
        }
    }

    private func run(isPermuted: Bool) throws -> Outcome {
        let made = SyntheticSurvey(
            SyntheticWardSettings(households: Self.interviews, months: 1, seed: UInt64(seed)))
        let registry = try Registry(
            table: WardTable(
                text: String(decoding: made.population.registryFile(), as: UTF8.self), name: "groups.csv"))
        let roster = try Roster(
            table: WardTable(
                text: String(decoding: made.population.volunteersFile(), as: UTF8.self),
                name: "volunteers.csv"), registry: registry)
        let survey = try Survey.read(
            bytes: made.file(month: 0), codebook: try Codebook.builtIn(), registry: registry,
            sampling: .probability)
        let report = try ReadinessReport(survey, previous: nil, target: 0.8, threads: 1)
        let truth = WardTruth(
            made.population,
            asked: Dictionary(
                uniqueKeysWithValues: survey.households.map { household in
                    (household.id, household.text(.preferredTime).value.flatMap(WardTime.init(written:)))
                }), playbook: try Playbook.builtIn(),
            seed: UInt64(seed), spread: Self.spread)
        let believed = isPermuted ? try Playbook.builtIn().permuted : try Playbook.builtIn()
        let problem = try Pipeline.problem(report, playbook: believed, volunteers: roster.volunteers)
        let plan = try solve(problem)
        let others = SimplerPlans(problem, report: report)
        return Outcome(
            plan: truth.gain(of: plan.visits, in: problem),
            equal: truth.gain(of: try others.equalShares(), in: problem),
            ranked: truth.gain(of: try others.byRawUptake(), in: problem),
            expected: plan.expectedGain,
            interval: plan.interval, hours: plan.prices.compactMap(\.oneMoreHour),
            keptFloors: (plan.floors.count(where: \.isKept), plan.floors.count), gap: plan.gap ?? .infinity,
            scale: truth.scale(of: problem.needs))
    }
}

extension Playbook {
    /// The same, but each force is believed to have the chances of the next one that can help over a step.
    fileprivate var permuted: Playbook {
        let turned = barriers.mapValues { rule in
            let forces = rule.tasks.keys.sorted()
            var tasks: [Force: ForceTask] = [:]
            for (place, force) in forces.enumerated() {
                guard let own = rule.tasks[force], let other = rule.tasks[forces[(place + 1) % forces.count]]
                else { continue }
                tasks[force] = ForceTask(
                    minutes: own.minutes, prior: other.prior, code: own.code, procedures: own.procedures,
                    skill: own.skill)
            }
            return BarrierRule(later: rule.later, tasks: tasks)
        }
        return Playbook(
            name: name, settings: settings, barriers: turned, taskWords: taskWords, sessions: sessions,
            savings: savings, equipment: equipment)
    }
}
