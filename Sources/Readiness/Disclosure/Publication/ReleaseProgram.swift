internal import LinearPrograms

/// All that pages say of one indicator as a linear programme: a variable for each atom, the number of its households
/// that say yes, and one for each page, the number of answers that differ there from what was said elsewhere.
struct ReleaseProgram {
    let program: LinearProgram
    let atoms: Int
    /// Answers that agree with everything, one number an atom.
    let start: [Double]

    /// - Throws: `LinearProgramError` where the engine finds no optimum.
    init(
        _ pages: [PublishedPage], _ atoms: ReleaseAtoms, indicator: Indicator, limit: Int
    ) throws(LinearProgramError) {
        let count = atoms.sizes.count
        var rows: [(upper: Double, entries: [(column: Int, coefficient: Double)])] = []
        for (number, page) in pages.enumerated() {
            for (place, cell) in page.cells.enumerated() where cell.indicator == indicator {
                guard case .rate(let percent, _) = cell.content else { continue }
                let own = atoms.counted(by: place, of: number)
                let weights = own.map { atoms.places[$0][number]?.weight ?? 0 }
                let change = count + number
                for bound in ReleaseBounds.all(
                    percent, shift: cell.shift, sizes: own.map { atoms.sizes[$0] }, weights: weights,
                    limit: limit)
                {
                    let most = bound.coefficients.map(abs).max() ?? 0
                    rows.append(
                        (
                            bound.upper,
                            zip(own, bound.coefficients).map { ($0, $1) } + [(change, -most)]
                        ))
                }
            }
        }
        // The least number of changed answers that the pages force.
        var program = LinearProgram(rowUpper: [])
        for size in atoms.sizes { program.addColumn(objective: 0, upper: Double(size), entries: []) }
        for _ in pages { program.addColumn(objective: -1, upper: .infinity, entries: []) }
        _ = program.addRows(rows)
        let forced = try clpSolve(program)
        let changes = forced.columns[count...].reduce(0, +)
        if changes < 1e-6 {
            for page in pages.indices { program.setColumnUpper(count + page, to: 0) }
        } else {
            _ = program.addRows([(2 * changes, pages.indices.map { (count + $0, 1) })])
        }
        program.basis = forced.basis
        // From here on only the objective changes, or rows are added.
        program.startsAtLimits = true
        self.program = program
        self.atoms = count
        start = Array(forced.columns.prefix(count))
    }

    /// Answers that agree with everything in which as many (`sign` 1) or as few (−1) households of some atoms say yes
    /// as can be; an atom that is named twice counts twice.
    func extreme(_ target: [Int], sign: Double) throws(LinearProgramError) -> [Double] {
        var objective = Array(repeating: 0.0, count: program.columns)
        for atom in target { objective[atom] += sign }
        return Array(try clpSolve(program.maximising(objective)).columns.prefix(atoms))
    }
}
