/// Figures by number, and the equations between their counts that a reader knows.
struct DisclosureSystem {
    /// One figure's part in an equation `Σ weight · count = 0`.
    struct Term {
        let figure: Int
        let weight: Double
    }

    /// As given, then the households that say no for each figure whose base is another's count.
    private(set) var figures: [DisclosureFigure]
    private(set) var equations: [[Term]] = []
    /// The equations each figure is in.
    private(set) var equationsOf: [[Int]]
    /// The figures whose base is each figure's count.
    private(set) var basedOn: [[Int]]
    /// The figure whose count is each figure's base.
    private(set) var baseOf: [Int?]

    private let numbers: [String: Int]

    init(_ figures: [DisclosureFigure]) throws {
        var numbers: [String: Int] = [:]
        for (number, figure) in figures.enumerated() {
            guard numbers.updateValue(number, forKey: figure.id) == nil else {
                throw DisclosureProblem.repeated(figure.id)
            }
            guard 0...max(figure.base, 0) ~= figure.count, figure.base >= 0 else {
                throw DisclosureProblem.impossible(figure.id)
            }
        }
        self.figures = figures
        self.numbers = numbers
        equationsOf = Array(repeating: [], count: figures.count)
        basedOn = equationsOf
        baseOf = Array(repeating: nil, count: figures.count)
        for (number, figure) in figures.enumerated() {
            guard let base = try figure.baseID.map({ try self.number($0) }) else { continue }
            try add(base: base, of: number)
        }
    }

    func number(_ id: String) throws -> Int {
        guard let number = numbers[id] else { throw DisclosureProblem.unknown(id) }
        return number
    }

    /// Adds "total − parts = 0".
    mutating func add(_ relation: DisclosureRelation) throws {
        let total = try number(relation.total)
        let parts = try relation.parts.map { try number($0) }
        if let twice = parts.first(where: { part in part == total || parts.count { $0 == part } > 1 }) {
            throw DisclosureProblem.repeated(figures[twice].id)
        }
        let base = figures[total].base
        let areBasesRight =
            switch relation.bases {
            case .added: parts.reduce(0) { $0 + figures[$1].base } == base
            case .shared: parts.allSatisfy { figures[$0].base == base }
            case .unrelated: true
            }
        guard areBasesRight, parts.reduce(0, { $0 + figures[$1].count }) == figures[total].count else {
            throw DisclosureProblem.contradiction(total: relation.total)
        }
        add([Term(figure: total, weight: 1)] + parts.map { Term(figure: $0, weight: -1) })
    }

    /// Adds a change that was published, as if it had been exact: later ÷ its base − earlier ÷ its base is known.
    ///
    /// Any other is only shown beside both its months, and tells nothing new.
    mutating func add(_ change: DisclosureChange) throws {
        let (earlier, later) = (try number(change.earlier), try number(change.later))
        let (before, after) = (Double(figures[earlier].base), Double(figures[later].base))
        guard change.isPublished, before > 0, after > 0 else { return }
        // Weights of at most 1, so that one tolerance fits every equation.
        let least = min(before, after)
        add([Term(figure: later, weight: least / after), Term(figure: earlier, weight: -least / before)])
    }

    /// Adds "yes + no − base = 0", where the base is another figure's count.
    private mutating func add(base: Int, of number: Int) throws {
        let (figure, whole) = (figures[number], figures[base])
        guard whole.count == figure.base else { throw DisclosureProblem.contradiction(total: whole.id) }
        baseOf[number] = base
        basedOn[base].append(number)
        figures.append(
            DisclosureFigure(
                id: figure.id, count: figure.base - figure.count, base: whole.base, standing: .neverShown,
                isSensitive: false))
        equationsOf.append([])
        basedOn.append([])
        baseOf.append(nil)
        add([
            Term(figure: base, weight: 1), Term(figure: number, weight: -1),
            Term(figure: figures.count - 1, weight: -1),
        ])
    }

    private mutating func add(_ terms: [Term]) {
        for term in terms { equationsOf[term.figure].append(equations.count) }
        equations.append(terms)
    }
}
