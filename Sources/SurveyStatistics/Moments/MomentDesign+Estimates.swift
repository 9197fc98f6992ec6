extension MomentDesign {
    /// The ratio Σ w·y ÷ Σ w·x of a domain; of yes and no, the share that says yes.
    ///
    /// `domain`: its cells, ascending by place. nil where nobody answered, or x adds up to 0.
    ///
    /// - Throws: `DesignError.lonelyPSU` under `LonelyPSU.fail`.
    public func ratio(
        in domain: [MomentCell], interval method: IntervalMethod, level: Double = 0.95
    ) throws(DesignError) -> Estimate? {
        var totals = (y: ExactSum(), x: ExactSum(), population: ExactSum())
        var cases = 0
        for cell in domain {
            let weight = cells[cell.place].weight
            totals.y.add(weight, times: cell.moments.y)
            totals.x.add(weight, times: cell.moments.x)
            totals.population.add(weight, times: cell.moments.cases)
            cases += weight > 0 ? cell.moments.cases : 0
        }
        let whole = totals.x.value
        guard whole > 0 else { return nil }
        let value = totals.y.value / whole
        let variance = try variance(of: value, whole: whole, in: domain)
        let simple = simpleVariance(
            of: value, whole: whole, population: totals.population.value, cases: cases, in: domain)
        let df = degreesOfFreedom(in: domain)
        let isFullCount = isFullCount(domain)
        let root = variance.squareRoot()
        let error = df > 0 || ConfidenceInterval.varies(root, around: value) ? root : nil
        let base = domain.reduce(0) { $0 + $1.moments.cases }
        return Estimate(
            value: value, standardError: error,
            interval: error.flatMap {
                ConfidenceInterval(
                    value: value, standardError: $0, base: base, degreesOfFreedom: df,
                    level: level, method: method, isFullCount: isFullCount)
            },
            base: base, degreesOfFreedom: df,
            designEffect: simple.flatMap { $0.without > 0 ? variance / $0.without : nil },
            designEffectWithReplacement: simple.flatMap { $0.with > 0 ? variance / $0.with : nil },
            isFullCount: isFullCount)
    }

    /// Whether every stratum with a case is taken whole.
    private func isFullCount(_ domain: [MomentCell]) -> Bool {
        let used = domain.filter { $0.moments.cases > 0 && cells[$0.place].weight > 0 }
        return !used.isEmpty && used.allSatisfy { strata[cells[$0.place].stratum].isFullCount }
    }

    /// PSUs − strata that have a member of the domain with a weight above 0.
    private func degreesOfFreedom(in domain: [MomentCell]) -> Int {
        var strata: Set<Int> = []
        var psus: Set<Int> = []
        var households = 0
        for cell in domain where cell.moments.cases > 0 && cells[cell.place].weight > 0 {
            strata.insert(cells[cell.place].stratum)
            if let psu = cells[cell.place].psu { psus.insert(psu) } else { households += cell.moments.cases }
        }
        return psus.count + households - strata.count
    }

    private func simpleVariance(
        of ratio: Double, whole: Double, population: Double, cases: Int, in domain: [MomentCell]
    ) -> (without: Double, with: Double)? {
        guard cases > 1 else { return nil }
        var squares = ExactSum()
        for cell in domain { squares.add(cells[cell.place].weight * cell.moments.squares(ratio)) }
        let count = Double(cases)
        let scale = population / whole
        let spread = squares.value / population * scale * scale * count / (count - 1)
        let with = spread / count
        let isDrawn = !hasNormalisedWeights && population > count
        return (isDrawn ? spread * (population - count) / (population * count) : with, with)
    }
}

extension RatioMoments {
    /// Σ (y − R·x)².
    func squares(_ ratio: Double) -> Double {
        Double(yy) - 2 * ratio * Double(xy) + ratio * ratio * Double(xx)
    }

    /// Σ (y − R·x).
    func residual(_ ratio: Double) -> Double { Double(y) - ratio * Double(x) }
}
