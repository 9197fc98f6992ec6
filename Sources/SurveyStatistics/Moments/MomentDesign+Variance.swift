extension MomentDesign {
    /// The linearised variance of a ratio. Households outside the domain, or without an answer, count as zeros.
    func variance(of ratio: Double, whole: Double, in domain: [MomentCell]) throws(DesignError) -> Double {
        var sums: [Int: StratumSums] = [:]
        var psu: (place: Int, stratum: Int, total: Double)?
        func close() {
            guard let open = psu else { return }
            sums[open.stratum, default: StratumSums()].add(unit: open.total)
            psu = nil
        }
        for cell in domain where cell.moments.cases > 0 {
            let own = cells[cell.place]
            let weight = own.weight / whole
            guard let place = own.psu else {
                sums[own.stratum, default: StratumSums()].add(cell.moments, ratio, weight)
                continue
            }
            if psu?.place != place { close() }
            psu = (place, own.stratum, (psu?.total ?? 0) + weight * cell.moments.residual(ratio))
        }
        close()
        var variance = ExactSum()
        var lonely = 0
        for stratum in sums.keys.sorted() {
            guard let own = sums[stratum] else { continue }
            let (count, notSampled) = (strata[stratum].sampledPSUs, strata[stratum].notSampled)
            // A stratum taken whole has no sampling variance, even with one PSU.
            if strata[stratum].isFullCount { continue }
            if count > 1 {
                let n = Double(count)
                variance.add(notSampled * n / (n - 1) * max(0, own.squares - own.total * own.total / n))
                continue
            }
            switch lonelyPSU {
            case .fail: throw .lonelyPSU(stratum: stratum)
            case .remove, .certainty: break
            case .adjust: variance.add(notSampled * own.squares)
            case .average: lonely += 1
            }
        }
        guard lonely > 0, sums.count > lonely else { return variance.value }
        return variance.value * Double(sums.count) / Double(sums.count - lonely)
    }
}

/// Σ z and Σ z² over the PSUs of a stratum.
private struct StratumSums {
    private(set) var total = 0.0
    private(set) var squares = 0.0

    mutating func add(unit: Double) {
        total += unit
        squares += unit * unit
    }

    mutating func add(_ moments: RatioMoments, _ ratio: Double, _ weight: Double) {
        total += weight * moments.residual(ratio)
        squares += weight * weight * moments.squares(ratio)
    }
}
