import Basics
import TestSupport
import Testing

@testable import VolunteerDeployment

/// Small crews with floors: every plan is tried, and the search must find the best and prove it.
@Suite struct FloorSearchTests {
    /// One worker near two groups of two cells each; what is owed is a share of all minutes.
    private func problem(_ random: inout SplitMix64) -> AllocationProblem {
        let cells = (0..<4).map { place in
            AllocationProblem.Cell(
                group: place / 2, count: Int.random(in: 1...3, using: &random),
                offers: [
                    .init(
                        gain: Double.random(in: 0.05...1, using: &random),
                        minutes: 5 * Int.random(in: 3...9, using: &random))
                ])
        }
        let floors = (0..<2).map { floor in
            let share = Double.random(in: 0.1...0.5, using: &random)
            let weights = cells.indices.map { place in
                let own = (place + floor).isMultiple(of: 2) ? 1 : 0.0
                return (place, [(own - share) * Double(cells[place].offers[0]?.minutes ?? 0)])
            }
            return AllocationProblem.Floor(
                least: 0, penalty: Double.random(in: 0.01...0.1, using: &random),
                weights: Dictionary(uniqueKeysWithValues: weights))
        }
        return AllocationProblem(
            workers: [
                .init(
                    kind: 0, minutes: Double(Int.random(in: 60...200, using: &random)),
                    mostGroups: Int.random(in: 1...2, using: &random),
                    openings: [
                        .init(group: 0, minutes: 10, cost: 0.05),
                        .init(group: 1, minutes: 17.5, cost: 0.02),
                    ])
            ], groups: 2, cells: cells, kinds: 1, floors: floors, opensForVisits: true)
    }

    /// The best score of all plans, one after the other.
    private func best(_ problem: AllocationProblem) -> Double {
        var best = 0.0
        var counts = Array(repeating: 0, count: problem.cells.count)
        func look(_ cell: Int) {
            guard cell == counts.count else {
                for count in 0...problem.cells[cell].count {
                    counts[cell] = count
                    look(cell + 1)
                }
                counts[cell] = 0
                return
            }
            let visits = counts.indices.filter { counts[$0] > 0 }.map {
                WorkerMonth.Visits(cell: $0, count: counts[$0])
            }
            let groups = Set(visits.map { problem.cells[$0.cell].group })
            let worker = problem.workers[0]
            let openings = worker.openings.indices.filter { groups.contains(worker.openings[$0].group) }
            let minutes = visits.reduce(openings.reduce(0) { $0 + worker.openings[$1].minutes }) {
                $0 + Double($1.count * (problem.cells[$1.cell].offers[0]?.minutes ?? 0))
            }
            guard openings.count <= worker.mostGroups, minutes <= worker.minutes + 1e-9 else { return }
            var plan = AllocationPlan(problem)
            plan.set(WorkerMonth(worker: 0, openings: openings, visits: visits))
            best = max(best, plan.score)
        }
        look(0)
        return best
    }

    @Test("a small crew's plan with floors is the best of all, and proven", arguments: 1...60)
    func floors(seed: Int) throws {
        var random = SplitMix64(test: seed)
        let problem = problem(&random)
        let result = try allocate(problem, effort: AllocationEffort(gap: 0, nodes: 20_000))
        let missed = problem.missedPrice(result.missed)
        #expect(abs(result.value - missed - best(problem)) < 1e-6, "seed \(seed)")
        #expect(result.gap ?? 1 < 1e-6, "seed \(seed)")
    }

    @Test("dropping a limit never lowers the value by more than the gap", arguments: 1...40)
    func dropping(seed: Int) throws {
        var random = SplitMix64(test: 1_000 + seed)
        let problem = problem(&random)
        let effort = AllocationEffort(gap: 0.005, nodes: 400)
        let whole = try allocate(problem, effort: effort)
        let free = try allocate(problem.withoutFloors, effort: effort)
        let gap = try #require(free.gap)
        #expect(free.value >= whole.value - gap * abs(free.bound) - 1e-9, "seed \(seed)")
        #expect(whole.gap != nil, "seed \(seed)")
    }
}

extension AllocationProblem {
    fileprivate var withoutFloors: AllocationProblem {
        AllocationProblem(
            workers: workers, groups: groups, cells: cells, kinds: kinds, mustOpen: mustOpen,
            opensForVisits: opensForVisits)
    }
}
