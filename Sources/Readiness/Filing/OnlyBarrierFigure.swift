internal import SurveyStatistics

/// The share of a domain's households that fail one step and no other: households with complete answers, weighted to
/// all of their class.
struct OnlyBarrierFigure {
    /// Households of a cell and class with the same answers.
    private struct Item {
        let cell, fold, count: Int
        let weight: Double
        let isComplete: Bool
        /// The only step that they fail; nil: none or several, or not known.
        let fails: CascadeStep?
    }

    private let items: [Item]
    private let weights: OnlyBarrierWeights

    init(_ households: DomainHouseholds, _ weights: OnlyBarrierWeights) {
        self.weights = weights
        var items: [Item] = []
        for own in households.classes {
            let answers = own.shares.answers
            let isComplete = answers.map(\.isComplete)
            let fails = answers.map { own in CascadeStep.barriers.first(where: own.failsOnly) }
            for cell in own.cells {
                let fold = weights.place(cell: cell.place, cell.own)
                for (place, count) in cell.filing {
                    items.append(
                        Item(
                            cell: cell.place, fold: fold, count: count, weight: cell.weight * Double(count),
                            isComplete: isComplete[place], fails: fails[place]))
                }
            }
        }
        self.items = items
    }

    /// nil where no household's answers are complete.
    func figure(_ step: CascadeStep) -> DomainFigure? {
        var (yes, whole) = (0.0, 0.0)
        for item in items where item.isComplete {
            let weight = item.weight * weights.classes[item.fold].factor
            whole += weight
            if item.fails == step { yes += weight }
        }
        guard whole > 0 else { return nil }
        let share = yes / whole
        // Of each class: its part in the domain, and how far its complete households lie from the share.
        var all = Array(repeating: 0.0, count: weights.classes.count)
        var distance = all
        for item in items {
            all[item.fold] += item.weight
            if item.isComplete { distance[item.fold] += item.weight * ((item.fails == step ? 1 : 0) - share) }
        }
        var sums = ScoreSums()
        for item in items {
            let own = weights.classes[item.fold]
            let factor = item.isComplete ? own.factor : 0
            var score = factor * ((item.fails == step ? 1 : 0) - share)
            // Of a class that reaches beyond the domain the factor is taken as fixed.
            if abs(all[item.fold] - own.all) <= 1e-9 * own.all, own.complete > 0 {
                score += (1 - factor) / own.complete * distance[item.fold]
            }
            sums.add(score / whole, count: item.count, cell: item.cell)
        }
        return DomainFigure(value: share, sums: sums)
    }
}
