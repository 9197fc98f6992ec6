/// A domain's rows with an answer, and their linearised values: all that a variance needs.
struct Linearised {
    /// Row positions, ascending.
    let rows: [Int]
    /// One a row: the row's share in the estimate's first-order change, weight included.
    let values: [Double]
}

extension SurveyDesign {
    /// The design variance of an estimate from its linearised values, by strata and PSUs.
    ///
    /// Rows outside `scores` count as zeros: the number of PSUs is that of the whole stratum.
    ///
    /// - Throws: `DesignError.lonelyPSU` under `LonelyPSU.fail`.
    /// - Source: Lumley (2010), sec. 2.2 and appendix; R survey 4.1-1 `onestrat`, `onestage`.
    func variance(_ scores: Linearised) throws(DesignError) -> Double {
        let totals = psuTotals(scores)
        var sum = Array(repeating: ExactSum(), count: strata.count)
        var touched = Array(repeating: 0, count: strata.count)
        for (stratum, total) in totals {
            sum[stratum].add(total)
            touched[stratum] += 1
        }
        let means = zip(sum, strata).map { $0.value / Double($1.sampledPSUs) }
        var squares = Array(repeating: ExactSum(), count: strata.count)
        for (stratum, total) in totals {
            let centre = strata[stratum].sampledPSUs == 1 ? 0 : means[stratum]
            squares[stratum].add((total - centre) * (total - centre))
        }
        var variance = ExactSum()
        var lonely = 0
        for stratum in strata.indices where touched[stratum] > 0 {
            let count = strata[stratum].sampledPSUs
            let notSampled = strata[stratum].notSampled
            // A stratum taken whole has no sampling variance, even with one PSU.
            if notSampled < 1e-7 { continue }
            let own = squares[stratum].value
            if count == 1 {
                switch lonelyPSU {
                case .fail: throw .lonelyPSU(stratum: strata[stratum].label)
                case .remove, .certainty: break
                case .adjust: variance.add(notSampled * own)
                case .average: lonely += 1
                }
                continue
            }
            let mean = means[stratum]
            let untouched = Double(count - touched[stratum])
            variance.add(notSampled * Double(count) / Double(count - 1) * (own + untouched * mean * mean))
        }
        let used = touched.count { $0 > 0 }
        guard lonely > 0, used > lonely else { return variance.value }
        return variance.value * Double(used) / Double(used - lonely)
    }

    /// The linearised total of each PSU with a row in the domain, in the order of PSUs.
    private func psuTotals(_ scores: Linearised) -> [(stratum: Int, total: Double)] {
        guard let psuOfRow else {
            return zip(scores.rows, scores.values).map { (stratumOfRow[$0], $1) }
        }
        var sums: [Int: ExactSum] = [:]
        for (row, value) in zip(scores.rows, scores.values) {
            sums[psuOfRow[row], default: ExactSum()].add(value)
        }
        return sums.keys.sorted().map { (stratumOfPSU[$0], sums[$0]?.value ?? 0) }
    }

    /// PSUs − strata that have a case in the domain (R `degf(subset(design, …))`).
    func degreesOfFreedom(in rows: [Int]) -> Int {
        if rows.count == rowCount { return degreesOfFreedom }
        let strata = Set(rows.map { stratumOfRow[$0] }).count
        let psus = psuOfRow.map { psu in Set(rows.map { psu[$0] }).count } ?? rows.count
        return psus - strata
    }

    func rows(of domain: Domain) -> [Int] {
        switch domain {
        case .all: Array(weights.indices)
        case .rows(let rows): rows
        }
    }
}
