extension SampleOverlap {
    /// Units whose part in a statistic differs between the samples: that enter, leave, or answer otherwise.
    ///
    /// A unit's part is how many cases it has and what they answered, without weights: weights that moved since other
    /// units came or went change nobody's answer.
    func discordantUnits(
        _ before: Statistic, in earlierDomain: Domain, _ after: Statistic, in laterDomain: Domain
    ) -> Int {
        let first = Self.parts(before, earlier, earlierDomain, earlierUnits)
        let second = Self.parts(after, later, laterDomain, laterUnits)
        let changed = first.count { unit, part in second[unit].map { !$0.isLike(part) } ?? true }
        return changed + second.count { first[$0.key] == nil }
    }

    /// What one unit adds to a statistic.
    private struct Part {
        var cases = 0
        var numerator = 0.0
        var denominator = 0.0

        /// Sums of the same answers in another order differ by rounding.
        func isLike(_ other: Part) -> Bool {
            func isNear(_ left: Double, _ right: Double) -> Bool {
                abs(left - right) <= 1e-9 * max(abs(left), abs(right))
            }
            return cases == other.cases && isNear(numerator, other.numerator)
                && isNear(denominator, other.denominator)
        }
    }

    private static func parts(
        _ statistic: Statistic, _ design: SurveyDesign, _ domain: Domain, _ units: [Int]
    ) -> [Int: Part] {
        var parts: [Int: Part] = [:]
        for row in design.rows(of: domain) where design.weights[row] > 0 {
            guard let answer = statistic.answer(ofRow: row) else { continue }
            parts[units[row], default: Part()].cases += 1
            parts[units[row], default: Part()].numerator += answer.numerator
            parts[units[row], default: Part()].denominator += answer.denominator
        }
        return parts
    }
}

extension Statistic {
    /// What a row answered; nil where it has no answer.
    func answer(ofRow row: Int) -> (numerator: Double, denominator: Double)? {
        switch self {
        case .total(let values), .mean(let values): values[row].map { ($0, 1) }
        case .ratio(let above, let below):
            if let numerator = above[row], let denominator = below[row] {
                (numerator, denominator)
            } else {
                nil
            }
        }
    }
}
