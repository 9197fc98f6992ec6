/// What is believed of a chance before any outcome is in: a Beta distribution.
package struct BetaPrior: Sendable, Equatable {
    /// Like `a` visits that worked and `b` that did not; both above 0.
    package let a, b: Double

    /// - Precondition: `a` and `b` are finite and above 0.
    package init(a: Double, b: Double) {
        precondition(a > 0 && b > 0 && a.isFinite && b.isFinite, "a Beta prior needs a > 0 and b > 0")
        self.a = a
        self.b = b
    }

    /// The expected chance, 0…1.
    package var mean: Double { a / (a + b) }
}
