/// The plain mixed-integer model of a problem, so that any solver can check a claimed value and bound.
///
/// Binary y_w_g: worker w opens group g; whole x_w_c: visits of worker w to cell c; s_f: what floor f misses. Maximise
/// Σ gain·x − Σ cost·y − Σ penalty·s. Visits to follow up are at most those that open the way. Where a worker may be of
/// several kinds, y_w_g_k and x_w_c_k are of kind k; where workers are the outings of volunteers, binary z_v_g: volunteer
/// v goes to group g.
package struct AllocationModel {
    private let problem: AllocationProblem
    private var rows: [(name: String, kind: Character, limit: Double)] = []
    private var columns: [(name: String, gain: Double, upper: Double, entries: [(Int, Double)])] = []

    /// By worker, then opening: its column.
    private var openingColumns: [[Int]] = []

    package init(_ problem: AllocationProblem) {
        self.problem = problem
        let cellRows = problem.cells.indices.map { row("need\($0)", "L", Double(problem.cells[$0].count)) }
        let visits = problem.mostVisits
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
            openingColumns.append([])
            for opening in worker.openings {
                var entries = [(minutes, opening.minutes)]
                if !opening.isPinned { entries.append((most, 1)) }
                let kind = worker.kind(in: opening)
                // A group may be there as another kind too.
                let own = opening.kind.map { "_\($0)" } ?? ""
                let place = "\(number)_\(opening.group)\(own)"
                let visited = problem.opensForVisits ? row("visited\(place)", "L", 0) : nil
                if let visited { entries.append((visited, 1)) }
                if let wish = wishRows[opening.group] { entries.append((wish, 1)) }
                let column = columns.count
                openingColumns[number].append(column)
                columns.append(("y\(place)", -opening.cost, 1, entries))
                for cell in problem.cellsOfGroup[opening.group] where !worker.barred.contains(cell) {
                    guard let offer = problem.cells[cell].offers[kind] else { continue }
                    let room = Int(max(0, worker.minutes - opening.minutes)) / offer.minutes
                    let upper = min(visits[cell], room)
                    guard upper > 0 else { continue }
                    let link = row("link\(number)_\(cell)\(own)", "L", 0)
                    columns[column].entries.append((link, -Double(upper)))
                    var entries = [(cellRows[cell], 1), (minutes, Double(offer.minutes)), (link, 1.0)]
                    if let visited { entries.append((visited, -1)) }
                    for use in problem.cells[cell].uses {
                        entries.append((cellRows[use.cell], Double(use.households)))
                    }
                    if let next = problem.cells[cell].followUp(kind) { entries.append((cellRows[next], -1)) }
                    for share in problem.floorsOfCell[cell] where share.weights[kind] != 0 {
                        entries.append((floorRows[share.floor], share.weights[kind]))
                    }
                    columns.append(("x\(number)_\(cell)\(own)", offer.gain, Double(upper), entries))
                }
            }
        }
    }

    /// Lets workers who are one person open so many groups together.
    mutating func limit(_ person: Int, workers: [Int], groups most: Int) {
        let openings = workers.flatMap { worker in
            zip(problem.workers[worker].openings, openingColumns[worker]).map { (worker, $0.group, $1) }
        }
        let ofGroup = Dictionary(grouping: openings, by: \.1).sorted { $0.key < $1.key }
        guard workers.count > most, ofGroup.count > most else { return }
        let limit = row("person\(person)", "L", Double(most))
        for (group, openings) in ofGroup {
            let column = columns.count
            columns.append(("z\(person)_\(group)", 0, 1, [(limit, 1)]))
            for (worker, own) in Dictionary(grouping: openings, by: \.0).sorted(by: { $0.key < $1.key }) {
                let goes = row("goes\(person)_\(worker)_\(group)", "L", 0)
                columns[column].entries.append((goes, -1))
                for (_, _, opening) in own { columns[opening].entries.append((goes, 1)) }
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
