internal import Basics

/// Which households are asked in which month: in each group a simple random sample without replacement.
///
/// Half of a month's sample, drawn at random, is asked again the month after; the rest comes from households that
/// were not asked the month before. So every month's sample is a simple random sample: a household is in it with
/// probability n/N · r/n + (N−n)/N · (n−r)/(N−n) = n/N, where r of n stay.
struct SampleDraw: Sendable {
    /// Household numbers by month, then group; rising.
    let months: [[[Int]]]
    /// Households of each month that were also asked the month before.
    let recurring: [Int]

    init(counts: [Int], sizes: [Int], months: Int, seed: UInt64) {
        var byMonth = Array(repeating: [[Int]](), count: months)
        var recurring = Array(repeating: 0, count: months)
        for (group, size) in sizes.enumerated() {
            let count = counts[group]
            let stay = max(count / 2, 2 * count - size)
            var random = SplitMix64(seed: seed, .sample, key: UInt64(group))
            // The first `count` of `order` are the month's sample.
            var order = Array(1...max(1, size))
            random.shuffle(&order, front: count, in: 0..<order.count)
            for month in 0..<months {
                if month > 0 {
                    random.shuffle(&order, front: stay, in: 0..<count)
                    random.shuffle(&order, front: count - stay, in: count..<order.count)
                    for place in 0..<(count - stay) { order.swapAt(stay + place, count + place) }
                    recurring[month] += stay
                }
                byMonth[month].append(order.prefix(count).sorted())
            }
        }
        self.months = byMonth
        self.recurring = recurring
    }
}
