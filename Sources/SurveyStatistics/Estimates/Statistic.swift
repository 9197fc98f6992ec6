/// What is estimated. Values are one a row; nil is a missing answer, which leaves the row out of this statistic only.
public enum Statistic: Sendable {
    /// The population total Σ w·y.
    case total([Double?])
    /// The mean Σ w·y ÷ Σ w; of ones and zeros it is a share.
    case mean([Double?])
    /// The ratio Σ w·y ÷ Σ w·x, over rows that have both.
    case ratio([Double?], over: [Double?])

    /// The share of cases that say yes, 0…1.
    public static func proportion(_ answers: [Bool?]) -> Statistic {
        .mean(answers.map { $0.map { $0 ? 1 : 0 } })
    }
}

/// A statistic's value in a domain and its linearised values.
struct Linearisation: Sendable {
    let value: Double
    /// Of the rows with an answer, weight included.
    let scores: Scores
    /// What the simple random variance is taken of, one a case: y for a mean or total, the residual for a ratio.
    let spread: [Double]
    /// Σ w of the cases.
    let population: Double
    /// By what the simple random variance of the mean of `spread` is multiplied.
    let spreadScale: Double
    var cases: Int { scores.rows.count }
}

extension SurveyDesign {
    /// A statistic's value and linearised values in a domain.
    ///
    /// - Source: Lumley (2010), appendix B.
    func linearise(_ statistic: Statistic, in domain: Domain) -> Linearisation {
        // A row of weight 0 is in no population.
        let members = rows(of: domain).filter { weights[$0] > 0 }
        switch statistic {
        case .total(let values): return total(answered(values, in: members))
        case .mean(let values): return mean(answered(values, in: members))
        case .ratio(let above, let below):
            var rows: [Int] = []
            var numerators: [Double] = []
            var denominators: [Double] = []
            for row in members {
                guard let numerator = above[row], let denominator = below[row] else { continue }
                rows.append(row)
                numerators.append(numerator)
                denominators.append(denominator)
            }
            return ratio(rows, numerators, denominators)
        }
    }

    private func total(_ cases: (rows: [Int], values: [Double])) -> Linearisation {
        let scores = zip(cases.rows, cases.values).map { weights[$0] * $1 }
        let population = exactSum(cases.rows.map { weights[$0] })
        return Linearisation(
            value: exactSum(scores), scores: Scores(rows: cases.rows, values: scores), spread: cases.values,
            population: population, spreadScale: population * population)
    }

    private func mean(_ cases: (rows: [Int], values: [Double])) -> Linearisation {
        let population = exactSum(cases.rows.map { weights[$0] })
        let mean = exactSum(zip(cases.rows, cases.values).map { weights[$0] * $1 }) / population
        let scores = zip(cases.rows, cases.values).map { weights[$0] * ($1 - mean) / population }
        return Linearisation(
            value: mean, scores: Scores(rows: cases.rows, values: scores), spread: cases.values,
            population: population, spreadScale: 1)
    }

    private func ratio(
        _ rows: [Int], _ numerators: [Double], _ denominators: [Double]
    ) -> Linearisation {
        let whole = exactSum(zip(rows, denominators).map { weights[$0] * $1 })
        let ratio = exactSum(zip(rows, numerators).map { weights[$0] * $1 }) / whole
        let residuals = zip(numerators, denominators).map { ($0 - ratio * $1) / whole }
        let population = exactSum(rows.map { weights[$0] })
        return Linearisation(
            value: ratio, scores: Scores(rows: rows, values: zip(rows, residuals).map { weights[$0] * $1 }),
            spread: residuals, population: population, spreadScale: population * population)
    }

    private func answered(_ values: [Double?], in members: [Int]) -> (rows: [Int], values: [Double]) {
        var rows: [Int] = []
        var numbers: [Double] = []
        for row in members {
            guard let value = values[row] else { continue }
            rows.append(row)
            numbers.append(value)
        }
        return (rows, numbers)
    }
}

func exactSum(_ numbers: [Double]) -> Double {
    var sum = ExactSum()
    for number in numbers { sum.add(number) }
    return sum.value
}
