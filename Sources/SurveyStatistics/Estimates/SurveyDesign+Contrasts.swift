/// One part of a contrast: a statistic of a domain and what it is multiplied by.
public struct ContrastTerm: Sendable {
    /// The factor: 1 and −1 make a difference.
    public let factor: Double
    /// What is estimated.
    public let statistic: Statistic
    /// Of whom.
    public let domain: Domain

    /// A part of a contrast.
    public init(_ factor: Double, _ statistic: Statistic, in domain: Domain = .all) {
        self.factor = factor
        self.statistic = statistic
        self.domain = domain
    }
}

extension SurveyDesign {
    /// The linear combination Σ factor · statistic, with the covariance of its parts.
    ///
    /// Base: the rows with a part in any term; degrees of freedom: those of these rows. No design effect.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    /// - Source: R survey 4.1-1 `svycontrast`.
    public func contrast(_ terms: [ContrastTerm], level: Double = 0.95) throws(DesignError) -> Estimate {
        try combination(
            terms.map { ($0.factor, linearise($0.statistic, in: $0.domain)) }, level: level)
    }

    private func combination(
        _ terms: [(factor: Double, linear: Linearisation)], level: Double
    ) throws(DesignError) -> Estimate {
        var value = ExactSum()
        for term in terms { value.add(term.factor * term.linear.value) }
        let scores = Scores(
            adding: terms.map { factor, linear in
                Scores(rows: linear.scores.rows, values: linear.scores.values.map { factor * $0 })
            })
        let rows = scores.rows
        let error = try variance(scores).squareRoot()
        let df = degreesOfFreedom(in: rows)
        let isFullCount = isFullCount(rows)
        // Rounding of a difference is as large as that of its parts.
        let size = terms.map { abs($0.factor * $0.linear.value) }.max() ?? 0
        let varies = ConfidenceInterval.varies(error, around: size)
        return Estimate(
            value: value.value, standardError: error,
            interval: ConfidenceInterval(
                value: value.value, standardError: varies ? error : 0, base: rows.count,
                degreesOfFreedom: df, level: level, method: .t, isFullCount: isFullCount),
            base: rows.count, degreesOfFreedom: df, designEffect: nil, isFullCount: isFullCount)
    }

    /// The difference of a statistic between two domains, first − second.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    public func difference(
        of statistic: Statistic, between first: Domain, and second: Domain, level: Double = 0.95
    ) throws(DesignError) -> Estimate {
        try contrast(
            [ContrastTerm(1, statistic, in: first), ContrastTerm(-1, statistic, in: second)], level: level)
    }

    /// The covariances of several statistics, row by row as they are given.
    ///
    /// - Throws: `DesignError.lonelyPSU`.
    func covariances(_ statistics: [(Statistic, Domain)]) throws(DesignError) -> Matrix {
        let scores = statistics.map { residuals(of: linearise($0.0, in: $0.1).scores) }
        var matrix = Matrix(rows: scores.count, columns: scores.count)
        for row in scores.indices {
            for column in 0...row {
                let covariance = try covarianceOfResiduals(scores[row], scores[column])
                matrix[row, column] = covariance
                matrix[column, row] = covariance
            }
        }
        return matrix
    }
}
