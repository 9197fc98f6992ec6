/// Fills one volunteer's minutes with the whole visits that gain most: a bounded knapsack, solved exactly.
///
/// - Source: Kellerer, Pferschy, Pisinger, Knapsack Problems (2004), ch. 7 (binary splitting).
struct VisitKnapsack {
    struct Item {
        let cell: Int
        /// Visits available, at least 1.
        let limit: Int
        /// At least 1.
        let minutes: Int
        /// Above 0.
        let gain: Double
    }

    private struct Chunk {
        let item: Int
        let visits: Int
        let weight: Int
        let gain: Double
    }

    // Kept between calls: a plan fills thousands of knapsacks.
    private var chunks: [Chunk] = []
    private var best: [Double] = []
    private var taken: [Bool] = []

    /// The best fill of `minutes`: total gain and visits by item position; ties fall to earlier items.
    ///
    /// - Parameter unit: a number that divides the minutes of every item.
    mutating func fill(
        _ items: [Item], minutes: Int, unit: Int
    ) -> (gain: Double, visits: [(item: Int, count: Int)]) {
        let capacity = minutes / unit
        split(items, capacity: capacity, unit: unit)
        let total = chunks.reduce(0) { $0 + $1.weight }
        if total <= capacity { return everything() }
        let width = capacity + 1
        best.removeAll(keepingCapacity: true)
        best.append(contentsOf: repeatElement(0, count: width))
        taken.removeAll(keepingCapacity: true)
        taken.append(contentsOf: repeatElement(false, count: width * chunks.count))
        for (index, chunk) in chunks.enumerated() where chunk.weight <= capacity {
            let row = index * width
            var room = capacity
            while room >= chunk.weight {
                let value = best[room - chunk.weight] + chunk.gain
                if value > best[room] + 1e-12 {
                    best[room] = value
                    taken[row + room] = true
                }
                room -= 1
            }
        }
        return backtrack(width: width)
    }

    /// Splits every item into chunks of 1, 2, 4, … visits.
    ///
    /// Of visits equally long only the best that fit count.
    private mutating func split(_ items: [Item], capacity: Int, unit: Int) {
        chunks.removeAll(keepingCapacity: true)
        let order = items.indices.sorted {
            (items[$0].minutes, -items[$0].gain, items[$0].cell)
                < (items[$1].minutes, -items[$1].gain, items[$1].cell)
        }
        var room = 0
        var length = -1
        for index in order {
            let item = items[index]
            let weight = item.minutes / unit
            if item.minutes != length {
                length = item.minutes
                room = capacity / weight
            }
            var left = min(item.limit, room)
            room -= left
            var size = 1
            while left > 0 {
                let visits = min(size, left)
                chunks.append(
                    Chunk(
                        item: index, visits: visits, weight: visits * weight, gain: Double(visits) * item.gain
                    ))
                left -= visits
                size *= 2
            }
        }
    }

    private func everything() -> (gain: Double, visits: [(item: Int, count: Int)]) {
        (chunks.reduce(0) { $0 + $1.gain }, chunks.map { ($0.item, $0.visits) })
    }

    private func backtrack(width: Int) -> (gain: Double, visits: [(item: Int, count: Int)]) {
        var room = width - 1
        var gain = 0.0
        var visits: [(item: Int, count: Int)] = []
        for (index, chunk) in chunks.enumerated().reversed() where taken[index * width + room] {
            room -= chunk.weight
            gain += chunk.gain
            visits.append((chunk.item, chunk.visits))
        }
        return (gain, visits)
    }
}
