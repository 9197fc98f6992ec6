/// Finds what follows for a small figure from those that are known, by a linear programme over the unknown ones that
/// hang together with it.
///
/// - Source: L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (2001), section 6.3.
struct RangeFinder {
    let system: DisclosureSystem
    let settings: DisclosureSettings
    /// Solved equations by their unknown figures: many small figures hang together.
    private var solved: [[Int]: Elimination] = [:]
    private static let most = 20

    init(_ system: DisclosureSystem, settings: DisclosureSettings) {
        self.system = system
        self.settings = settings
    }

    /// The range of a small figure.
    ///
    /// nil where `through` is given and does not hang together with `figure`, or follows from the known figures.
    mutating func range(_ figure: Int, through other: Int? = nil, known: [Bool]) -> DisclosureRange? {
        let (found, equations) = system.undetermined(figure, known: known)
        if let other, !found.contains(other) { return nil }
        guard !found.isEmpty else { return DisclosureRange.none }
        // Bland's rule takes the first that helps: rather one that no page can show than one that may be shown again.
        let unknown =
            found.filter { system.figures[$0].standing != .offered }.sorted()
            + found.filter { system.figures[$0].standing == .offered }.sorted()
        // Of the other hidden figures nobody can tell which are small and which are hidden for others' sake.
        let possible = unknown.map { member in
            let (count, base) = (system.figures[member].count, system.figures[member].base)
            return member == figure ? settings.smallCounts(count: count, base: base) : 0...base
        }
        let truths = unknown.map { system.figures[$0].count }
        var walk = RangeWalk(
            elimination(unknown, equations), lower: zip(possible, truths).map { Double($0.lowerBound - $1) },
            upper: zip(possible, truths).map { Double($0.upperBound - $1) })
        guard let column = unknown.firstIndex(of: figure) else { return DisclosureRange.none }
        var moved: Set<Int> = []
        let ends = [1.0, -1.0].map { sign in
            walk.walk(column, sign: sign)
            for (member, move) in zip(unknown, walk.moves) where abs(move) > 1e-7 { moved.insert(member) }
            return walk.moves[column]
        }
        let counts = Int((ends[0] + 1e-6).rounded(.down)) - Int((ends[1] - 1e-6).rounded(.up)) + 1
        return DisclosureRange(counts: counts, moved: moved)
    }

    private mutating func elimination(_ unknown: [Int], _ equations: [Int]) -> Elimination {
        if let known = solved[unknown] { return known }
        var columns = Array(repeating: -1, count: system.figures.count)
        for (column, figure) in unknown.enumerated() { columns[figure] = column }
        let rows = equations.sorted().map { equation in
            system.equations[equation].compactMap { term in
                columns[term.figure] < 0 ? nil : (column: columns[term.figure], weight: term.weight)
            }
        }
        if solved.count >= Self.most { solved.removeAll() }
        let elimination = Elimination(rows, columns: unknown.count)
        solved[unknown] = elimination
        return elimination
    }
}
