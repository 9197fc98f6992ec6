internal import SurveyData

extension DeploymentProgram {
    /// The upper bound that prices per minute of each force prove, whoever found them.
    ///
    /// For any prices λ ≥ 0: value ≤ Σ λ · minutes + Σ over classes of households · max(0, gain − λ · length)
    /// (Lagrangian duality). At the optimal prices this is the optimum itself, so the bound does not rest on the
    /// engine's own word or tolerance.
    func bound(prices: [Double]) -> Double {
        var bound = zip(prices, forceMinutes).reduce(0) { $0 + $1.0 * Double($1.1) }
        for (offers, count) in zip(classOffers, classCounts) {
            var best = 0.0
            for (force, offer) in offers.enumerated() where offer.minutes > 0 {
                best = max(best, offer.gain - prices[force] * Double(offer.minutes))
            }
            bound += best * Double(count)
        }
        return bound
    }

    /// Solves the programme and proves its optimum.
    ///
    /// - Throws: `LinearProgramError.notProven` where the engine's prices do not prove its objective to 1e-6.
    func solved(
        by solver: LinearProgramSolver
    ) throws(LinearProgramError) -> (solution: LinearProgramSolution, bound: Double) {
        let solution = try solver(program)
        let bound = bound(prices: Array(solution.rowPrices.prefix(Self.forces)))
        guard abs(bound - solution.objective) <= 1e-6 * max(1, bound) else {
            throw .notProven(objective: solution.objective, bound: bound)
        }
        return (solution, bound)
    }

    /// The upper bound that prices per household of each class prove, minding each volunteer's own minutes.
    ///
    /// For any prices π ≥ 0: value ≤ Σ π · households + Σ over volunteers of the best whole month at gain − π.
    /// At the optimal prices this never passes the programme's optimum, and lies well under it where people
    /// give little time: three half hours are not two visits of 45 minutes.
    func wholeMonthBound(classPrices: [Double], volunteers: [Volunteer]) -> Double {
        var bound = zip(classPrices, classCounts).reduce(0) { $0 + $1.0 * Double($1.1) }
        for force in Force.allCases {
            var worth: [Int: Double] = [:]
            for (offers, price) in zip(classOffers, classPrices) where offers[force.index].minutes > 0 {
                let offer = offers[force.index]
                worth[offer.minutes] = max(worth[offer.minutes] ?? 0, offer.gain - price)
            }
            let own = volunteers.indices.filter { volunteers[$0].force == force }.map { usable[$0] }
            let lengths = worth.sorted { $0.key < $1.key }
            // The best month of whole visits by minutes, each length as often as it fits.
            var best = Array(repeating: 0.0, count: (own.max() ?? 0) + 1)
            for minutes in best.indices.dropFirst() {
                best[minutes] = best[minutes - 1]
                for (length, value) in lengths where length <= minutes {
                    best[minutes] = max(best[minutes], best[minutes - length] + value)
                }
            }
            bound += own.reduce(0) { $0 + best[$1] }
        }
        return bound
    }

    /// What more minutes of one force would add to the bound: the derivative to the right, by solving again.
    ///
    /// The raw price can be a derivative to the left, and overstates what more time brings.
    func gain(
        ofMinutes minutes: Int, force: Int, above bound: Double, by solver: LinearProgramSolver
    ) throws(LinearProgramError) -> Double {
        let more = program.settingRowUpper(force, to: Double(forceMinutes[force] + minutes))
        return max(0, try solver(more).objective - bound)
    }

    /// The solution as whole visits by class and force: rounded up where the class has households left.
    func targets(_ solution: LinearProgramSolution) -> [[Int]] {
        var targets = classCounts.map { _ in Array(repeating: 0, count: Self.forces) }
        var left = classCounts
        for (column, value) in zip(columns, solution.columns) {
            let whole = min(left[column.class], Int(value + 1e-6))
            targets[column.class][column.force] = whole
            left[column.class] -= whole
        }
        for (column, value) in zip(columns, solution.columns) {
            let whole = targets[column.class][column.force]
            if value - Double(whole) > 1e-6, left[column.class] > 0 {
                targets[column.class][column.force] += 1
                left[column.class] -= 1
            }
        }
        return targets
    }
}
