/// Rows with a part in an estimate, and their linearised values: all that a variance needs.
struct Scores: Sendable {
    /// Row positions, ascending.
    var rows: [Int]
    /// One a row: the row's share in the estimate's first-order change, weight included.
    var values: [Double]
}

extension Scores {
    /// The sums of several lists of scores, row by row, each rounded once.
    init(adding parts: [Scores]) {
        var next = Array(repeating: 0, count: parts.count)
        var rows: [Int] = []
        var values: [Double] = []
        rows.reserveCapacity(parts.map(\.rows.count).max() ?? 0)
        values.reserveCapacity(rows.capacity)
        while true {
            var row = Int.max
            for part in parts.indices where next[part] < parts[part].rows.count {
                row = min(row, parts[part].rows[next[part]])
            }
            if row == .max { break }
            var (sum, terms) = (0.0, 0)
            var exact: ExactSum?
            for part in parts.indices where next[part] < parts[part].rows.count {
                guard parts[part].rows[next[part]] == row else { continue }
                let value = parts[part].values[next[part]]
                next[part] += 1
                terms += 1
                // A sum of two is rounded once by itself.
                if terms == 3 {
                    exact = ExactSum()
                    for earlier in parts.indices where earlier < part {
                        let place = next[earlier] - 1
                        if place >= 0, parts[earlier].rows[place] == row {
                            exact?.add(parts[earlier].values[place])
                        }
                    }
                }
                if terms < 3 { sum += value } else { exact?.add(value) }
            }
            rows.append(row)
            values.append(exact?.value ?? sum)
        }
        self.init(rows: rows, values: values)
    }
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
        var means = (left: 0.0, right: 0.0)
    }

    func covariance(
        _ left: Scores, _ right: Scores, lonelyPSU: LonelyPSU, isFirst: Bool
    ) throws(DesignError) -> Double {
        let totals = unitTotals(left, right)
        // A domain reaches few strata: only theirs are added up.
        var place: [Int?] = Array(repeating: nil, count: strata.count)
        for total in totals { place[stratumOfUnit[total.unit]] = 0 }
        let used = strata.indices.filter { place[$0] != nil }
        for (number, stratum) in used.enumerated() { place[stratum] = number }
        var sums = Array(repeating: Sums(), count: used.count)
        for total in totals {
            guard let place = place[stratumOfUnit[total.unit]] else { continue }
            sums[place].left.add(total.left)
            sums[place].right.add(total.right)
            sums[place].units += 1
        }
        // A lonely unit is not compared with itself.
        for (place, stratum) in used.enumerated() where strata[stratum].sampledUnits > 1 {
            let count = Double(strata[stratum].sampledUnits)
            sums[place].means = (sums[place].left.value / count, sums[place].right.value / count)
        }
        for total in totals {
            guard let place = place[stratumOfUnit[total.unit]] else { continue }
            let means = sums[place].means
            sums[place].products.add((total.left - means.left) * (total.right - means.right))
        }
        var variance = ExactSum()
        var lonely = 0
        for (sum, number) in zip(sums, used) {
            let stratum = strata[number]
            // A stratum taken whole has no sampling variance, even with one unit.
            if stratum.isFullCount { continue }
            let own = sum.products.value * stratum.notSampled * stratum.scale
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
            let untouched = Double(stratum.sampledUnits - sum.units)
            let zeros = untouched * sum.means.left * sum.means.right * stratum.notSampled * stratum.scale
            variance.add(count / (count - 1) * (own + zeros))
        }
        guard isFirst, lonely > 0, used.count > lonely else { return variance.value }
        return variance.value * Double(used.count) / Double(used.count - lonely)
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
