internal import SurveyStatistics

/// Σ z and Σ z² of influence values, by cell of a design.
struct ScoreSums: Sendable {
    /// By cell, in the order in which they came.
    private var cells: [(place: Int, total: Double, squares: Double)] = []

    /// Adds households of one value.
    mutating func add(_ score: Double, count: Int, cell: Int) {
        let count = Double(count)
        add(total: count * score, squares: count * score * score, cell: cell)
    }

    /// Adds the households of a cell by their answers; `scores` by position of the answers.
    mutating func add(_ scores: [Double], _ households: [(answers: Int, count: Int)], cell: Int) {
        var (total, squares) = (0.0, 0.0)
        for (answers, count) in households {
            let score = scores[answers]
            total += Double(count) * score
            squares += Double(count) * score * score
        }
        add(total: total, squares: squares, cell: cell)
    }

    mutating func add(total: Double, squares: Double, cell: Int) {
        if let last = cells.last, last.place == cell {
            cells[cells.count - 1] = (cell, last.total + total, last.squares + squares)
        } else {
            cells.append((cell, total, squares))
        }
    }

    /// With how many households each cell has of the domain, and how many of these tell.
    func cells(_ known: [KnownHouseholds]) -> [ScoreCell] {
        let sums = cells.reduce(into: [Int: (total: Double, squares: Double)]()) { sums, cell in
            let own = sums[cell.place] ?? (0, 0)
            sums[cell.place] = (own.total + cell.total, own.squares + cell.squares)
        }
        return known.map { cell in
            let own = sums[cell.place] ?? (0, 0)
            return ScoreCell(
                place: cell.place, members: cell.members, cases: cell.cases, total: own.total,
                squares: own.squares)
        }
    }
}

/// Households of a domain in one cell that could belong to an indicator's base, and of these, those whose answers
/// give it.
struct KnownHouseholds: Sendable {
    let place, members, cases: Int
}
