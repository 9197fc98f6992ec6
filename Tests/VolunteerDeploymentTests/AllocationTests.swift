import Basics
import TestSupport
import Testing

@testable import VolunteerDeployment

/// Small problems drawn by seed.
private struct Draw {
    var random: SplitMix64

    mutating func problem(workers: Int, groups: Int, cells: Int) -> AllocationProblem {
        let list: [AllocationProblem.Cell] = (0..<groups).flatMap { group in
            (0..<cells).map { _ -> AllocationProblem.Cell in
                AllocationProblem.Cell(
                    group: group, count: Int.random(in: 0...4, using: &random),
                    offers: (0..<2).map { _ -> AllocationProblem.Offer? in
                        random.chance(0.85)
                            ? .init(
                                gain: Double.random(in: 0.1...2, using: &random),
                                minutes: 5 * Int.random(in: 3...12, using: &random)) : nil
                    })
            }
        }
        let people = (0..<workers).map { _ in
            let near = (0..<groups).shuffled(using: &random).prefix(4)
            return AllocationProblem.Worker(
                kind: Int.random(in: 0...1, using: &random),
                minutes: Double.random(in: 30...240, using: &random),
                mostGroups: Int.random(in: 1...3, using: &random),
                openings: near.map {
                    .init(
                        group: $0, minutes: Double.random(in: 0...40, using: &random),
                        cost: Double.random(in: 0...0.3, using: &random))
                },
                barred: random.chance(0.2) ? [Int.random(in: 0..<(groups * cells), using: &random)] : [])
        }
        return AllocationProblem(
            workers: people, groups: groups, cells: list, kinds: 2,
            mustOpen: (0..<groups).filter { _ in random.chance(0.5) })
    }

    /// Of half of the cells that have cuts.
    mutating func surcharges(of problem: AllocationProblem) -> [[Double]] {
        problem.cells.enumerated().map { place, cell in
            guard let cut = CellCut.all(cell: place, count: cell.count).randomElement(using: &random),
                random.chance(0.5)
            else { return [] }
            let price = Double.random(in: 0...2, using: &random)
            return cut.weights.map { price * $0 }
        }
    }
}

@Suite struct AllocationTests {
    /// What the statement of a problem forbids, checked from the problem alone.
    private func breaches(_ months: [WorkerMonth], _ problem: AllocationProblem) -> [String] {
        var found: [String] = []
        var left = problem.cells.map(\.count)
        for month in months {
            let worker = problem.workers[month.worker]
            if month.openings.count > worker.mostGroups { found.append("too many groups") }
            if Set(month.openings).count != month.openings.count { found.append("a group twice") }
            let opened = Set(month.openings.map { worker.openings[$0].group })
            var minutes = month.openings.reduce(0.0) { $0 + worker.openings[$1].minutes }
            for visit in month.visits {
                let cell = problem.cells[visit.cell]
                guard let offer = cell.offers[worker.kind] else { return ["no offer"] }
                if !opened.contains(cell.group) { found.append("a group that is not open") }
                if worker.barred.contains(visit.cell) { found.append("a barred cell") }
                minutes += Double(offer.minutes * visit.count)
                left[visit.cell] -= visit.count
            }
            if minutes > worker.minutes + 1e-9 { found.append("too many minutes") }
        }
        if left.contains(where: { $0 < 0 }) { found.append("a household twice") }
        return found
    }

    /// 2,000 seeds in ten batches; the seed of a failure is printed.
    @Test(arguments: 0..<10)
    func noLimitIsBrokenAndNoPlanPassesTheBound(batch: Int) throws {
        for seed in batch * 200..<(batch + 1) * 200 {
            var draw = Draw(random: SplitMix64(test: seed))
            // Every tenth is large enough for neighbourhoods.
            let problem = draw.problem(workers: seed.isMultiple(of: 10) ? 24 : 6, groups: 6, cells: 3)
            let result = try allocate(problem, effort: AllocationEffort(gap: 0, renewals: 2))
            #expect(breaches(result.months, problem) == [], "seed \(seed)")
            let value = result.months.reduce(0) { $0 + $1.value(in: problem) }
            #expect(abs(value - result.value) < 1e-9, "seed \(seed)")
            if result.unmet.isEmpty { #expect(result.value <= result.bound + 1e-7, "seed \(seed)") }
            let threads = seed.isMultiple(of: 20) ? 4 : 2
            let other = try allocate(problem, effort: AllocationEffort(gap: 0, renewals: 2, threads: threads))
            #expect(other.months == result.months && other.bound == result.bound, "seed \(seed)")
        }
    }

    @Test(arguments: 1...20)
    func theNumberOfThreadsChangesNothing(seed: Int) throws {
        var draw = Draw(random: SplitMix64(test: seed))
        let problem = draw.problem(workers: 40, groups: 12, cells: 4)
        let plans = try [1, 2, 4].map {
            try allocate(problem, effort: AllocationEffort(gap: 0, renewals: 3, threads: $0))
        }
        #expect(plans[0].months == plans[1].months && plans[1].months == plans[2].months, "seed \(seed)")
        #expect(plans[0].bound == plans[1].bound && plans[1].bound == plans[2].bound)
    }

    /// One worker: the best month is found by trying all.
    @Test(arguments: 1...200)
    func aBestMonthIsTheBestOfAll(seed: Int) {
        var draw = Draw(random: SplitMix64(test: seed))
        let problem = draw.problem(workers: 1, groups: 4, cells: 2)
        let prices = AllocationPrices(
            cells: problem.cells.map { _ in Double.random(in: 0...0.8, using: &draw.random) },
            openings: (0..<4).map { _ in draw.random.chance(0.3) ? 0.5 : 0 }, floors: [],
            surcharges: draw.surcharges(of: problem))
        let pricing = AllocationPricing(problem, threads: 1)
        let left = problem.cells.map(\.count)
        let found = pricing.bestMonths([0], prices: prices, left: left)[0]
        let worth = found?.worth(at: prices, in: problem) ?? -1
        #expect(found.map { breaches([$0], problem) } == [])
        #expect(abs(worth - bestWorth(problem, prices)) < 1e-9, "seed \(seed)")
    }

    /// Two ways to the best month: tables, and trying every set of groups.
    @Test(arguments: 0..<10)
    func tablesFindWhatTryingEverySetFinds(batch: Int) {
        for seed in batch * 50..<(batch + 1) * 50 {
            var draw = Draw(random: SplitMix64(test: seed))
            let drawn = draw.problem(workers: 1, groups: 5, cells: 3)
            let worker = drawn.workers[0]
            let problem = AllocationProblem(
                workers: [
                    .init(
                        kind: worker.kind, minutes: worker.minutes, mostGroups: worker.mostGroups,
                        openings: worker.openings.map {
                            .init(
                                group: $0.group, minutes: 5 * ($0.minutes / 5).rounded(.down),
                                cost: $0.cost - (draw.random.chance(0.3) ? 0.4 : 0))
                        }, barred: worker.barred)
                ], groups: 5, cells: drawn.cells, kinds: 2, mustOpen: drawn.mustOpen,
                opensForVisits: seed.isMultiple(of: 2))
            let prices = AllocationPrices(
                cells: problem.cells.map { _ in Double.random(in: 0...1.5, using: &draw.random) },
                openings: (0..<5).map { _ in draw.random.chance(0.3) ? 0.5 : 0 }, floors: [],
                surcharges: draw.surcharges(of: problem))
            let pricing = AllocationPricing(problem, threads: 1)
            let left = problem.cells.map(\.count)
            let tables = pricing.month(of: 0, prices: prices, left: left) { _, _ in nil }
            let sets = pricing.month(of: 0, limits: MonthLimits(), prices: prices, left: left) { _, _ in nil }
            let worths = [tables, sets].map { $0?.worth(at: prices, in: problem) ?? -1 }
            #expect(abs(worths[0] - worths[1]) < 1e-9, "seed \(seed)")
            for month in [tables, sets] {
                #expect(month.map { breaches([$0], problem) } == [], "seed \(seed)")
                let visited = Set(month?.visits.map { problem.cells[$0.cell].group } ?? [])
                let opened = month?.openings.map { problem.workers[0].openings[$0].group } ?? []
                if problem.opensForVisits { #expect(visited == Set(opened), "seed \(seed)") }
            }
        }
    }

    private func bestWorth(_ problem: AllocationProblem, _ prices: AllocationPrices) -> Double {
        let worker = problem.workers[0]
        var best = 0.0
        for set in 1..<(1 << worker.openings.count) where set.nonzeroBitCount <= worker.mostGroups {
            let open = worker.openings.indices.filter { set >> $0 & 1 == 1 }
            let room = open.reduce(worker.minutes) { $0 - worker.openings[$1].minutes }
            let fixed = open.reduce(0.0) {
                $0 + prices.openings[worker.openings[$1].group] - worker.openings[$1].cost
            }
            let cells = open.flatMap { problem.cellsOfGroup[worker.openings[$0].group] }
            if room >= 0 { best = max(best, fixed + visits(cells[...], room, problem, prices)) }
        }
        return best
    }

    private func visits(
        _ cells: ArraySlice<Int>, _ room: Double, _ problem: AllocationProblem, _ prices: AllocationPrices
    ) -> Double {
        guard let cell = cells.first else { return 0 }
        let worker = problem.workers[0]
        var best = visits(cells.dropFirst(), room, problem, prices)
        guard let offer = problem.cells[cell].offers[worker.kind], !worker.barred.contains(cell) else {
            return best
        }
        for count in 1..<(problem.cells[cell].count + 1) {
            let left = room - Double(count * offer.minutes)
            if left < -1e-9 { break }
            best = max(
                best,
                Double(count) * (offer.gain - prices.cells[cell]) - prices.surcharge(cell, visits: count)
                    + visits(cells.dropFirst(), left, problem, prices))
        }
        return best
    }
}
