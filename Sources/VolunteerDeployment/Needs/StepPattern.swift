internal import Readiness

/// A set of failed steps as a number, to compare and sort.
struct StepPattern: Hashable, Comparable {
    let bits: Int

    init(_ steps: [CascadeStep]) {
        bits = steps.reduce(0) { $0 | 1 << $1.order }
    }

    /// "skill+knowledge", in cascade order.
    var code: String { steps.map(\.rawValue).joined(separator: "+") }

    static func < (left: StepPattern, right: StepPattern) -> Bool { left.bits < right.bits }
}
