// Values: R 4.2.2, survey 4.1-1, svyquantile(qrule = "math"), as written at each test.
import SurveyStatistics
import Testing

@Suite struct QuantileTests {
    private static func design(_ weights: [Double], _ strata: [Int]? = nil) throws -> SurveyDesign {
        try SurveyDesign(weights: weights, strata: strata, psus: nil, population: nil)
    }

    @Test(
        "a share that is reached but for rounding is reached, whatever the scale of weights",
        arguments: [44.21, 0.1, 1, 1e-9, 3e-300, 1.0 / 3, 7e11, 1e300, 4421.0 / 997])
    func ties(weight: Double) throws {
        for count in [10, 30, 70] {
            let design = try Self.design(Array(repeating: weight, count: count))
            let values = (1...count).map { Double?(Double($0)) }
            for tenth in 1...9 {
                let quantile = try design.quantile(of: values, probability: Double(tenth) / 10)
                #expect(quantile?.value == Double(tenth * count / 10), "\(count) of \(weight), \(tenth)")
            }
        }
    }

    @Test("a share that is not reached is not reached by slack") func noTie() throws {
        let design = try Self.design([1, 1, 1, 1])
        let quantile = try design.quantile(of: [1, 2, 3, 4], probability: 0.2500001)
        #expect(quantile?.value == 2)
    }

    /// d <- data.frame(h = rep(c("A", "B", "C"), each = 8), w = rep(c(2, 1.5, 3, 2.5), 6), y = …)
    /// svyquantile(~y, svydesign(~1, strata = ~h, weights = ~w, data = d), interval.type = "mean" and "xlogit")
    /// Below the smallest value's share R 4.1-1 gives the second value, so no end stands there.
    @Test(
        "where t's interval has no two ends, R's xlogit makes it",
        arguments: [
            (0.5, 12.0, 7.0, 20.0, 3.12558026889418, IntervalMethod.t),
            (0.8, 22, 17, 31, 3.36600952034758, .t),
            (0.85, 24, 15, 31, 3.84686802325437, .logit),
        ])
    func xlogit(
        probability: Double, value: Double, lower: Double, upper: Double, error: Double,
        method: IntervalMethod
    ) throws {
        let design = try Self.design(
            (0..<24).map { [2, 1.5, 3, 2.5][$0 % 4] }, (0..<24).map { $0 / 8 })
        let values: [Double?] = [
            13, 28, 1, 9, 12, 5, 20, 7, 15, 2, 11, 6, 17, 22, 31, 4, 8, 19, 26, 3, 14, 10, 24, 18,
        ]
        let quantile = try design.quantile(of: values, probability: probability)
        #expect(quantile?.value == value)
        #expect(quantile?.interval?.lower == lower)
        #expect(quantile?.interval?.upper == upper)
        #expect(abs((quantile?.standardError ?? 0) - error) < 1e-12 * error)
        #expect(quantile?.interval?.method == method)
        let asked = try design.quantile(of: values, probability: 0.8, interval: .logit)
        #expect(asked?.interval?.lower == 14)
        #expect(asked?.interval?.upper == 28)
    }

    /// R's xlogit gives NaN there, its mean an interval without width.
    @Test("the largest value has no interval", arguments: [IntervalMethod.t, .logit]) func largest(
        method: IntervalMethod
    ) throws {
        let design = try Self.design([2, 2, 3, 3, 1.5, 4])
        let quantile = try design.quantile(
            of: [1, 2, 3, 4, 5, 6], probability: 0.95, interval: method)
        #expect(quantile?.value == 6)
        #expect(quantile?.interval == nil)
        let alike = try design.quantile(
            of: Array(repeating: 4, count: 6), probability: 0.5, interval: method)
        #expect(alike?.value == 4)
        #expect(alike?.interval == nil)
    }
}
