/// What weights add up to.
enum WeightScale {
    /// A population this much larger than its sample is none, unless the design says that nearly all were asked.
    private static let leastPopulation = 1.05

    /// Whether weights add up to the sample (or less) instead of a population, as many agencies deliver them.
    ///
    /// Their sum is no N: against a sample drawn without replacement from so few, any design effect would be vast.
    /// `notSampled`: the mean of 1 − n/N over cases; near 0 the sum is a population asked almost in full.
    static func isNormalised(sum: Double, cases: Int, notSampled: Double) -> Bool {
        cases > 0 && sum <= leastPopulation * Double(cases) && notSampled > 0.5
    }
}
