import Basics
import Testing

@Suite struct SplitMix64Tests {
    /// Reference: splitmix64.c of S. Vigna (prng.di.unimi.it), x = 1234567, first five numbers.
    @Test("the stream of a state is that of the published program")
    func reference() {
        var random = SplitMix64(state: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    /// Samples and reports of the first version were drawn with these: they must never change.
    @Test("a seed keeps its stream from version to version")
    func seeds() {
        var random = SplitMix64(seed: 2025)
        #expect(
            (0..<3).map { _ in random.next() } == [
                12_233_062_503_447_256_940, 10_051_118_692_639_901_644, 9_098_393_559_541_051_493,
            ])
    }

    @Test(
        "numbers below a limit stay below it, and shares between 0 and 1", arguments: [1, 2, 7, 97, 1 << 40])
    func ranges(limit: Int) {
        var random = SplitMix64(seed: 1)
        for _ in 0..<10_000 {
            #expect((0..<limit).contains(random.below(limit)))
            let share = random.share()
            #expect(share > 0 && share < 1)
        }
    }
}
