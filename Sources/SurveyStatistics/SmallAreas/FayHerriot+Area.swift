extension FayHerriot {
    /// The model's result for an area with a direct estimate.
    public struct Area: Sendable, Equatable {
        /// EBLUP: γ · direct + (1 − γ) · x'β̂.
        public let value: Double
        /// x'β̂: what the covariates alone say.
        public let synthetic: Double
        /// γ = Â / (Â + D): the weight of the direct estimate, 0…1.
        public let gamma: Double
        /// Prasad and Rao's estimate of the mean squared error of the EBLUP.
        public let meanSquaredError: Double

        /// √MSE in percent of the EBLUP; nil where the EBLUP is 0.
        public var coefficientOfVariation: Double? {
            value == 0 ? nil : 100 * meanSquaredError.squareRoot() / value
        }
    }

    /// The model's result for an area without a sample.
    public struct Synthetic: Sendable, Equatable {
        /// x'β̂.
        public let value: Double
        /// Â + x'Vx, where V is the covariance of β̂.
        public let meanSquaredError: Double
    }

    /// What the covariates alone say of an area without a sample.
    ///
    /// `covariates`: a row as in the fit, without the intercept if the fit added one; a row of another length is
    /// a programmer's error.
    ///
    /// - Source: Rao and Molina (2015), 6.2.
    public func synthetic(_ covariates: [Double]) -> Synthetic {
        let row = data.hasIntercept ? [1] + covariates : covariates
        precondition(row.count == data.coefficientCount, "covariates as in the fit")
        return Synthetic(
            value: system.value(at: row), meanSquaredError: areaVariance + system.variance(at: row))
    }

    /// MSE = g1 + g2 + 2·g3 for REML; ML and moments also take off the bias of Â, g1's slope times it.
    ///
    /// - Source: N. G. N. Prasad, J. N. K. Rao, JASA 85 (1990), 163–171; G. S. Datta, P. Lahiri, Statistica
    ///   Sinica 10 (2000), 613–627; G. S. Datta, J. N. K. Rao, D. D. Smith, Biometrika 92 (2005), 183–196.
    static func areas(_ data: FayHerriotData, _ system: FayHerriotSystem, method: Method) -> [Area] {
        let terms = ErrorTerms(data, system, method: method)
        return data.values.indices.map { area in
            let gamma = system.areaVariance * system.precisions[area]
            let synthetic = system.fitted[area]
            return Area(
                value: synthetic + gamma * (data.values[area] - synthetic), synthetic: synthetic,
                gamma: gamma, meanSquaredError: terms.meanSquaredError(area, data, system))
        }
    }

    /// What the mean squared errors of all areas share.
    struct ErrorTerms {
        /// The large-sample variance of Â.
        let varianceOfAreaVariance: Double
        /// The bias of Â.
        let bias: Double

        init(_ data: FayHerriotData, _ system: FayHerriotSystem, method: Method) {
            let count = Double(data.values.count)
            let sum = system.precisions.reduce(0, +)
            let squares = system.precisions.reduce(0) { $0 + $1 * $1 }
            switch method {
            case .reml:
                bias = 0
                varianceOfAreaVariance = 2 / squares
            case .ml:
                bias = -system.leverageTrace(data) / squares
                varianceOfAreaVariance = 2 / squares
            case .moments:
                bias = 2 * (count * squares - sum * sum) / (sum * sum * sum)
                varianceOfAreaVariance = 2 * count / (sum * sum)
            }
        }

        func meanSquaredError(_ area: Int, _ data: FayHerriotData, _ system: FayHerriotSystem) -> Double {
            let precision = system.precisions[area]
            let shrinkage = data.variances[area] * precision
            let square = shrinkage * shrinkage
            let g1 = data.variances[area] * system.areaVariance * precision
            let g2 = square * system.variance(at: data.rows[area])
            return g1 + g2 + 2 * g3(area, data, system) - bias * square
        }

        /// What estimating the area variance adds.
        func g3(_ area: Int, _ data: FayHerriotData, _ system: FayHerriotSystem) -> Double {
            let precision = system.precisions[area]
            let shrinkage = data.variances[area] * precision
            return shrinkage * shrinkage * varianceOfAreaVariance * precision
        }
    }
}
