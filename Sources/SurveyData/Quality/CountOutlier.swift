internal import Foundation

/// A count that hardly any household of this survey can have.
package struct CountOutlier: Sendable, Equatable {
    /// Position among the survey's households.
    package let row: Int
    package let variable: Variable

    /// Chance of one false alarm in a variable's whole column.
    private static let falseAlarm = 0.01

    /// The outliers of household size, people, dossiers and the like, by variable, then row.
    ///
    /// A count is no normal number, so no standard deviations are counted. A negative binomial (Poisson where the
    /// counts vary no more than that) is fitted by moments to all but the highest hundredth, which outliers would
    /// pull up; a count is an outlier if so high a one is rarer than `falseAlarm` among all households.
    package static func all(_ survey: Survey) -> [CountOutlier] {
        let variables = Variable.allCases.filter {
            $0.kind == .count && $0 != .respondentAge && survey.asked.contains($0)
        }
        return variables.flatMap { variable -> [CountOutlier] in
            let counts = survey.households.enumerated().compactMap { row, household in
                household.number(variable).value.map { (row: row, count: $0) }
            }
            guard counts.count >= 100 else { return [] }
            let sorted = counts.map(\.count).sorted()
            let kept = sorted.prefix(sorted.count - sorted.count / 100)
            let most = highest(
                mean: mean(kept), variance: variance(kept), rarer: falseAlarm / Double(counts.count))
            return counts.filter { $0.count > most && $0.count > (kept.last ?? 0) }.map {
                CountOutlier(row: $0.row, variable: variable)
            }
        }
    }

    private static func mean(_ values: ArraySlice<Double>) -> Double {
        values.reduce(0, +) / Double(values.count)
    }

    private static func variance(_ values: ArraySlice<Double>) -> Double {
        let mean = mean(values)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }

    /// The highest count whose tail (so high or higher) is not rarer than `chance`.
    ///
    /// Source of the recurrences: N. L. Johnson, A. W. Kemp, S. Kotz, Univariate Discrete Distributions (2005), 4 and 5.
    static func highest(mean: Double, variance: Double, rarer chance: Double) -> Double {
        guard mean > 0 else { return 0 }
        // A variance at or under the mean is Poisson's, the limit of a large shape.
        let shape = variance > mean * 1.000_001 ? mean * mean / (variance - mean) : 1e6
        let ratio = mean / (shape + mean)
        var share = exp(-shape * log1p(mean / shape))
        var below = 0.0
        var count = 0.0
        while 1 - below > chance, count < 100_000 {
            below += share
            share *= ratio * (shape + count) / (count + 1)
            count += 1
        }
        return count - 1
    }
}
