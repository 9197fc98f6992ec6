internal import SurveyData
internal import SurveyStatistics

/// The households of one domain, by weighting class and cell of the design.
struct DomainHouseholds: Sendable {
    /// The households of a cell that are of a class (or of one that is folded with it).
    struct Cell: Sendable {
        let place: Int
        let weight: Double
        let own: WeightingClass
        let counts: AnswerCounts
        /// Which different answers about filing they gave (positions in `answers`), and how many each.
        let filing: [(answers: Int, count: Int)]
    }

    /// A class with enough households, or what is left of those without.
    struct Class: Sendable {
        fileprivate(set) var cells: [Cell] = []
        /// Σ w of its households.
        fileprivate(set) var weight = 0.0
        /// Different answers, ascending, and Σ w of the households that gave each.
        fileprivate(set) var shares = FilingShares([], weights: [])
    }

    /// In the order of classes, those that are folded last.
    private(set) var classes: [Class] = []
    var weight: Double { classes.reduce(0) { $0 + $1.weight } }

    /// A class of fewer households is folded with others: its own shares would say little.
    private static let fewest = 30

    /// - Parameter isFolded: all households are one class.
    init(_ parts: [SurveyDomains.Part], of design: WardDesign, isFolded: Bool = false) {
        var found: [WeightingClass: [(part: SurveyDomains.Part, counts: ClassCounts)]] = [:]
        for part in parts {
            for (own, counts) in design.cells[part.cell].cell.classes(ofPart: part.part) {
                found[own, default: []].append((part, counts))
            }
        }
        var rest: [(own: WeightingClass, part: SurveyDomains.Part, counts: ClassCounts)] = []
        var kept: [[(own: WeightingClass, part: SurveyDomains.Part, counts: ClassCounts)]] = []
        for own in found.keys.sorted() {
            let cells = (found[own] ?? []).map { (own: own, part: $0.part, counts: $0.counts) }
            let households = cells.reduce(0) { $0 + $1.counts.counts.households }
            if isFolded || households < Self.fewest { rest += cells } else { kept.append(cells) }
        }
        if !rest.isEmpty {
            if rest.reduce(0, { $0 + $1.counts.counts.households }) < Self.fewest, let last = kept.popLast() {
                rest += last
            }
            kept.append(rest)
        }
        classes = kept.map { Class($0, design) }
    }
}

extension DomainHouseholds.Class {
    fileprivate init(
        _ cells: [(own: WeightingClass, part: SurveyDomains.Part, counts: ClassCounts)], _ design: WardDesign
    ) {
        var sums: [FilingAnswers: ExactSum] = [:]
        let listed = cells.map { cell in (cell: cell, filing: cell.counts.filing.sorted) }
        for (cell, filing) in listed {
            let weight = design.moments.weight(ofCell: cell.part.cell)
            for own in filing { sums[own.answers, default: ExactSum()].add(weight, times: own.count) }
        }
        let answers = sums.keys.sorted()
        let places = Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($1, $0) })
        shares = FilingShares(answers, weights: answers.map { sums[$0]?.value ?? 0 })
        self.cells = listed.map { cell, filing in
            .init(
                place: cell.part.cell, weight: design.moments.weight(ofCell: cell.part.cell), own: cell.own,
                counts: cell.counts.counts,
                filing: filing.map { (answers: places[$0.answers] ?? 0, count: $0.count) })
        }
        var whole = ExactSum()
        for cell in self.cells { whole.add(cell.weight, times: cell.counts.households) }
        weight = whole.value
    }
}
