/// How the households of one cell may be shared out among workers: the sum of `weight(visits)` over workers is at most 1.
///
/// Whole months always keep it, as the weights are superadditive: two workers' weights are never more than the weight of
/// their visits together. Shares of months, which use a cell up by halves of visits, may not. It is the mixed-integer
/// rounding of the cell's own limit, times numerator ÷ denominator.
///
/// - Source: H. Marchand and L. A. Wolsey, Operations Research 49 (2001) 363–371; as a superadditive function
///   f_BJ,1 in F. Clautiaux, C. Alves and J. Valério de Carvalho, Annals of Operations Research 179 (2010) 317–342.
struct CellCut: Sendable, Hashable {
    let cell: Int
    private let numerator, denominator: Int
    private let count, whole, rest: Int

    /// nil where rounding takes nothing away: `numerator · count` is less than `denominator`, or a multiple of it.
    ///
    /// - Parameter count: households of the cell.
    init?(cell: Int, count: Int, numerator: Int, denominator: Int) {
        (whole, rest) = (numerator * count / denominator, numerator * count % denominator)
        guard whole > 0, rest > 0 else { return nil }
        self.cell = cell
        self.count = count
        self.numerator = numerator
        self.denominator = denominator
    }

    /// What one worker's visits weigh, from 0 to all households of the cell: never falling, at the end 1.
    func weight(_ visits: Int) -> Double {
        let over = max(0, numerator * visits % denominator - rest)
        return (Double(numerator * visits / denominator) + Double(over) / Double(denominator - rest))
            / Double(whole)
    }

    /// By visits, from 0 to all households of the cell.
    var weights: [Double] { (0...count).map(weight) }

    static func == (one: CellCut, other: CellCut) -> Bool {
        (one.cell, one.numerator, one.denominator) == (other.cell, other.numerator, other.denominator)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(cell)
        hasher.combine(numerator)
        hasher.combine(denominator)
    }

    /// The cuts of a cell, those with smaller denominators first.
    static func all(cell: Int, count: Int) -> [CellCut] {
        guard count > 1 else { return [] }
        return fractions.prefix { $0.denominator <= count }.compactMap {
            CellCut(cell: cell, count: count, numerator: $0.numerator, denominator: $0.denominator)
        }
    }

    private static let fractions = (2...largest).flatMap { denominator in
        (1..<denominator).filter { areCoprime($0, denominator) }.map {
            (numerator: $0, denominator: denominator)
        }
    }

    private static func areCoprime(_ one: Int, _ other: Int) -> Bool {
        var (one, other) = (one, other)
        while other > 0 { (one, other) = (other, one % other) }
        return one == 1
    }

    /// Denominators above add next to nothing to the bound.
    private static let largest = 60
}

/// The cuts of every cell that has any.
struct CellCuts {
    /// By cell: its households; 0 where it has no cuts.
    private let counts: [Int]

    /// Cells of which sessions take households have none: visits alone do not say what a month takes of them. Of very
    /// many households rounding takes next to nothing.
    init(_ problem: AllocationProblem) {
        var isShared = problem.cells.map { !$0.uses.isEmpty }
        for use in problem.cells.flatMap(\.uses) { isShared[use.cell] = true }
        counts = zip(problem.cells, isShared).map { cell, isShared in
            isShared || cell.count > Self.mostHouseholds ? 0 : cell.count
        }
    }

    /// The cuts that shares of months break, the most broken first: a few of each cell.
    ///
    /// - Parameter taken: share of each month.
    func broken(by months: [WorkerMonth], taken: [Double]) -> [CellCut] {
        var visits = Array(repeating: [(count: Int, share: Double)](), count: counts.count)
        for (month, share) in zip(months, taken) where share > 1e-7 {
            for visit in month.visits { visits[visit.cell].append((visit.count, share)) }
        }
        var found: [(cut: CellCut, broken: Double)] = []
        for (cell, own) in visits.enumerated() where own.contains(where: { $0.share < 1 - 1e-7 }) {
            let broken = CellCut.all(cell: cell, count: counts[cell]).map { cut in
                (cut: cut, broken: own.reduce(-1.0) { $0 + cut.weight($1.count) * $1.share })
            }
            found += broken.filter { $0.broken > Self.least }.sorted { $0.broken > $1.broken }
                .prefix(Self.ofOneCell)
        }
        return found.sorted { $0.broken > $1.broken }.map(\.cut)
    }

    private static let mostHouseholds = 10_000
    private static let least = 1e-3
    private static let ofOneCell = 2
}
