/// Why a question has no usable answer. Missing is never one thing.
package enum MissingReason: String, CaseIterable, Hashable, Sendable, Codable {
    /// The survey has no such column, or the form skipped the question.
    case notAsked
    case blank
    case dontKnow
    case refused
    case notApplicable
    /// Something was written that the codebook does not know; a data issue says so.
    case invalid
}

/// One household's answer to one question: given, or missing for a reason.
package enum Answer<Value: Sendable>: Sendable {
    case given(Value)
    case missing(MissingReason)

    /// The value, or nil whatever the reason it is missing.
    @inlinable package var value: Value? {
        if case .given(let value) = self { value } else { nil }
    }

    package var missingReason: MissingReason? {
        if case .missing(let reason) = self { reason } else { nil }
    }

    @inlinable
    package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Answer<Other> {
        switch self {
        case .given(let value): .given(transform(value))
        case .missing(let reason): .missing(reason)
        }
    }
}

extension Answer: Equatable where Value: Equatable {}
extension Answer: Hashable where Value: Hashable {}
