import Basics
import SurveyStatistics
import Testing

@Suite struct DistributionsTests {
    // Python: scipy 1.17.1, t.ppf(p, df)
    @Test(arguments: [
        (0.975, 1.0, 12.706204736174694), (0.975, 3, 3.1824463052837078), (0.975, 10, 2.228138851986274),
        (0.975, 197, 1.9720790337785144), (0.975, 7885, 1.960264888690895),
        (0.975, 59284, 1.9600040007137403),
        (0.975, 1e6, 1.959966356814107),
    ])
    func tQuantilesAgreeWithScipy(share: Double, df: Double, expected: Double) {
        #expect(abs(Distributions.tQuantile(share, df: df) - expected) < 1e-11 * expected)
        #expect(Distributions.tQuantile(1 - share, df: df) < 0)
    }

    // Python: scipy 1.17.1, norm.ppf(p)
    @Test(arguments: [
        (1e-300, -37.0470962993612), (1e-20, -9.262340089798409), (0.001, -3.090232306167813),
        (0.025, -1.9599639845400545), (0.3, -0.5244005127080409), (0.5, 0), (0.9, 1.2815515655446004),
        (0.999999, 4.753424308817087),
    ])
    func normalQuantilesAgreeWithScipy(share: Double, expected: Double) {
        #expect(abs(Distributions.normalQuantile(share) - expected) <= 1e-14 * abs(expected))
    }

    // Python: scipy 1.17.1, beta.ppf(p, a, b)
    @Test(arguments: [
        (0.025, 2.0, 5.0, 0.043271868292741676), (0.025, 160, 81, 0.6031598828403207),
        (0.025, 16000, 8100, 0.6579238914052542), (0.975, 1, 20, 0.16843347098308536),
    ])
    func betaQuantilesAgreeWithScipy(share: Double, a: Double, b: Double, expected: Double) {
        #expect(abs(Distributions.betaQuantile(share, a, b) - expected) < 1e-10 * expected)
    }

    @Test func quantilesAndSharesUndoEachOther() {
        for a in [0.3, 1, 2.5, 40, 900] {
            for b in [0.4, 1, 7, 300] {
                for share in [0.001, 0.025, 0.5, 0.9, 0.999] {
                    let point = Distributions.betaQuantile(share, a, b)
                    // Close to 1 a point cannot be told finely enough from its neighbours to give its share back.
                    if point > 1 - 1e-9 { continue }
                    #expect(abs(Distributions.betaShare(point, a, b) - share) < 1e-9, "\(a) \(b) \(share)")
                }
            }
        }
    }

    /// Against whole numbers: every addend is one of 1/2^60 times a power of two.
    @Test(arguments: 0..<50)
    func exactSumsAreThoseOfWholeNumbers(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var sum = ExactSum()
        var whole = 0 as Int128
        for _ in 0..<500 {
            let shift = random.below(60)
            let number = Int128(random.next() >> 11) << Int128(shift) * (random.below(2) == 0 ? 1 : -1)
            whole += number
            sum.add(Double(number))
            #expect(sum.value == Double(whole), "seed \(seed)")
        }
    }

    @Test func exactSumsLoseNothing() {
        var sum = ExactSum()
        for number in [1e100, 1, -1e100, 1e-30, 3, -1e-30] { sum.add(number) }
        #expect(sum.value == 4)
        var left = ExactSum()
        var right = ExactSum()
        for index in 1...1000 {
            left.add(0.1 * Double(index))
            right.add(1e16 / Double(index))
        }
        var both = left
        both.merge(right)
        right.merge(left)
        #expect(both.value == right.value)
    }
}
