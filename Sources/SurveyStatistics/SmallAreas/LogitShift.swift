internal import Foundation

/// One shift on the logit scale for all shares, such that their weighted mean is a given share.
struct LogitShift: Sendable {
    let amount: Double

    static let none = LogitShift(amount: 0)

    private init(amount: Double) { self.amount = amount }

    /// `shares` in 0…1 with at least one strictly inside, `target` above 0 and below 1.
    ///
    /// Newton's steps inside a bracket: the mean rises with the shift. The bracket of ±800 is where exp ends.
    init(shares: [Double], weights: [Double], target: Double) {
        let sum = weights.reduce(0, +)
        var low = -800.0
        var high = 800.0
        var shift = 0.0
        for _ in 0..<200 {
            let candidate = LogitShift(amount: shift)
            var error = -target * sum
            var slope = 0.0
            for (share, weight) in zip(shares, weights) {
                let shifted = candidate.applied(to: share)
                error += weight * shifted
                slope += weight * shifted * (1 - shifted)
            }
            if error == 0 { break }
            if error > 0 { high = shift } else { low = shift }
            var next = shift - error / slope
            if !(next > low && next < high) { next = (low + high) / 2 }
            let moved = abs(next - shift)
            shift = next
            if moved <= 1e-16 * max(1, abs(shift)) { break }
        }
        amount = shift
    }

    /// The share whose logit is that of `share` plus the shift; 0 and 1 stay.
    func applied(to share: Double) -> Double {
        guard amount != 0, share > 0, share < 1 else { return share }
        return share / (share + (1 - share) * exp(-amount))
    }

    /// The share that the shift takes to `share`.
    func undone(from share: Double) -> Double { LogitShift(amount: -amount).applied(to: share) }
}
