/// The best set of groups for one worker to open, and how long to stay in each.
///
/// All sets of up to `mostGroups` openings are looked at, each with its exact minutes; sets that cannot be better
/// than the best so far are left out by what their groups could bring at most.
struct BestOpenings {
    private let worker: AllocationProblem.Worker
    private let profiles: [VisitProfile]
    /// By opening: what it is paid less what it costs.
    private let fares: [Double]
    private let unit: Int
    /// Visits that a branch demands: their units and worth by opening.
    private let demanded: [(units: Int, worth: Double, visits: [WorkerMonth.Visits])]
    /// Groups that a branch demands.
    private let must: Set<Int>
    private let shouldStop: @Sendable () -> Bool
    /// Openings by what they can bring at most, the most first.
    private let order: [Int]
    /// A price of a unit of time, and by opening what it can bring above that price: for any price ≥ 0 a set of
    /// openings brings at most price · room + Σ surplus.
    private let unitPrice: Double
    private let surplus: [Double]

    private var bestValue = 0.0
    private var looked = 0
    private var best: (openings: [Int], stays: [Int])?

    init(
        _ worker: AllocationProblem.Worker, profiles: [VisitProfile], bonus: [Double], unit: Int,
        limits: MonthLimits?, problem: AllocationProblem, prices: AllocationPrices,
        shouldStop: @escaping @Sendable () -> Bool
    ) {
        self.worker = worker
        self.shouldStop = shouldStop
        self.profiles = profiles
        self.unit = unit
        fares = zip(worker.openings, bonus).map { $1 - $0.cost }
        demanded = worker.openings.map { opening in
            var (units, worth, visits) = (0, 0.0, [WorkerMonth.Visits]())
            for cell in problem.cellsOfGroup[opening.group] {
                guard let least = limits?.visits[cell]?.lowerBound, least > 0,
                    let offer = problem.cells[cell].offers[worker.kind(in: opening)]
                else { continue }
                units += offer.minutes / unit * least
                worth +=
                    (offer.gain - prices.charge(cell, kind: worker.kind(in: opening), in: problem))
                    * Double(least)
                    - prices.surcharge(cell, visits: least)
                visits.append(.init(cell: cell, count: least))
            }
            return (units, worth, visits)
        }
        var must: Set<Int> = []
        var order: [Int] = []
        var isImpossible = false
        for (place, opening) in worker.openings.enumerated() {
            let cells = problem.cellsOfGroup[opening.group].filter {
                limits?.visits[$0]?.lowerBound ?? 0 > 0
            }
            let isDemanded = limits?.open.contains(opening.group) == true || !cells.isEmpty
            if isDemanded { must.insert(opening.group) }
            if limits?.closed.contains(opening.group) == true {
                isImpossible = isImpossible || isDemanded
                continue
            }
            let kind = worker.kind(in: opening)
            let isClosed = limits?.closedOpenings.contains(place) == true
            if isClosed || cells.contains(where: { problem.cells[$0].offers[kind] == nil }) { continue }
            // An opening that brings nothing even alone is never part of the best set.
            if isDemanded || (profiles[place].best.last ?? 0) + fares[place] > 1e-12 { order.append(place) }
        }
        self.must = must
        let fares = fares
        let demandedWorth = demanded.map(\.worth)
        let room = Int(max(0, worker.minutes) / Double(unit))
        let (price, surplus) = Self.priced(
            order, profiles, fares: zip(fares, demandedWorth).map { $0 + $1 }, room: room,
            most: worker.mostGroups + worker.openings.count(where: \.isPinned))
        unitPrice = price
        self.surplus = surplus
        self.order = order.sorted { (surplus[$1], $0) < (surplus[$0], $1) }
        if !must.isEmpty { bestValue = -Double.infinity }
        if !isImpossible {
            extend(openings: [], from: 0, minutes: 0, value: 0, demandedUnits: 0, surplusOf: 0, table: nil)
        }
    }

    /// nil where a branch demands what the worker cannot do.
    func month(of number: Int) -> WorkerMonth? {
        guard let best else { return bestValue < 0 ? nil : .empty(number) }
        var counts: [Int: Int] = [:]
        for (place, stay) in zip(best.openings, best.stays) {
            for visit in profiles[place].visits(units: stay) + demanded[place].visits {
                counts[visit.cell, default: 0] += visit.count
            }
        }
        return WorkerMonth(
            worker: number, openings: best.openings.sorted(),
            visits: counts.sorted { $0.key < $1.key }.map { .init(cell: $0.key, count: $0.value) })
    }

    /// Adds openings in their order. `table`: the best of the openings so far by units of stay; nil for none.
    private mutating func extend(
        openings: [Int], from start: Int, minutes: Double, value: Double, demandedUnits: Int,
        surplusOf: Double, table: [Double]?
    ) {
        let free = openings.count { !worker.openings[$0].isPinned }
        for next in start..<max(start, order.count) {
            // Sets of several groups are many.
            looked += 1
            if looked.isMultiple(of: Self.setsBetweenLooks), shouldStop() { return }
            let place = order[next]
            // Where a worker is already does not count.
            let isPinned = worker.openings[place].isPinned
            guard isPinned || free < worker.mostGroups else { continue }
            let used = minutes + worker.openings[place].minutes
            let units = demandedUnits + demanded[place].units
            let room = Int(((worker.minutes - used) / Double(unit) + 1e-9).rounded(.down)) - units
            guard room >= 0 else { continue }
            let set = openings + [place]
            let fixed = value + fares[place] + demanded[place].worth
            let own = profiles[place].best
            let single = unitPrice * Double(room) + surplusOf + surplus[place]
            if single > bestValue + 1e-12 || !must.isEmpty {
                consider(set, fixed: fixed, room: room, table: table, own: own)
            }
            let others = order[(next + 1)...]
            let more =
                worker.mostGroups - free - (isPinned ? 0 : 1)
                + others.count { worker.openings[$0].isPinned }
            guard more > 0, !others.isEmpty else { continue }
            // The rest can add at most their surplus.
            let rest = others.prefix(more).reduce(0.0) { $0 + max(0, surplus[$1]) }
            let most = unitPrice * Double(room) + (surplusOf + surplus[place]) + rest
            guard most > bestValue + 1e-12 || !isDemanded(set) else { continue }
            extend(
                openings: set, from: next + 1, minutes: used, value: fixed, demandedUnits: units,
                surplusOf: surplusOf + surplus[place],
                table: table.map { Self.combined($0, own, room: room) } ?? own)
        }
    }

    /// Whether a set has every group that a branch demands.
    private func isDemanded(_ set: [Int]) -> Bool {
        must.isEmpty || must.isSubset(of: set.map { worker.openings[$0].group })
    }

    /// Takes a set if it is the best so far.
    private mutating func consider(
        _ set: [Int], fixed: Double, room: Int, table: [Double]?, own: [Double]
    ) {
        guard isDemanded(set) else { return }
        let reach = min(room, own.count - 1)
        guard let table else {
            if fixed + own[reach] > bestValue + 1e-12 {
                bestValue = fixed + own[reach]
                best = (set, [reach])
            }
            return
        }
        var (value, stay) = (-Double.infinity, 0)
        for units in 0...reach {
            let sum = own[units] + table[min(room - units, table.count - 1)]
            if sum > value { (value, stay) = (sum, units) }
        }
        if fixed + value > bestValue + 1e-12 {
            bestValue = fixed + value
            best = (set, stays(of: set, last: stay, room: room))
        }
    }

    /// How long to stay in each of a set, the last being known.
    private func stays(of set: [Int], last: Int, room: Int) -> [Int] {
        var stays = [last]
        var left = room - last
        for count in stride(from: set.count - 1, to: 1, by: -1) {
            let before = set.prefix(count - 1).dropFirst().reduce(profiles[set[0]].best) {
                Self.combined($0, profiles[$1].best, room: room)
            }
            let own = profiles[set[count - 1]].best
            var (value, stay) = (-Double.infinity, 0)
            for units in 0...min(left, own.count - 1) {
                let sum = own[units] + before[min(left - units, before.count - 1)]
                if sum > value { (value, stay) = (sum, units) }
            }
            stays.insert(stay, at: 0)
            left -= stay
        }
        if set.count > 1 { stays.insert(min(left, profiles[set[0]].best.count - 1), at: 0) }
        return stays
    }

    /// Looking at the clock takes about as long as a small set.
    private static let setsBetweenLooks = 64

    /// A price at which the best openings fill about the room, and each opening's surplus at it.
    private static func priced(
        _ order: [Int], _ profiles: [VisitProfile], fares: [Double], room: Int, most: Int
    ) -> (price: Double, surplus: [Double]) {
        let envelopes = profiles.map(\.envelope)
        func stay(_ place: Int, at price: Double) -> (surplus: Double, units: Int) {
            let envelope = envelopes[place]
            guard var best = envelope.first else { return (-.infinity, 0) }
            // The envelope's slope falls.
            for next in envelope.dropFirst() {
                guard next.worth - best.worth > price * Double(next.units - best.units) else { break }
                best = next
            }
            return (best.worth - price * Double(best.units) + fares[place], best.units)
        }
        var (low, high) = (0.0, 0.0)
        for place in order {
            for stay in envelopes[place].dropFirst() {
                high = max(high, stay.worth / Double(stay.units))
            }
        }
        for _ in 0..<12 {
            let price = (low + high) / 2
            let taken = order.map { stay($0, at: price) }.sorted { $0.surplus > $1.surplus }.prefix(most)
            if taken.reduce(0, { $0 + $1.units }) > room { low = price } else { high = price }
        }
        return (high, profiles.indices.map { stay($0, at: high).surplus })
    }

    /// The best of two tables together for each number of units.
    private static func combined(_ left: [Double], _ right: [Double], room: Int) -> [Double] {
        let width = min(room, left.count + right.count - 2)
        var sums = Array(repeating: 0.0, count: width + 1)
        for units in 0...width { sums[units] = left[min(units, left.count - 1)] + right[0] }
        for own in 1..<max(1, min(width, right.count - 1) + 1) where right[own] > right[own - 1] {
            let worth = right[own]
            let known = min(width - own + 1, left.count)
            sums.raise(from: own, to: left, 0, count: known, plus: worth)
            // More room than the left has is worth no more to it.
            let most = left[left.count - 1] + worth
            for units in (own + known)..<max(own + known, width + 1) where most > sums[units] {
                sums[units] = most
            }
        }
        return sums
    }
}
