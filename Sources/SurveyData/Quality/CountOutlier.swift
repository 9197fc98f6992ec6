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
            guard let column = survey.table.numbers(variable) else { return [] }
            let counts = ValueCounts(column, in: survey.rows)
            guard counts.total >= 100 else { return [] }
            let kept = counts.droppingHighest(counts.total / 100)
            let most = max(
                highest(
                    mean: kept.mean, variance: kept.variance, rarer: falseAlarm / Double(counts.total)),
                kept.values.last?.value ?? 0)
            let isOutlier = column.answers.map { answer in answer.value.map { $0 > most } ?? false }
            return survey.rows.enumerated().compactMap { position, row in
                isOutlier[column.codes[Int(row)]] ? CountOutlier(row: position, variable: variable) : nil
            }
        }
    }

    /// The highest count whose tail (so high or higher) is not rarer than `chance`.
    ///
    /// Source of the recurrences: N. L. Johnson, A. W. Kemp, S. Kotz, Univariate Discrete Distributions (2005), 4 and
    /// 5.
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
