internal import LinearPrograms

extension ReleaseProgram {
    /// Whole numbers of households that agree with everything and in which so many of some atoms say yes; nil where
    /// rounding one atom after the other finds none, though there may be some.
    ///
    /// - Throws: `LinearProgramError` where the engine fails.
    func wholeWay(_ target: [Int], count: Int) throws(LinearProgramError) -> [Double]? {
        var program = program
        let terms = target.map { (column: $0, coefficient: 1.0) }
        _ = program.addRows([
            (Double(count), terms), (-Double(count), terms.map { ($0.column, -1) }),
        ])
        guard var found = try Self.solution(program) else { return nil }
        while let fraction = Self.fraction(nearestToWhole: found.columns.prefix(atoms)) {
            program.basis = found.basis
            let near = found.columns[fraction].rounded()
            let far = near > found.columns[fraction] ? near - 1 : near + 1
            var next: (LinearProgram, LinearProgramSolution)?
            for value in [near, far] where next == nil {
                var trial = program
                trial.setColumnUpper(fraction, to: value)
                _ = trial.addRows([(-value, [(fraction, -1)])])
                next = try Self.solution(trial).map { (trial, $0) }
            }
            guard let next else { return nil }
            (program, found) = next
        }
        return found.columns.prefix(atoms).map { $0.rounded() }
    }

    /// nil where there is none.
    private static func solution(_ program: LinearProgram) throws(LinearProgramError)
        -> LinearProgramSolution?
    {
        do { return try clpSolve(program) } catch {
            if case .infeasible = error { return nil }
            throw error
        }
    }

    private static func fraction(nearestToWhole values: ArraySlice<Double>) -> Int? {
        values.indices.filter { abs(values[$0] - values[$0].rounded()) > 1e-6 }.min {
            abs(values[$0] - values[$0].rounded()) < abs(values[$1] - values[$1].rounded())
        }
    }
}
