internal import SurveyStatistics

/// Σ w·online ÷ Σ w·dossiers: of each class the share that had a procedure, times the mean of those that told both
/// counts.
struct DossierRatio {
    /// One class.
    private struct Told {
        let own: DomainHouseholds.Class
        /// The share that had a procedure, and Σ w of those that told both counts.
        let procedure: Influence
        let weight: Double
        /// Their means of dossiers online and in all.
        let online, dossiers: Double

        /// nil where nobody told.
        init?(_ own: DomainHouseholds.Class) {
            var (weight, x, y) = (ExactSum(), ExactSum(), ExactSum())
            for cell in own.cells {
                weight.add(cell.weight, times: cell.counts.dossiers.filers)
                x.add(cell.weight, times: cell.counts.dossiers.x)
                y.add(cell.weight, times: cell.counts.dossiers.y)
            }
            guard let procedure = own.shares.procedure, weight.value > 0 else { return nil }
            self.own = own
            self.procedure = procedure
            self.weight = weight.value
            online = x.value / weight.value
            dossiers = y.value / weight.value
        }
    }

    private let told: [Told]
    /// Σ of dossiers, and the ratio.
    private let whole, value: Double

    /// nil where nobody of a class told, or nobody had a dossier.
    init?(_ households: DomainHouseholds) {
        told = households.classes.compactMap(Told.init)
        guard told.count == households.classes.count, !told.isEmpty else { return nil }
        whole = households.sum(told.map { $0.procedure.value * $0.dossiers })
        guard whole > 0 else { return nil }
        value = households.sum(told.map { $0.procedure.value * $0.online }) / whole
    }

    var figure: DomainFigure {
        var sums = ScoreSums()
        for told in told { add(told, to: &sums) }
        return DomainFigure(value: value, sums: sums)
    }

    private func add(_ told: Told, to sums: inout ScoreSums) {
        let distance = (told.online - value * told.dossiers) / whole
        let share = told.procedure.value
        let scores = told.procedure.scores.map { distance * (told.own.weight * $0 + share) }
        // Of a household with a dossier that told both: factor·(x − R·y) + shift, beside its score.
        let factor = told.own.weight * share / told.weight / whole
        let shift = -told.own.weight * share / told.weight * distance
        let answers = told.own.shares.answers
        let hadOne = answers.firstIndex { $0[.procedure] == true }
        for cell in told.own.cells {
            let others = cell.filing.filter { answers[$0.answers][.procedure] != true }
            sums.add(scores, others, cell: cell.place)
            guard let hadOne else { continue }
            let households = cell.filing.reduce(0) { $0 + $1.count } - others.reduce(0) { $0 + $1.count }
            let filers = cell.counts.dossiers.filers
            sums.add(scores[hadOne], count: max(0, households - filers), cell: cell.place)
            let constant = scores[hadOne] + shift
            let residual = residual(cell.counts.dossiers)
            let squares = factor * factor * self.squares(cell.counts.dossiers)
            let mixed = 2 * factor * constant * residual
            let count = Double(filers)
            sums.add(
                total: factor * residual + constant * count,
                squares: squares + mixed + constant * constant * count, cell: cell.place)
        }
    }

    /// Σ (x − R·y).
    private func residual(_ sums: DossierSums) -> Double { Double(sums.x) - value * Double(sums.y) }

    /// Σ (x − R·y)².
    private func squares(_ sums: DossierSums) -> Double {
        Double(sums.xx) - 2 * value * Double(sums.xy) + value * value * Double(sums.yy)
    }
}
