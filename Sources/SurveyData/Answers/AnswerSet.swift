/// The answers ticked in a question that takes several; bit i stands for `Code.allCases[i]`.
package struct AnswerSet<Code: AnswerCode>: Hashable, Sendable {
    package let bits: UInt32

    @inlinable
    package init(bits: UInt32) { self.bits = bits }

    @inlinable
    package init(_ codes: [Code]) {
        bits = Code.allCases.enumerated().reduce(0) { bits, item in
            codes.contains(item.element) ? bits | 1 << UInt32(item.offset) : bits
        }
    }

    @inlinable
    package func contains(_ code: Code) -> Bool {
        guard let index = Code.allCases.firstIndex(of: code) else { return false }
        return bits & (1 << UInt32(index)) != 0
    }

    /// The codes ticked, in the order of the list.
    @inlinable package var elements: [Code] {
        Code.allCases.enumerated().compactMap { bits & (1 << UInt32($0.offset)) != 0 ? $0.element : nil }
    }
}
