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

    /// What more minutes of one force would add to the bound: the derivative to the right, by solving again.
    ///
    /// The raw price can be a derivative to the left, and overstates what more time brings.
    func gain(
        ofMinutes minutes: Int, force: Int, above bound: Double, by solver: LinearProgramSolver
    ) throws(LinearProgramError) -> Double {
        let more = program.settingRowUpper(force, to: Double(forceMinutes[force] + minutes))
        return max(0, try solver(more).objective - bound)
    }
}
