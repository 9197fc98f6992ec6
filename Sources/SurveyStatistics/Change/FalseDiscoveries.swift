/// Which of many tests to believe.
public enum FalseDiscoveries {
    /// Whether each test is a discovery, in the order given, when a share of at most `share` of all discoveries is to
    /// be false on average.
    ///
    /// - Source: Y. Benjamini and Y. Hochberg, JRSS B 57 (1995) 289–300.
    public static func discovered(_ pValues: [Double], share: Double) -> [Bool] {
        let count = Double(pValues.count)
        let sorted = pValues.sorted()
        let last = sorted.indices.last { sorted[$0] <= share * Double($0 + 1) / count }
        guard let last else { return pValues.map { _ in false } }
        return pValues.map { $0 <= sorted[last] }
    }

    /// The level at which one of the tests would be a discovery, the others being as they are.
    ///
    /// - Source: Y. Benjamini and D. Yekutieli, Annals of Statistics 29 (2001) 1165–1188, sec. 2.
    public static func level(of test: Int, in pValues: [Double], share: Double) -> Double {
        var others = pValues
        others[test] = 0
        let count = discovered(others, share: share).count(where: \.self)
        return share * Double(count) / Double(pValues.count)
    }

    /// The smallest share of false discoveries at which each test would be one.
    public static func adjusted(_ pValues: [Double]) -> [Double] {
        let count = Double(pValues.count)
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        var adjusted = pValues
        var least = 1.0
        for (rank, place) in order.enumerated().reversed() {
            least = min(least, pValues[place] * count / Double(rank + 1))
            adjusted[place] = least
        }
        return adjusted
    }
}
