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

    /// A class of a cell of the design.
    fileprivate typealias Listed = (cell: Int, own: WardDesign.ClassOfCell)

    private static func households(_ cells: [Listed]) -> Int {
        cells.reduce(0) { $0 + $1.own.counts.households }
    }

    /// A class of fewer households is folded with others: its own shares would say little.
    private static let fewest = 30

    /// - Parameter isFolded: all households are one class.
    init(_ parts: [SurveyDomains.Part], of design: WardDesign, isFolded: Bool = false) {
        var found: [WeightingClass: [Listed]] = [:]
        for part in parts {
            for own in design.classes(of: part) { found[own.own, default: []].append((part.cell, own)) }
        }
        var rest: [Listed] = []
        var kept: [[Listed]] = []
        for own in found.keys.sorted() {
            let cells = found[own] ?? []
            if isFolded || Self.households(cells) < Self.fewest { rest += cells } else { kept.append(cells) }
        }
        if !rest.isEmpty {
            if Self.households(rest) < Self.fewest, let last = kept.popLast() { rest += last }
            kept.append(rest)
        }
        classes = kept.map { Class($0, design) }
    }
}

extension DomainHouseholds.Class {
    fileprivate init(_ cells: [DomainHouseholds.Listed], _ design: WardDesign) {
        var sums: [FilingAnswers: ExactSum] = [:]
        for (place, own) in cells {
            let weight = design.moments.weight(ofCell: place)
            for told in own.filing { sums[told.answers, default: ExactSum()].add(weight, times: told.count) }
        }
        let answers = sums.keys.sorted()
        let places = Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($1, $0) })
        shares = FilingShares(answers, weights: answers.map { sums[$0]?.value ?? 0 })
        self.cells = cells.map { place, own in
            .init(
                place: place, weight: design.moments.weight(ofCell: place), own: own.own, counts: own.counts,
                filing: own.filing.map { (answers: places[$0.answers] ?? 0, count: $0.count) })
        }
        var whole = ExactSum()
        for cell in self.cells { whole.add(cell.weight, times: cell.counts.households) }
        weight = whole.value
    }
}
