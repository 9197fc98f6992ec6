internal import SurveyStatistics

/// The share of a domain's households that fail one step and no other: of households that answered every step,
/// weighted to all of their class, less the same share of those that file alone, who have no barrier.
struct OnlyBarrierFigure {
    /// Households of a cell and class with the same answers.
    private struct Item {
        let cell: Int
        /// Position in `folds`.
        let fold: Int
        let count: Int
        let weight: Double
        let isComplete, filesAlone: Bool
        let onlyFailure: CascadeStep?
        /// How it moves the share of the domain that files alone.
        let aloneScore: Double
    }

    /// A class of households that are weighted together.
    private struct Fold {
        let own: OnlyBarrierWeights.Class
        /// Σ w of its households in the domain.
        var inDomain = 0.0

        /// Whether it does not reach beyond the domain.
        var isWithin: Bool { abs(inDomain - own.all) <= 1e-9 * own.all }
    }

    private let items: [Item]
    private let folds: [Fold]
    /// The share of the domain that files alone, so far as is known.
    private let alone: Double

    init(_ households: DomainHouseholds, _ weights: OnlyBarrierWeights) {
        let whole = households.weight
        let alone =
            whole > 0 ? households.sum(households.classes.map { $0.shares.alone?.value ?? 0 }) / whole : 0
        var items: [Item] = []
        var folds: [Fold] = []
        var places: [Int: Int] = [:]
        for own in households.classes {
            let answers = own.shares.answers
            let isComplete = answers.map(\.tellsAllSteps)
            let filesAlone = answers.map { $0.passes(.filesAlone) == true }
            let onlyFailure = answers.map(\.onlyFailure)
            let distance = (own.shares.alone?.value ?? 0) - alone
            for cell in own.cells {
                let number = weights.place(cell: cell.place, cell.own)
                let fold = places[number] ?? folds.count
                if fold == folds.count {
                    places[number] = fold
                    folds.append(Fold(own: weights.classes[number]))
                }
                for (place, count) in cell.filing {
                    folds[fold].inDomain += cell.weight * Double(count)
                    items.append(
                        Item(
                            cell: cell.place, fold: fold, count: count, weight: cell.weight * Double(count),
                            isComplete: isComplete[place], filesAlone: filesAlone[place],
                            onlyFailure: onlyFailure[place],
                            aloneScore: (own.weight * (own.shares.alone?.scores[place] ?? 0) + distance)
                                / whole))
                }
            }
        }
        self.items = items
        self.folds = folds
        self.alone = alone
    }

    /// nil where no household answered every step.
    func figure(_ step: CascadeStep) -> DomainFigure? {
        guard let all = share(failingOnly: step, among: { _ in true }) else { return nil }
        let own = share(failingOnly: step, among: \.filesAlone)
        var sums = ScoreSums()
        for (place, item) in items.enumerated() {
            let less = own.map { alone * $0.scores[place] + $0.value * item.aloneScore } ?? 0
            sums.add(all.scores[place] - less, count: item.count, cell: item.cell)
        }
        return DomainFigure(value: all.value - alone * (own?.value ?? 0), sums: sums)
    }

    /// Of some households that answered every step, the share that fails this one alone, and how each item moves it;
    /// nil where there is none.
    private func share(
        failingOnly step: CascadeStep, among isMember: (Item) -> Bool
    ) -> (value: Double, scores: [Double])? {
        let items = items
        let factors = folds.map(\.own.factor)
        let isCounted = items.map { $0.isComplete && isMember($0) }
        var (yes, whole) = (0.0, 0.0)
        for (item, isCounted) in zip(items, isCounted) where isCounted {
            let weight = item.weight * factors[item.fold]
            whole += weight
            if item.onlyFailure == step { yes += weight }
        }
        guard whole > 0 else { return nil }
        let share = yes / whole
        func distance(_ item: Item) -> Double { (item.onlyFailure == step ? 1 : 0) - share }
        // Of each class, how far its counted households lie from the share.
        var distances = Array(repeating: 0.0, count: folds.count)
        for (item, isCounted) in zip(items, isCounted) where isCounted {
            distances[item.fold] += item.weight * distance(item)
        }
        // By class: how a household with complete answers, and one without, moves the factor.
        let moves = zip(folds, distances).map { fold, distance in
            let own = fold.own
            // Of a class that reaches beyond the domain the factor is taken as fixed.
            guard fold.isWithin, own.complete > 0 else { return (complete: 0.0, other: 0.0) }
            return ((1 - own.factor) / own.complete * distance, 1 / own.complete * distance)
        }
        var scores = Array(repeating: 0.0, count: items.count)
        for (place, item) in items.enumerated() {
            let move = item.isComplete ? moves[item.fold].complete : moves[item.fold].other
            scores[place] = ((isCounted[place] ? factors[item.fold] * distance(item) : 0) + move) / whole
        }
        return (share, scores)
    }
}
