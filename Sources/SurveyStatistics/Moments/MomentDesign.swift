/// A one-stage design as cells of households that share stratum, PSU and weight: enough, with the sums of each cell,
/// for every mean, share, ratio and difference and their variances, without the rows.
///
/// It gives what `SurveyDesign` gives on the rows, up to rounding; cells are taken in their order, so the same cells
/// give the same bits however they were added up.
///
/// - Source: Lumley (2010), sec. 2.2; the sums of squares are expanded by hand.
public struct MomentDesign: Sendable {
    /// What the households of a cell share.
    public struct Cell: Sendable {
        /// Position of the stratum.
        public let stratum: Int
        /// The sampling weight, 0 or more.
        public let weight: Double
        /// Position of the PSU, PSUs of a stratum standing together; nil where every household is one.
        public let psu: Int?
        /// Its households, with an answer or without; 0 where that is not told.
        public let households: Int

        /// A cell of the design.
        public init(stratum: Int, weight: Double, psu: Int?, households: Int = 0) {
            self.stratum = stratum
            self.weight = weight
            self.psu = psu
            self.households = households
        }
    }

    /// A stratum of the sample.
    public struct Stratum: Sendable {
        /// PSUs sampled in it.
        public let sampledPSUs: Int
        /// 1 − n/N, 1 without a finite population.
        public let notSampled: Double

        /// Whether no unit of it was left out.
        var isFullCount: Bool { notSampled < 1e-7 }

        /// `population`: the stratum's PSUs where over 1, the fraction sampled up to 1, nil if not known; a sample as
        /// large or larger is a census.
        public init(sampledPSUs: Int, population: Double?) {
            self.sampledPSUs = sampledPSUs
            notSampled =
                population.map { $0 > 1 ? max(0, 1 - Double(sampledPSUs) / $0) : 1 - max(0, $0) } ?? 1
        }
    }

    let cells: [Cell]
    let strata: [Stratum]
    let lonelyPSU: LonelyPSU
    /// Whether the weights add up to the sample instead of a population.
    let hasNormalisedWeights: Bool

    /// A design of cells; each cell's stratum is a position in `strata`.
    public init(cells: [Cell], strata: [Stratum], lonelyPSU: LonelyPSU) {
        precondition(cells.allSatisfy { strata.indices.contains($0.stratum) })
        self.cells = cells
        self.strata = strata
        self.lonelyPSU = lonelyPSU
        var (sum, cases, notSampled) = (0.0, 0, 0.0)
        for cell in cells where cell.weight > 0 {
            sum += cell.weight * Double(cell.households)
            cases += cell.households
            notSampled += strata[cell.stratum].notSampled * Double(cell.households)
        }
        hasNormalisedWeights = WeightScale.isNormalised(
            sum: sum, cases: cases, notSampled: notSampled / Double(max(1, cases)))
    }

    /// The sampling weight of a cell's households.
    public func weight(ofCell place: Int) -> Double { cells[place].weight }

    /// Strata of the sample.
    public var strataCount: Int { strata.count }

    /// PSUs of the sample.
    public var psuCount: Int { strata.reduce(0) { $0 + $1.sampledPSUs } }

    /// PSUs − strata.
    public var degreesOfFreedom: Int { psuCount - strataCount }
}
