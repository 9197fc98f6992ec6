/// Rows with a part in an estimate, and their linearised values: all that a variance needs.
struct Scores: Sendable {
    /// Row positions, ascending.
    var rows: [Int]
    /// One a row: the row's share in the estimate's first-order change, weight included.
    var values: [Double]
}

extension SurveyDesign {
    /// The design variance of an estimate from its linearised values, by strata and PSUs.
    ///
    /// Rows outside `scores` count as zeros: the number of PSUs is that of the whole stratum.
    ///
    /// - Throws: `DesignError.lonelyPSU` under `LonelyPSU.fail`.
    /// - Source: Lumley (2010), sec. 2.2 and appendix; R survey 4.1-1 `svyrecvar`, `onestrat`.
    func variance(_ scores: Scores) throws(DesignError) -> Double {
        let residuals = residuals(of: scores)
        return try covarianceOfResiduals(residuals, residuals)
    }

    /// The design covariance of two estimates.
    ///
    /// - Throws: `DesignError.lonelyPSU` under `LonelyPSU.fail`.
    func covariance(_ left: Scores, _ right: Scores) throws(DesignError) -> Double {
        try covarianceOfResiduals(residuals(of: left), residuals(of: right))
    }

    func covarianceOfResiduals(_ left: Scores, _ right: Scores) throws(DesignError) -> Double {
        var sum = 0.0
        for (place, stage) in stages.enumerated() {
            sum += try stage.covariance(left, right, lonelyPSU: lonelyPSU, isFirst: place == 0)
        }
        return sum
    }

    /// What calibration leaves of the scores; the scores themselves without any.
    func residuals(of scores: Scores) -> Scores {
        guard !adjustments.isEmpty else { return scores }
        var values = Array(repeating: 0.0, count: rowCount)
        for (row, value) in zip(scores.rows, scores.values) { values[row] = value }
        for adjustment in adjustments { adjustment.takeOut(of: &values) }
        return Scores(rows: Array(values.indices), values: values)
    }
}

extension NumberedStage {
    /// Sums over the units of one stratum.
    private struct Sums {
        var left = ExactSum()
        var right = ExactSum()
        var products = ExactSum()
        var units = 0
    }

    func covariance(
        _ left: Scores, _ right: Scores, lonelyPSU: LonelyPSU, isFirst: Bool
    ) throws(DesignError) -> Double {
        let totals = unitTotals(left, right)
        var sums = Array(repeating: Sums(), count: strata.count)
        for total in totals {
            let stratum = stratumOfUnit[total.unit]
            sums[stratum].left.add(total.left)
            sums[stratum].right.add(total.right)
            sums[stratum].units += 1
        }
        let means = zip(sums, strata).map { sum, stratum in
            // A lonely unit is not compared with itself.
            stratum.sampledUnits == 1
                ? (left: 0.0, right: 0.0)
                : (
                    left: sum.left.value / Double(stratum.sampledUnits),
                    right: sum.right.value / Double(stratum.sampledUnits)
                )
        }
        for total in totals {
            let stratum = stratumOfUnit[total.unit]
            let mean = means[stratum]
            sums[stratum].products.add((total.left - mean.left) * (total.right - mean.right))
        }
        var variance = ExactSum()
        var lonely = 0
        for (place, stratum) in strata.enumerated() where sums[place].units > 0 {
            // A stratum taken whole has no sampling variance, even with one unit.
            if stratum.notSampled < 1e-7 { continue }
            let own = sums[place].products.value * stratum.notSampled * stratum.scale
            guard stratum.sampledUnits > 1 else {
                switch lonelyPSU {
                case .fail: throw .lonelyPSU(stratum: stratum.label)
                case .remove, .certainty: break
                case .adjust: variance.add(own)
                case .average: lonely += 1
                }
                continue
            }
            let count = Double(stratum.sampledUnits)
            let untouched = Double(stratum.sampledUnits - sums[place].units)
            let zeros =
                untouched * means[place].left * means[place].right * stratum.notSampled * stratum.scale
            variance.add(count / (count - 1) * (own + zeros))
        }
        let used = sums.count { $0.units > 0 }
        guard isFirst, lonely > 0, used > lonely else { return variance.value }
        return variance.value * Double(used) / Double(used - lonely)
    }

    /// The two totals of each unit with a row in either list.
    private func unitTotals(_ left: Scores, _ right: Scores) -> [(unit: Int, left: Double, right: Double)] {
        if unitOfRow == nil, left.rows == right.rows {
            return left.rows.indices.map { (left.rows[$0], left.values[$0], right.values[$0]) }
        }
        var sums: [Int: (left: ExactSum, right: ExactSum)] = [:]
        for (row, value) in zip(left.rows, left.values) {
            sums[unit(of: row), default: (ExactSum(), ExactSum())].left.add(value)
        }
        for (row, value) in zip(right.rows, right.values) {
            sums[unit(of: row), default: (ExactSum(), ExactSum())].right.add(value)
        }
        return sums.keys.sorted().map { unit in
            (unit, sums[unit]?.left.value ?? 0, sums[unit]?.right.value ?? 0)
        }
    }
}
