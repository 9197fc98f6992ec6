import Readiness

/// A reader who tries to work out hidden counts: subtraction and bounds to a fixpoint, then every count tried by
/// search in whole numbers. Shares no code with the control.
struct DisclosureAttack {
    /// Nodes of one search; a count that is undecided after so many stays possible.
    private static let patience = 400

    private let ids: [String: Int]
    private let figures: [DisclosureFigure]
    /// So many figures were given; after them come those that say no.
    private let given: Int
    private let limit: Int
    /// Total and parts.
    private var sums: [(total: Int, parts: [Int])] = []
    private var sumsOf: [[Int]]
    /// What the page says alone, before sums are used.
    private var seen: [ClosedRange<Int>]

    init(
        _ given: [DisclosureFigure], _ relations: [DisclosureRelation], changes: [DisclosureChange] = [],
        shown: Set<String>, limit: Int
    ) {
        self.limit = limit
        self.given = given.count
        var figures = given
        var ids = Dictionary(uniqueKeysWithValues: given.enumerated().map { ($0.element.id, $0.offset) })
        var relations = relations
        for figure in given {
            guard let baseID = figure.baseID, let base = ids[baseID] else { continue }
            let no = DisclosureFigure(
                id: figure.id + " no", count: figure.base - figure.count, base: given[base].base,
                standing: .neverShown)
            ids[no.id] = figures.count
            figures.append(no)
            relations.append(
                DisclosureRelation(total: baseID, parts: [figure.id, no.id], bases: .unrelated))
        }
        seen = figures.map { shown.contains($0.id) ? $0.count...$0.count : 0...$0.base }
        for figure in given where shown.contains(figure.id) {
            if let base = figure.baseID.flatMap({ ids[$0] }) { seen[base] = figure.base...figure.base }
        }
        sumsOf = Array(repeating: [], count: figures.count)
        for relation in relations {
            guard let total = ids[relation.total] else { continue }
            let parts = relation.parts.compactMap { ids[$0] }
            for figure in [total] + parts { sumsOf[figure].append(sums.count) }
            sums.append((total, parts))
        }
        // A shown change and one month give the other month, here exactly.
        for change in changes {
            guard let one = ids[change.earlier], let other = ids[change.later] else { continue }
            for (from, to) in [(one, other), (other, one)] where seen[from].count == 1 {
                seen[to] = figures[to].count...figures[to].count
            }
        }
        (self.figures, self.ids) = (figures, ids)
        _ = narrow(&seen, from: Array(sums.indices))
    }

    private func isSmall(_ figure: DisclosureFigure) -> Bool {
        figure.base > 0 && (figure.count < limit || figure.base - figure.count < limit)
    }

    /// Small figures of which fewer counts stay possible than the limit, and how many.
    func found() -> [String: Int] {
        let targets = figures.prefix(given).indices.filter { isSmall(figures[$0]) && figures[$0].isSensitive }
        // One way to satisfy all sums shows a possible count of every target.
        var possible = Array(repeating: Set<Int>(), count: figures.count)
        for target in targets {
            let rule = rule(figures[target])
            guard rule.overlaps(seen[target]) else { continue }
            var bounds = seen
            bounds[target] = bounds[target].clamped(to: rule)
            guard narrow(&bounds, from: sumsOf[target]) else { continue }
            let around = around(target, bounds)
            for count in bounds[target] where !possible[target].contains(count) {
                var trial = bounds
                trial[target] = count...count
                var left = Self.patience
                guard narrow(&trial, from: sumsOf[target]) else { continue }
                guard let way = way(trial, around, &left) else {
                    if left <= 0 { print("UNDECIDED"); possible[target].insert(count) }
                    continue
                }
                for other in around { possible[other].insert(way[other].lowerBound) }
            }
        }
        var found: [String: Int] = [:]
        for target in targets {
            let rule = rule(figures[target])
            let counts = possible[target].count { rule.contains($0) }
            if counts < min(limit, rule.count) { found[figures[target].id] = counts }
        }
        return found
    }

    /// Figures of one possible count, by subtraction and bounds alone.
    func isWorkedOut(_ id: String) -> Bool { ids[id].map { seen[$0].count == 1 } ?? false }

    /// What "it is small" says: under the limit, or near the base; anything if the base is under twice the limit.
    private func rule(_ figure: DisclosureFigure) -> ClosedRange<Int> {
        if figure.base <= 2 * limit - 1 { return 0...figure.base }
        return figure.count < limit ? 0...(limit - 1) : (figure.base - limit + 1)...figure.base
    }

    /// Open figures that hang together with the target.
    private func around(_ target: Int, _ bounds: [ClosedRange<Int>]) -> [Int] {
        var reached = [target]
        var known: Set = [target]
        var next = 0
        while next < reached.count {
            for sum in sumsOf[reached[next]] {
                for other in [sums[sum].total] + sums[sum].parts where bounds[other].count > 1 {
                    if known.insert(other).inserted { reached.append(other) }
                }
            }
            next += 1
        }
        return reached
    }

    /// Whole counts that satisfy all sums; nil if there are none or patience ends.
    private func way(
        _ bounds: [ClosedRange<Int>], _ around: [Int], _ left: inout Int
    ) -> [ClosedRange<Int>]? {
        let open = around.filter { bounds[$0].count > 1 }
        guard let next = open.min(by: { bounds[$0].count < bounds[$1].count }) else { return bounds }
        // Beginning with the truth finds a way soon where there is one near it.
        let truth = figures[next].count
        for count in bounds[next].sorted(by: { abs($0 - truth) < abs($1 - truth) }) {
            left -= 1
            if left <= 0 { return nil }
            var trial = bounds
            trial[next] = count...count
            guard narrow(&trial, from: sumsOf[next]) else { continue }
            if let found = way(trial, around, &left) { return found }
        }
        return nil
    }

    /// Subtraction in every sum, again and again; false where nothing is possible.
    private func narrow(_ bounds: inout [ClosedRange<Int>], from first: [Int]) -> Bool {
        var queue = first
        while let index = queue.popLast() {
            let (total, parts) = sums[index]
            let low = parts.reduce(0) { $0 + bounds[$1].lowerBound }
            let high = parts.reduce(0) { $0 + bounds[$1].upperBound }
            var news = [(total, low, high)]
            let whole = bounds[total]
            for part in parts {
                let (least, most) = (bounds[part].lowerBound, bounds[part].upperBound)
                news.append((part, whole.lowerBound - (high - most), whole.upperBound - (low - least)))
            }
            for (figure, least, most) in news {
                let lower = max(least, bounds[figure].lowerBound)
                let upper = min(most, bounds[figure].upperBound)
                guard lower <= upper else { return false }
                guard lower...upper != bounds[figure] else { continue }
                bounds[figure] = lower...upper
                queue += sumsOf[figure]
            }
        }
        return true
    }
}
