/// The answers ticked in a question that takes several; bit i stands for `Code.allCases[i]`.
package struct AnswerSet<Code: AnswerCode>: Hashable, Sendable {
    package let bits: UInt32

    @inlinable
    package init(bits: UInt32) { self.bits = bits }

    @inlinable
    package init(_ codes: [Code]) {
        bits = codes.reduce(0) { $0 | 1 << UInt32($1.place) }
    }

    @inlinable
    package func contains(_ code: Code) -> Bool { bits & (1 << UInt32(code.place)) != 0 }

    /// The codes ticked, in the order of the list.
    @inlinable package var elements: [Code] {
        Code.allCases.filter(contains)
    }
}
