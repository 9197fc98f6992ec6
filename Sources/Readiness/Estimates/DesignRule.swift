internal import SurveyData

/// Where each household stands in the sampling design, told by what its summary cell is told by.
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
        asked = summary.cells.reduce(into: [:]) {
            $0[$1.key.group, default: 0] += $1.value.everyone.households
        }
        living = Dictionary(
            summary.groups.map { ($0.id.text, $0.households) }, uniquingKeysWith: { first, _ in first })
        hasPopulation = keys.allSatisfy { $0.population != nil }
    }

    func place(of key: SummaryCell.Key) -> Place {
        switch weighting {
        case .equal: return Place(stratum: nil, psu: nil, weight: 1, population: nil)
        case .column:
            return Place(
                stratum: key.stratum, psu: key.psu, weight: key.weight ?? 0,
                population: hasPopulation ? key.population : nil)
        case .registry:
            // A group asked in full (or over) is a census of itself.
            let sampled = asked[key.group] ?? 1
            let size = Double(max(key.group.flatMap { living[$0] } ?? 0, sampled))
            return Place(
                stratum: key.group, psu: nil, weight: size / Double(sampled), population: size)
        }
    }
}
