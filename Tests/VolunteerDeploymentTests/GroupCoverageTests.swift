import Basics
import TestSupport
import Testing

@testable import VolunteerDeployment

/// Groups that a crew cannot all reach: as few as can be are given up, by proof, and the bound is of what is left.
@Suite struct GroupCoverageTests {
    /// A cell of five households in each group; every worker may open the groups given, each at so many minutes.
    private func problem(
        groups: Int, near: [[Int]], minutes: Double, way: Double, mostGroups: Int, cost: Double = 0.02
    ) -> AllocationProblem {
        AllocationProblem(
            workers: near.map { near in
                .init(
                    kind: 0, minutes: minutes, mostGroups: mostGroups,
                    openings: near.map { .init(group: $0, minutes: way, cost: cost) })
            }, groups: groups,
            cells: (0..<groups).map { group in
                .init(group: group, count: 5, offers: [.init(gain: 0.3 + 0.01 * Double(group), minutes: 30)])
            }, kinds: 1, mustOpen: Array(0..<groups))
    }

    private func check(_ problem: AllocationProblem, given: Int) throws {
        let result = try allocate(problem, effort: AllocationEffort(gap: 0, nodes: 2_000))
        #expect(result.unmet.count == given && result.isUnmetProven)
        let gap = try #require(result.gap)
        #expect(gap < 1e-6)
        let opened = Set(
            result.months.flatMap { month in
                month.openings.map { problem.workers[month.worker].openings[$0].group }
            })
        #expect(opened.isDisjoint(with: result.unmet))
        #expect(opened.union(result.unmet) == Set(0..<problem.groups))
    }

    @Test("a crew too small for all groups gives up the fewest")
    func tooFew() throws {
        // Two people of two groups each for six groups.
        try check(
            problem(
                groups: 6, near: [Array(0..<6), Array(0..<6)], minutes: 400, way: 20, mostGroups: 2), given: 2
        )
    }

    @Test("minutes that are too short count as people that are too few")
    func tooShort() throws {
        // 50 minutes are two ways of 20, never three.
        try check(
            problem(
                groups: 5, near: [[0, 1, 2], [0, 1, 2], [3, 4]], minutes: 50, way: 20, mostGroups: 3),
            given: 0)
        try check(
            problem(groups: 5, near: [[0, 1, 2], [3, 4]], minutes: 50, way: 20, mostGroups: 3), given: 1)
    }

    @Test("a group that nobody is near is given up")
    func nobody() throws {
        try check(problem(groups: 3, near: [[0, 2]], minutes: 400, way: 20, mostGroups: 2), given: 1)
    }

    @Test("a way that is dearer than all gains is still gone where a group must be reached")
    func dear() throws {
        try check(
            problem(
                groups: 3, near: [[0, 1, 2], [0, 1]], minutes: 200, way: 20, mostGroups: 2, cost: 900),
            given: 0)
    }

    @Test("random crews open as many groups as trying all ways does", arguments: 1...40)
    func random(seed: Int) throws {
        var random = SplitMix64(test: seed)
        let groups = Int.random(in: 3...6, using: &random)
        let near = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            (0..<groups).filter { _ in Bool.random(using: &random) }
        }
        let ways = Double(Int.random(in: 15...60, using: &random))
        let most = Int.random(in: 1...3, using: &random)
        let problem = problem(groups: groups, near: near, minutes: 100, way: ways, mostGroups: most)
        let reach = min(most, Int(100 / ways))
        var reached = 0
        func look(_ worker: Int, _ opened: Set<Int>) {
            if worker == near.count {
                reached = max(reached, opened.count)
                return
            }
            func choose(_ from: Int, _ chosen: [Int]) {
                look(worker + 1, opened.union(chosen))
                guard chosen.count < reach else { return }
                for place in from..<max(from, near[worker].count) {
                    choose(place + 1, chosen + [near[worker][place]])
                }
            }
            choose(0, [])
        }
        look(0, [])
        try check(problem, given: groups - reached)
    }

    @Test("minutes that nobody can use change nothing, and take no time")
    func idleMinutes() throws {
        let short = problem(groups: 3, near: [[0, 1], [1, 2]], minutes: 400, way: 20, mostGroups: 2)
        let long = problem(groups: 3, near: [[0, 1], [1, 2]], minutes: 20_000, way: 20, mostGroups: 2)
        #expect(long.withoutIdleMinutes.workers.allSatisfy { $0.minutes == 340 })
        let effort = AllocationEffort(gap: 0, nodes: 1_000)
        #expect(try allocate(short, effort: effort).value == allocate(long, effort: effort).value)
    }

    @Test("ways of fractions of a minute, much time and many groups: the bound holds", arguments: 1...40)
    func fractions(seed: Int) throws {
        var random = SplitMix64(test: seed)
        let problem = AllocationProblem(
            workers: (0..<3).map { _ in
                .init(
                    kind: 0, minutes: Double.random(in: 100...2_000, using: &random), mostGroups: 5,
                    openings: (0..<5).map {
                        .init(group: $0, minutes: Double.random(in: 0...40, using: &random), cost: 0.01)
                    })
            }, groups: 5,
            cells: (0..<10).map { place in
                .init(
                    group: place / 2, count: Int.random(in: 0...6, using: &random),
                    offers: [
                        .init(
                            gain: Double.random(in: 0...1, using: &random),
                            minutes: [15, 25, 60][place % 3])
                    ])
            }, kinds: 1, mustOpen: Array(0..<5))
        let result = try allocate(problem, effort: AllocationEffort(gap: 0.001, nodes: 50))
        #expect(result.gap != nil, "seed \(seed): bound \(result.bound), value \(result.value)")
    }

    @Test("a search that is told to stop at once gives a plan and a bound that holds")
    func stopped() throws {
        let problem = problem(
            groups: 6, near: [Array(0..<6), Array(0..<6)], minutes: 400, way: 20.5, mostGroups: 2)
        let result = try allocate(
            problem, effort: AllocationEffort(gap: 0, renewals: 5, nodes: 100), shouldStop: { true })
        #expect(result.stopped == .time && result.bound.isFinite && result.gap != nil)
    }

    @Test("a bound below the value proves no gap")
    func gap() {
        #expect(provenGap(value: 201.6, bound: -18_316) == nil)
        #expect(provenGap(value: 2, bound: 2 - 1e-12) == 0)
        #expect(provenGap(value: 0, bound: 0) == 0)
        #expect(provenGap(value: -1, bound: 4) == 1.25)
    }
}
