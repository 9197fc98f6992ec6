/// The plain mixed-integer model of a problem, so that any solver can check a claimed value and bound.
///
/// Binary y_w_g: worker w opens group g; whole x_w_c: visits of worker w to cell c; s_f: what floor f misses. Maximise
/// Σ gain·x − Σ cost·y − Σ penalty·s.
package struct AllocationModel {
    private let problem: AllocationProblem
    private var rows: [(name: String, kind: Character, limit: Double)] = []
    private var columns: [(name: String, gain: Double, upper: Double, entries: [(Int, Double)])] = []

    package init(_ problem: AllocationProblem) {
        self.problem = problem
        let cellRows = problem.cells.indices.map { row("need\($0)", "L", Double(problem.cells[$0].count)) }
        var wishRows: [Int: Int] = [:]
        for group in problem.mustOpen { wishRows[group] = row("open\(group)", "G", 1) }
        var floorRows: [Int] = []
        for (place, floor) in problem.floors.enumerated() {
            floorRows.append(row("floor\(place)", "G", floor.least))
            columns.append(("s\(place)", -floor.penalty, .infinity, [(floorRows[place], 1)]))
        }
        for (number, worker) in problem.workers.enumerated() {
            let minutes = row("minutes\(number)", "L", worker.minutes)
            let most = row("groups\(number)", "L", Double(worker.mostGroups))
            for opening in worker.openings {
                var entries = [(minutes, opening.minutes)]
                if !opening.isPinned { entries.append((most, 1)) }
                let visited = problem.opensForVisits ? row("visited\(number)_\(opening.group)", "L", 0) : nil
                if let visited { entries.append((visited, 1)) }
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
                    var entries = [(cellRows[cell], 1), (minutes, Double(offer.minutes)), (link, 1.0)]
                    if let visited { entries.append((visited, -1)) }
                    for use in problem.cells[cell].uses {
                        entries.append((cellRows[use.cell], Double(use.households)))
                    }
                    for share in problem.floorsOfCell[cell] where share.weights[worker.kind] != 0 {
                        entries.append((floorRows[share.floor], share.weights[worker.kind]))
                    }
                    columns.append(("x\(number)_\(cell)", offer.gain, Double(upper), entries))
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
        text += "COLUMNS\n"
        for (place, column) in columns.enumerated() {
            if place == problem.floors.count { text += " MARKER 'MARKER' 'INTORG'\n" }
            text += " \(column.name) value \(-column.gain)\n"
            for (row, coefficient) in column.entries {
                text += " \(column.name) \(rows[row].name) \(coefficient)\n"
            }
        }
        if columns.count > problem.floors.count { text += " MARKER 'MARKER' 'INTEND'\n" }
        text += "RHS\n"
        for row in rows where row.limit != 0 { text += " rhs \(row.name) \(row.limit)\n" }
        text += "BOUNDS\n"
        for column in columns where column.upper.isFinite {
            text += " UP bound \(column.name) \(column.upper)\n"
        }
        return text + "ENDATA\n"
    }
}
