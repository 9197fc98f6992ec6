/// What two samples of one population, drawn one after the other, have in common: the sampled units of the first stage
/// that stand in both, by stratum.
///
/// - Source: S. M. Tam, The American Statistician 38 (1984) 288–289; L. Qualité and Y. Tillé, Survey Methodology 34
///   (2008) 173–181.
public struct SampleOverlap: Sendable {
    let earlier, later: SurveyDesign
    /// By row of each sample: the number of its unit. Units that stand in both samples come first.
    let earlierUnits, laterUnits: [Int]
    private let strata: [Stratum]
    private let stratumOfUnit: [Int]

    private struct Stratum {
        var common = 0
        /// n₁·n₂ ÷ N, how many units two samples drawn apart would have in common; 0 without a finite population.
        var expected = 0.0
    }

    private struct Place: Hashable {
        let stratum, unit: Int
    }

    /// Links two samples.
    ///
    /// `units` and `strata` hold one label a row of each sample; the same label is the same unit or stratum in both. A
    /// unit whose stratum differs is two units.
    public init(
        earlier: SurveyDesign, units earlierLabels: [Int], strata earlierStrata: [Int], later: SurveyDesign,
        laterUnits laterLabels: [Int], laterStrata: [Int]
    ) {
        precondition(earlierLabels.count == earlier.rowCount && earlierStrata.count == earlier.rowCount)
        precondition(laterLabels.count == later.rowCount && laterStrata.count == later.rowCount)
        self.earlier = earlier
        self.later = later
        let before = zip(earlierStrata, earlierLabels).map { Place(stratum: $0, unit: $1) }
        let after = zip(laterStrata, laterLabels).map { Place(stratum: $0, unit: $1) }
        let common = Self.sorted(Set(before).intersection(after))
        let units = common + Self.sorted(Set(before).symmetricDifference(after))
        let place = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($0.element, $0.offset) })
        let labels = Set(common.map(\.stratum)).sorted()
        let number = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($0.element, $0.offset) })
        earlierUnits = before.map { place[$0] ?? 0 }
        laterUnits = after.map { place[$0] ?? 0 }
        stratumOfUnit = common.map { number[$0.stratum] ?? 0 }
        var strata = Array(repeating: Stratum(), count: labels.count)
        for stratum in stratumOfUnit { strata[stratum].common += 1 }
        let fractions = Self.fractions(earlier, earlierStrata)
        let counts = Self.counts(after)
        for (place, label) in labels.enumerated() {
            strata[place].expected = (fractions[label] ?? 0) * Double(counts[label] ?? 0)
        }
        self.strata = strata
    }

    private static func sorted(_ places: Set<Place>) -> [Place] {
        places.sorted { ($0.stratum, $0.unit) < ($1.stratum, $1.unit) }
    }

    private static func fractions(_ design: SurveyDesign, _ labels: [Int]) -> [Int: Double] {
        var fractions: [Int: Double] = [:]
        for (row, label) in labels.enumerated() where fractions[label] == nil {
            let stratum = design.first.stratumOfUnit[design.first.unit(of: row)]
            fractions[label] = 1 - design.first.strata[stratum].notSampled
        }
        return fractions
    }

    private static func counts(_ places: [Place]) -> [Int: Int] {
        Dictionary(grouping: Set(places), by: \.stratum).mapValues(\.count)
    }

    /// Units that stand in both samples.
    public var commonUnits: Int { stratumOfUnit.count }

    /// How two estimates, one of each sample, vary together over the common units.
    struct Moments {
        /// The covariance of the estimates.
        var covariance = ExactSum()
        /// Sums over strata of n ÷ (n − 1) · Σ (z₁ − z̄₁)(z₂ − z̄₂), of both samples and of each with itself.
        var products = ExactSum()
        var earlier = ExactSum()
        var later = ExactSum()

        /// How alike the two answers of a unit are, −1…1; nil where the answers of one sample are all the same.
        var correlation: Double? {
            let scale = (earlier.value * later.value).squareRoot()
            return scale > 0 ? min(1, max(-1, products.value / scale)) : nil
        }
    }

    /// How an estimate of the earlier sample and one of the later vary together.
    ///
    /// A stratum with one common unit tells nothing and is left out.
    func moments(_ before: Scores, _ after: Scores) -> Moments {
        let left = totals(before, earlierUnits)
        let right = totals(after, laterUnits)
        var sums = Array(repeating: (left: ExactSum(), right: ExactSum()), count: strata.count)
        for (unit, stratum) in stratumOfUnit.enumerated() {
            sums[stratum].left.add(left[unit])
            sums[stratum].right.add(right[unit])
        }
        let means = zip(sums, strata).map { sum, stratum in
            (left: sum.left.value / Double(stratum.common), right: sum.right.value / Double(stratum.common))
        }
        var products = Array(
            repeating: (both: ExactSum(), left: ExactSum(), right: ExactSum()), count: strata.count)
        for (unit, stratum) in stratumOfUnit.enumerated() {
            let (first, second) = (left[unit] - means[stratum].left, right[unit] - means[stratum].right)
            products[stratum].both.add(first * second)
            products[stratum].left.add(first * first)
            products[stratum].right.add(second * second)
        }
        var moments = Moments()
        for (stratum, product) in zip(strata, products) where stratum.common > 1 {
            let count = Double(stratum.common)
            let scale = count / (count - 1)
            moments.covariance.add(product.both.value * scale * (1 - stratum.expected / count))
            moments.products.add(product.both.value * scale)
            moments.earlier.add(product.left.value * scale)
            moments.later.add(product.right.value * scale)
        }
        return moments
    }

    /// Common units with a case in both, less their strata.
    func commonDegreesOfFreedom(_ before: Scores, _ after: Scores) -> Int {
        let common = Set(before.rows.map { earlierUnits[$0] }.filter { $0 < commonUnits }).intersection(
            after.rows.map { laterUnits[$0] })
        return common.count - Set(common.map { stratumOfUnit[$0] }).count
    }

    private func totals(_ scores: Scores, _ units: [Int]) -> [Double] {
        var sums = Array(repeating: ExactSum(), count: stratumOfUnit.count)
        for (row, value) in zip(scores.rows, scores.values) {
            if units[row] < commonUnits { sums[units[row]].add(value) }
        }
        return sums.map(\.value)
    }
}
