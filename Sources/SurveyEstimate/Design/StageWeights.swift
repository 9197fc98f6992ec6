internal import SurveyStatistics

/// Weights that follow from how many units were drawn of how many.
enum StageWeights {
    private struct Key: Hashable {
        let above, label: Int
    }

    /// By row the product over stages of population ÷ drawn units of the stratum.
    ///
    /// - Source: R survey 4.1-1 `svydesign` without `weights` and `probs`.
    static func of(_ stages: [SamplingStage], rows: Int) -> [Double] {
        var weights = Array(repeating: 1.0, count: rows)
        var above = Array(repeating: 0, count: rows)
        for stage in stages {
            let strata = numbered(above, stage.strata ?? Array(repeating: 0, count: rows))
            let units = numbered(strata, stage.units ?? Array(0..<rows))
            var drawn: [Int: Set<Int>] = [:]
            for (stratum, unit) in zip(strata, units) { drawn[stratum, default: []].insert(unit) }
            for (row, population) in (stage.population?.perRow ?? []).enumerated() {
                let count = Double(drawn[strata[row]]?.count ?? 1)
                weights[row] *= population > 1 ? population / count : 1 / population
            }
            above = units
        }
        return weights
    }

    private static func numbered(_ above: [Int], _ labels: [Int]) -> [Int] {
        var numbers: [Key: Int] = [:]
        return zip(above, labels).map { above, label in
            let key = Key(above: above, label: label)
            if let number = numbers[key] { return number }
            numbers[key] = numbers.count
            return numbers.count - 1
        }
    }
}
