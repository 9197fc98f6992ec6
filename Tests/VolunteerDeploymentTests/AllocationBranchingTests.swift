import Basics
import TestSupport
import Testing

@testable import VolunteerDeployment

@Suite struct AllocationBranchingTests {
    private func problem(_ random: inout SplitMix64) -> AllocationProblem {
        let cells = (0..<4).map { place in
            AllocationProblem.Cell(
                group: place / 2, count: Int.random(in: 0...3, using: &random),
                offers: (0..<2).map { _ in
                    random.chance(0.9)
                        ? .init(
                            gain: Double.random(in: 0.1...2, using: &random),
                            minutes: 5 * Int.random(in: 3...12, using: &random)) : nil
                })
        }
        let workers = (0..<2).map { kind in
            AllocationProblem.Worker(
                kind: kind, minutes: Double.random(in: 40...200, using: &random),
                mostGroups: Int.random(in: 1...2, using: &random),
                openings: (0..<2).map {
                    .init(
                        group: $0, minutes: Double.random(in: 0...30, using: &random),
                        cost: Double.random(in: 0...0.3, using: &random))
                })
        }
        return AllocationProblem(workers: workers, groups: 2, cells: cells, kinds: 2)
    }

    /// Every month of the first worker with the best of the second beside it.
    private func bestOfAll(_ problem: AllocationProblem) -> Double {
        let pricing = AllocationPricing(problem, threads: 1)
        let free = AllocationPrices(problem)
        var best = 0.0
        func look(_ visits: [WorkerMonth.Visits], _ cell: Int) {
            if cell < problem.cells.count {
                for count in 0...problem.cells[cell].count {
                    look(count == 0 ? visits : visits + [.init(cell: cell, count: count)], cell + 1)
                }
                return
            }
            let worker = problem.workers[0]
            let groups = Set(visits.map { problem.cells[$0.cell].group })
            let openings = worker.openings.indices.filter { groups.contains(worker.openings[$0].group) }
            guard openings.count <= worker.mostGroups else { return }
            var minutes = openings.reduce(0.0) { $0 + worker.openings[$1].minutes }
            var left = problem.cells.map(\.count)
            for visit in visits {
                guard let offer = problem.cells[visit.cell].offers[worker.kind] else { return }
                minutes += Double(offer.minutes * visit.count)
                left[visit.cell] -= visit.count
            }
            guard minutes <= worker.minutes + 1e-9 else { return }
            let own = WorkerMonth(worker: 0, openings: openings, visits: visits).value(in: problem)
            let other = pricing.bestMonths([1], prices: free, left: left)[0]?.value(in: problem) ?? 0
            best = max(best, own + other)
        }
        look([], 0)
        return best
    }

    @Test(arguments: 1...60)
    func aSmallPlanIsTheBestOfAll(seed: Int) throws {
        var random = SplitMix64(test: seed)
        let problem = problem(&random)
        let result = try allocate(problem, effort: AllocationEffort(gap: 0, nodes: 10_000))
        #expect(abs(result.value - bestOfAll(problem)) < 1e-6, "seed \(seed)")
        #expect(result.bound - result.value < 1e-6 && result.bound > result.value - 1e-6, "seed \(seed)")
        #expect(result.stopped == .gap)
    }
}
