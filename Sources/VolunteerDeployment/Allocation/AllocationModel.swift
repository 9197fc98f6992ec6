/// The plain mixed-integer model of a problem, so that any solver can check a claimed value and bound.
///
/// Binary y_w_g: worker w opens group g; whole x_w_c: visits of worker w to cell c. Maximise Σ gain·x − Σ cost·y.
package struct AllocationModel {
    private let problem: AllocationProblem
    private var rows: [(name: String, kind: Character, limit: Double)] = []
    private var columns: [(name: String, gain: Double, upper: Double, entries: [(Int, Double)])] = []

    package init(_ problem: AllocationProblem) {
        self.problem = problem
        let cellRows = problem.cells.indices.map { row("need\($0)", "L", Double(problem.cells[$0].count)) }
        var wishRows: [Int: Int] = [:]
        for group in problem.mustOpen { wishRows[group] = row("open\(group)", "G", 1) }
        for (number, worker) in problem.workers.enumerated() {
            let minutes = row("minutes\(number)", "L", worker.minutes)
            let most = row("groups\(number)", "L", Double(worker.mostGroups))
            for opening in worker.openings {
                var entries = [(minutes, opening.minutes), (most, 1.0)]
                if let wish = wishRows[opening.group] { entries.append((wish, 1)) }
                let place = columns.count
                columns.append(("y\(number)_\(opening.group)", -opening.cost, 1, entries))
                for cell in problem.cellsOfGroup[opening.group] where !worker.barred.contains(cell) {
                    guard let offer = problem.cells[cell].offers[worker.kind] else { continue }
                    let room = Int(max(0, worker.minutes - opening.minutes)) / offer.minutes
                    let upper = min(problem.cells[cell].count, room)
                    guard upper > 0 else { continue }
                    let link = row("link\(number)_\(cell)", "L", 0)
                    columns[place].entries.append((link, -Double(upper)))
                    columns.append(
                        (
                            "x\(number)_\(cell)", offer.gain, Double(upper),
                            [(cellRows[cell], 1), (minutes, Double(offer.minutes)), (link, 1)]
                        ))
                }
            }
        }
    }

    private mutating func row(_ name: String, _ kind: Character, _ limit: Double) -> Int {
        rows.append((name, kind, limit))
        return rows.count - 1
    }

    /// In MPS format (free), minimising the negative of the objective.
    package var mps: String {
        var text = "NAME sansang\nROWS\n N value\n"
        for row in rows { text += " \(row.kind) \(row.name)\n" }
        text += "COLUMNS\n MARKER 'MARKER' 'INTORG'\n"
        for column in columns {
            text += " \(column.name) value \(-column.gain)\n"
            for (row, coefficient) in column.entries {
                text += " \(column.name) \(rows[row].name) \(coefficient)\n"
            }
        }
        text += " MARKER 'MARKER' 'INTEND'\nRHS\n"
        for row in rows where row.limit != 0 { text += " rhs \(row.name) \(row.limit)\n" }
        text += "BOUNDS\n"
        for column in columns { text += " UP bound \(column.name) \(column.upper)\n" }
        return text + "ENDATA\n"
    }
}
