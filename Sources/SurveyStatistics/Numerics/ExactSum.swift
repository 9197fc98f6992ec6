/// A sum of doubles without any rounding until it is read: the order of adding never matters.
///
/// The running sum is kept as two doubles; what even both together cannot hold goes into a list of doubles that do not
/// overlap.
///
/// - Source: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997), two-sum and grow-expansion; final
///   rounding as in Python's `math.fsum` (R. Hettinger).
public struct ExactSum: Sendable {
    private var high = 0.0
    private var low = 0.0
    private var rest = Expansion()

    /// The empty sum.
    public init() {}

    /// Adds one finite number.
    @inline(__always)
    public mutating func add(_ number: Double) {
        let (sum, error) = Self.twoSum(high, number)
        let (lower, lost) = Self.twoSum(low, error)
        (high, low) = (sum, lower)
        if lost != 0 { rest.add(lost) }
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
        add(other.high)
        add(other.low)
        for part in other.rest.parts { add(part) }
    }

    /// The sum, rounded once.
    public var value: Double {
        // Two doubles add up to what is nearest to their sum.
        if rest.parts.isEmpty { return high + low }
        var all = rest
        all.add(low)
        all.add(high)
        return all.value
    }

    /// The rounded sum and what the rounding left out.
    @inline(__always)
    private static func twoSum(_ left: Double, _ right: Double) -> (sum: Double, error: Double) {
        let sum = left + right
        let added = sum - left
        return (sum, (left - (sum - added)) + (right - added))
    }
}

/// Doubles that do not overlap, the smallest first.
private struct Expansion: Sendable {
    private(set) var parts: [Double] = []

    mutating func add(_ number: Double) {
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

    var value: Double {
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
