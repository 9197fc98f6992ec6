/// A statement on this month's figures that rests on a test, before the family of all tests is decided.
struct LevelClaim: Sendable {
    /// What is said where the test allows it.
    let certain: Finding
    /// What is said else.
    let otherwise: Finding
    /// nil: nothing is tested, `otherwise` is said.
    let pValue: Double?
    /// The difference that the test is about, and its standard error; 0 where more interviews are no question.
    let difference: Double
    let error: Double

    init(
        certain: Finding, otherwise: Finding, pValue: Double?, difference: Double = 0, error: Double = 0
    ) {
        self.certain = certain
        self.otherwise = otherwise
        self.pValue = pValue
        self.difference = difference
        self.error = error
    }

    /// A statement without a test.
    init(untested finding: Finding) { self.init(certain: finding, otherwise: finding, pValue: nil) }
}
