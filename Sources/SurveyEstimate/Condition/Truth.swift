/// What is known of a row: SQL's three values, in the order that makes `and` the least and `or` the greatest.
package enum Truth: UInt8, Sendable, Comparable {
    case no, unknown, yes

    package static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

    package static prefix func ! (truth: Truth) -> Truth {
        switch truth {
        case .no: .yes
        case .unknown: .unknown
        case .yes: .no
        }
    }

    init(_ isTrue: Bool) { self = isTrue ? .yes : .no }
}
