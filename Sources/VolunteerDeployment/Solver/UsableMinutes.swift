/// The most minutes that whole visits can fill.
enum UsableMinutes {
    /// For each limit, the largest sum of visit lengths (any number of each) that does not pass it.
    ///
    /// Someone with 100 minutes and visits of 45 uses 90 at most. Every whole plan keeps to these numbers, so
    /// they may replace the limits in the linear programme: its optimum stays an upper bound, and a closer one.
    static func under(limits: [Int], lengths: Set<Int>) -> [Int] {
        let highest = limits.max() ?? 0
        guard highest > 0, !lengths.isEmpty else { return limits.map { _ in 0 } }
        var reachable = Array(repeating: false, count: highest + 1)
        reachable[0] = true
        for length in lengths.sorted() where length <= highest && length > 0 {
            for sum in length...highest where reachable[sum - length] { reachable[sum] = true }
        }
        var best = Array(repeating: 0, count: highest + 1)
        for sum in 1...highest { best[sum] = reachable[sum] ? sum : best[sum - 1] }
        return limits.map { best[max(0, $0)] }
    }
}
