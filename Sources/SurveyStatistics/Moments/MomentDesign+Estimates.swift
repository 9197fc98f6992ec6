extension MomentDesign {
    /// The ratio Σ w·y ÷ Σ w·x of a domain; of yes and no, the share that says yes.
    ///
    /// `domain`: its cells, ascending by place. nil where nobody answered, or x adds up to 0.
    ///
    /// - Throws: `DesignError.lonelyPSU` under `LonelyPSU.fail`.
    public func ratio(
        in domain: [MomentCell], interval method: IntervalMethod, level: Double = 0.95
    ) throws(DesignError) -> Estimate? {
        var (y, x) = (ExactSum(), ExactSum())
        for cell in domain {
            let weight = cells[cell.place].weight
            y.add(weight, times: cell.moments.y)
            x.add(weight, times: cell.moments.x)
        }
        let whole = x.value
        guard whole > 0 else { return nil }
        let value = y.value / whole
        return try estimate(
            value,
            domain.map { cell in
                ScoreCell(
                    place: cell.place, members: cell.members, cases: cell.moments.cases,
                    total: cell.moments.residual(value) / whole,
                    squares: cell.moments.squares(value) / (whole * whole))
            }, interval: method, level: level)
    }

    /// An estimate from its influence values.
    ///
    /// `domain`: its cells, ascending by place.
    ///
    /// - Throws: `DesignError.lonelyPSU` under `LonelyPSU.fail`.
    /// - Source: Lumley (2010), appendix A; R survey 4.1-1 `svyrecvar` of influence functions.
    public func estimate(
        _ value: Double, _ domain: [ScoreCell], interval method: IntervalMethod, level: Double = 0.95
    ) throws(DesignError) -> Estimate {
        let variance = try variance(domain)
        let simple = simpleVariance(domain)
        let df = degreesOfFreedom(in: domain)
        let isFullCount = isFullCount(domain)
        let root = variance.squareRoot()
        let error = df > 0 || ConfidenceInterval.varies(root, around: value) ? root : nil
        let base = domain.reduce(0) { $0 + $1.cases }
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

    /// Whether every stratum with a case is taken whole, and all of the domain answered.
    private func isFullCount(_ domain: [ScoreCell]) -> Bool {
        let used = domain.filter { $0.cases > 0 && cells[$0.place].weight > 0 }
        return !used.isEmpty
            && used.allSatisfy { strata[cells[$0.place].stratum].isFullCount && $0.cases == $0.members }
    }

    /// PSUs − strata that have a member of the domain with a weight above 0.
    private func degreesOfFreedom(in domain: [ScoreCell]) -> Int {
        var strata: Set<Int> = []
        var psus: Set<Int> = []
        var households = 0
        for cell in domain where cell.cases > 0 && cells[cell.place].weight > 0 {
            strata.insert(cells[cell.place].stratum)
            if let psu = cells[cell.place].psu { psus.insert(psu) } else { households += cell.cases }
        }
        return psus.count + households - strata.count
    }

    /// The variance of a simple random sample of as many cases from all that could have answered: without replacement,
    /// and with.
    private func simpleVariance(_ domain: [ScoreCell]) -> (without: Double, with: Double)? {
        var (squares, population, members) = (ExactSum(), ExactSum(), ExactSum())
        var cases = 0
        for cell in domain {
            let weight = cells[cell.place].weight
            squares.add(weight * cell.squares)
            population.add(weight, times: cell.cases)
            members.add(weight, times: cell.members)
            cases += weight > 0 ? cell.cases : 0
        }
        guard cases > 1 else { return nil }
        let (count, whole) = (Double(cases), population.value)
        let spread = squares.value * whole * count / (count - 1)
        let with = spread / count
        let all = max(whole, members.value)
        let isDrawn = !hasNormalisedWeights && all > count
        return (isDrawn ? spread * (all - count) / (all * count) : with, with)
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
