internal import SurveyData
internal import SurveyStatistics

/// A figure of a domain with its influence values.
struct DomainFigure: Sendable {
    let value: Double
    let sums: ScoreSums
}

/// Makes figures of one domain. Within a weighting class those who answered stand for those who did not, and classes
/// count by all their households: where nobody leaves an answer out that is the plain share.
///
/// - Source: weighting classes: C.-E. Särndal, S. Lundström, Estimation in Surveys with Nonresponse (2005), ch. 7.
struct DomainFigures: Sendable {
    private let parts: [SurveyDomains.Part]
    private let design: WardDesign
    private let classes: DomainHouseholds
    private let onlyBarriers: OnlyBarrierFigure

    init(_ parts: [SurveyDomains.Part], of design: WardDesign, _ onlyBarriers: OnlyBarrierWeights) {
        self.parts = parts
        self.design = design
        classes = DomainHouseholds(parts, of: design)
        self.onlyBarriers = OnlyBarrierFigure(classes, onlyBarriers)
    }

    /// For figures that a class of its own cannot give: all households as one class.
    private var whole: DomainHouseholds { DomainHouseholds(parts, of: design, isFolded: true) }

    /// nil where nobody answers.
    func figure(_ indicator: Indicator, _ number: Int) -> DomainFigure? {
        figure(classes, indicator, number) ?? figure(whole, indicator, number)
    }

    private func figure(_ households: DomainHouseholds, _ indicator: Indicator, _ number: Int)
        -> DomainFigure?
    {
        if indicator.isDossierRatio { return DossierRatio(households)?.figure }
        if let step = CascadeStep.barriers.first(where: { Indicator.onlyBarrier($0) == indicator }) {
            return onlyBarriers.figure(step)
        }
        if FilingShares.makes(indicator) { return households.ratio { $0.figure(indicator) } }
        return households.share(number)
    }

    /// The difference of two figures made of shares of steps; nil where one has no base.
    func difference(_ first: Indicator, _ second: Indicator) -> DomainFigure? {
        func difference(_ households: DomainHouseholds) -> DomainFigure? {
            households.ratio { shares in
                guard let one = shares.figure(first), let other = shares.figure(second) else { return nil }
                return .init(above: one.above - other.above, below: one.below)
            }
        }
        return difference(classes) ?? difference(whole)
    }
}

extension DomainHouseholds {
    /// The share of households that says yes to an indicator of single answers.
    fileprivate func share(_ number: Int) -> DomainFigure? {
        let shares = classes.map { own -> (share: Double, known: Double)? in
            var (yes, known) = (ExactSum(), ExactSum())
            for cell in own.cells {
                yes.add(cell.weight, times: cell.counts.yes[number])
                known.add(cell.weight, times: cell.counts.known[number])
            }
            return known.value > 0 ? (yes.value / known.value, known.value) : nil
        }
        guard !shares.contains(where: { $0 == nil }), weight > 0 else { return nil }
        let value = sum(shares.map { $0?.share ?? 0 }) / weight
        var sums = ScoreSums()
        for (own, share) in zip(classes, shares) {
            guard let share else { continue }
            let factor = own.weight / share.known / weight
            let distance = (share.share - value) / weight
            for cell in own.cells {
                let (known, yes) = (cell.counts.known[number], cell.counts.yes[number])
                sums.add(factor * (1 - share.share) + distance, count: yes, cell: cell.place)
                sums.add(-factor * share.share + distance, count: known - yes, cell: cell.place)
                sums.add(distance, count: cell.counts.households - known, cell: cell.place)
            }
        }
        return DomainFigure(value: value, sums: sums)
    }

    /// Σ of one figure of all households ÷ Σ of another, each a sum over classes.
    fileprivate func ratio(_ parts: (FilingShares) -> FilingShares.Parts?) -> DomainFigure? {
        let found = classes.map { parts($0.shares) }
        guard !found.contains(where: { $0 == nil }) else { return nil }
        let whole = sum(found.map { $0?.below.value ?? 0 })
        guard whole > 0 else { return nil }
        let value = sum(found.map { $0?.above.value ?? 0 }) / whole
        var sums = ScoreSums()
        for (own, parts) in zip(classes, found) {
            guard let parts else { continue }
            let distance = parts.above.value - value * parts.below.value
            let scores = zip(parts.above.scores, parts.below.scores).map { above, below in
                (own.weight * (above - value * below) + distance) / whole
            }
            for cell in own.cells { sums.add(scores, cell.filing, cell: cell.place) }
        }
        return DomainFigure(value: value, sums: sums)
    }

    /// Σ over classes of their weight × a value of each.
    func sum(_ values: [Double]) -> Double {
        zip(classes, values).reduce(0) { $0 + $1.0.weight * $1.1 }
    }
}
