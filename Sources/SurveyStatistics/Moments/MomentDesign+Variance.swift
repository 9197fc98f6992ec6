extension MomentDesign {
    /// The linearised variance of an estimate. Households outside the domain, or without an answer, count as zeros.
    ///
    /// Those of a stratum who answered are its sample, drawn from all of it: f is the fraction sampled times the part
    /// of the domain that answered.
    ///
    /// - Source: J. Hájek, Sampling from a Finite Population (1981), for a random part of a random sample.
    func variance(_ domain: [ScoreCell]) throws(DesignError) -> Double {
        var sums: [Int: StratumSums] = [:]
        var psu: (place: Int, stratum: Int, total: Double)?
        func close() {
            guard let open = psu else { return }
            sums[open.stratum, default: StratumSums()].add(unit: open.total)
            psu = nil
        }
        for cell in domain where cell.members > 0 || cell.squares > 0 {
            let own = cells[cell.place]
            sums[own.stratum, default: StratumSums()].add(members: cell.members, cases: cell.cases)
            // Who does not answer moves an estimate too, where others stand for it.
            if cell.squares == 0 { continue }
            guard let place = own.psu else {
                sums[own.stratum, default: StratumSums()].add(
                    total: own.weight * cell.total, squares: own.weight * own.weight * cell.squares)
                continue
            }
            if psu?.place != place { close() }
            psu = (place, own.stratum, (psu?.total ?? 0) + own.weight * cell.total)
        }
        close()
        var variance = ExactSum()
        var lonely = 0
        for stratum in sums.keys.sorted() {
            guard let own = sums[stratum], own.cases > 0 || own.squares > 0 else { continue }
            let count = strata[stratum].sampledPSUs
            let answered = min(1, Double(own.cases) / Double(max(1, own.members)))
            let notSampled = 1 - (1 - strata[stratum].notSampled) * answered
            // A stratum that answered whole has no sampling variance, even with one PSU.
            if notSampled < 1e-7 { continue }
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
        let asked = sums.values.count { $0.cases > 0 || $0.squares > 0 }
        guard lonely > 0, asked > lonely else { return variance.value }
        return variance.value * Double(asked) / Double(asked - lonely)
    }
}

/// Sums over one stratum: Σ z and Σ z² of its PSUs.
private struct StratumSums {
    private(set) var total = 0.0
    private(set) var squares = 0.0
    /// Households of the domain, and those with an answer.
    private(set) var members = 0
    private(set) var cases = 0

    mutating func add(unit: Double) {
        total += unit
        squares += unit * unit
    }

    mutating func add(total own: Double, squares ownSquares: Double) {
        total += own
        squares += ownSquares
    }

    mutating func add(members more: Int, cases answered: Int) {
        members += more
        cases += answered
    }
}
