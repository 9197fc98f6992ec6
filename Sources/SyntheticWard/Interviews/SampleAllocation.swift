internal import Basics

/// How many households are asked in each residential group in a month.
///
/// Twenty groups get twice as many as the others. From 500 interviews on, one group gets exactly 3 and two get none,
/// so that every small sample shows what thin and absent data look like. No group is asked for more households
/// than it has; what does not fit goes to the others, last of all to the thin and absent ones (a near census).
struct SampleAllocation: Sendable {
    /// Households asked, by position of the group.
    let counts: [Int]
    /// The group with 3 households, or nil under 500 interviews.
    let thinGroup: Int?
    /// Groups with twice the usual sample.
    let largeGroups: Set<Int>

    static let smallestWithThinGroups = 500

    init(interviews: Int, sizes: [Int], seed: UInt64) {
        var random = SplitMix64(seed: seed, .allocation)
        var order = Array(sizes.indices)
        random.shuffle(&order, front: order.count, in: 0..<order.count)
        let hasThin = interviews >= Self.smallestWithThinGroups && order.count > 23
        let thin = Array(order.prefix(hasThin ? 3 : 0))
        let regular = Array(order.dropFirst(thin.count))
        largeGroups = Set(regular.prefix(20))
        thinGroup = thin.first
        var counts = Array(repeating: 0, count: sizes.count)
        if let thinGroup { counts[thinGroup] = min(3, sizes[thinGroup]) }
        var left = interviews - counts.reduce(0, +)
        for groups in [regular, thin] {
            Self.share(out: &left, among: groups, doubled: largeGroups, sizes: sizes, counts: &counts)
        }
        self.counts = counts
    }

    private static func share(
        out left: inout Int, among groups: [Int], doubled: Set<Int>, sizes: [Int], counts: inout [Int]
    ) {
        while left > 0 {
            let open = groups.filter { counts[$0] < sizes[$0] }
            let weight = open.reduce(0) { $0 + (doubled.contains($1) ? 2 : 1) }
            if weight == 0 { return }
            let unit = left / weight
            for group in open where left > 0 {
                let wanted = unit == 0 ? 1 : unit * (doubled.contains(group) ? 2 : 1)
                let given = min(wanted, sizes[group] - counts[group], left)
                counts[group] += given
                left -= given
            }
        }
    }
}
