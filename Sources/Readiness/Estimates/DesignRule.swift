internal import SurveyData

/// Where each household stands in the sampling design, told by what its summary cell is told by.
///
/// Columns of strata and sampled units say how households were drawn, whether the survey has weights or not. Weights
/// from a registry take its groups as strata where no column says otherwise.
struct DesignRule: Sendable {
    /// A household's place in the design.
    struct Place: Hashable {
        let stratum, psu: String?
        let weight: Double
        /// PSUs of the stratum, or the fraction sampled; nil without a finite population.
        let population: Double?
    }

    let weighting: WardDesign.Weighting
    /// Of a registry: households asked, and living, in each group.
    private let asked: [String?: Int]
    private let living: [String: Int]
    /// Whether each household has a population size.
    private let hasPopulation: Bool
    /// Whether a column names strata or sampled units.
    private let hasDrawing: Bool
    /// Whether every group with somebody asked was asked in full.
    private let isCensus: Bool

    init(_ summary: SurveySummary) {
        let keys = summary.cells.keys
        if keys.contains(where: { $0.weight != nil }) {
            weighting = .column
        } else if summary.hasRegistry, summary.sampling != .volunteer,
            keys.contains(where: { $0.group != nil })
        {
            weighting = .registry
        } else {
            weighting = .equal
        }
        let asked = summary.cells.reduce(into: [String?: Int]()) {
            $0[$1.key.group, default: 0] += $1.value.everyone.households
        }
        let living = Dictionary(
            summary.groups.map { ($0.id.text, $0.households) }, uniquingKeysWith: { first, _ in first })
        hasDrawing = keys.contains { $0.stratum != nil || $0.psu != nil }
        isCensus = asked.allSatisfy { group, households in
            group.flatMap { living[$0] }.map { $0 <= households } ?? false
        }
        self.asked = asked
        self.living = living
        hasPopulation = keys.allSatisfy { $0.population != nil }
    }

    /// Whether variances are corrected for the part of each group's households that was asked.
    var correctsForGroups: Bool { weighting == .registry && (!hasDrawing || isCensus) }

    func place(of key: SummaryCell.Key) -> Place {
        switch weighting {
        case .equal: return Place(stratum: key.stratum, psu: key.psu, weight: 1, population: nil)
        case .column:
            return Place(
                stratum: key.stratum, psu: key.psu, weight: key.weight ?? 0,
                population: hasPopulation ? key.population : nil)
        case .registry:
            // A group asked in full (or over) is a census of itself.
            let sampled = asked[key.group] ?? 1
            let size = Double(max(key.group.flatMap { living[$0] } ?? 0, sampled))
            if hasDrawing {
                // How many units a stratum has is not told: none is left out only where no household is.
                return Place(
                    stratum: key.stratum, psu: key.psu, weight: size / Double(sampled),
                    population: isCensus ? 1 : nil)
            }
            return Place(
                stratum: key.group, psu: nil, weight: size / Double(sampled), population: size)
        }
    }
}
