/// A sum of doubles without any rounding until it is read: the order of adding never matters.
///
/// The running sum is kept as a list of doubles that do not overlap; merging adds the other's list.
///
/// - Source: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997), grow-expansion; final rounding
///   as in Python's `math.fsum` (R. Hettinger).
public struct ExactSum: Sendable {
    private var parts: [Double] = []

    /// The empty sum.
    public init() {}

    /// Adds one finite number.
    public mutating func add(_ number: Double) {
        var carried = number
        var kept = 0
        for index in parts.indices {
            var other = parts[index]
            if abs(carried) < abs(other) { swap(&carried, &other) }
            let high = carried + other
            let low = other - (high - carried)
            if low != 0 {
                parts[kept] = low
                kept += 1
            }
            carried = high
        }
        parts.removeLast(parts.count - kept)
        parts.append(carried)
    }

    /// Adds a product of a weight and a count without rounding it.
    public mutating func add(_ weight: Double, times count: Int) {
        guard count != 0 else { return }
        let factor = Double(count)
        let product = weight * factor
        add(product)
        add((-product).addingProduct(weight, factor))
    }

    /// Adds another sum: associative and commutative to the last bit.
    public mutating func merge(_ other: ExactSum) {
        for part in other.parts { add(part) }
    }

    /// The sum, rounded once.
    public var value: Double {
        guard var total = parts.last else { return 0 }
        var index = parts.count - 1
        var low = 0.0
        while index > 0 {
            index -= 1
            let before = total
            let part = parts[index]
            total = before + part
            low = part - (total - before)
            if low != 0 { break }
        }
        // Half-way cases: the next part decides.
        if index > 0, (low < 0 && parts[index - 1] < 0) || (low > 0 && parts[index - 1] > 0) {
            let doubled = low * 2
            let candidate = total + doubled
            if doubled == candidate - total { total = candidate }
        }
        return total
    }
}
