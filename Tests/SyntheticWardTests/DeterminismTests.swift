import SyntheticWard
import Testing

@Suite struct DeterminismTests {
    private func ward(seed: UInt64, dialect: SurveyDialect = .canonical) -> [SyntheticFile] {
        synthesize(SyntheticWardSettings(households: 600, months: 2, seed: seed, dialect: dialect))
    }

    @Test func equalSeedsMakeEqualBytes() {
        #expect(ward(seed: 7) == ward(seed: 7))
    }

    @Test func anotherSeedMakesAnotherWard() {
        let one = ward(seed: 7)
        let other = ward(seed: 8)
        #expect(one.map(\.name) == other.map(\.name))
        for (left, right) in zip(one, other) { #expect(left.bytes != right.bytes, "\(left.name)") }
    }

    @Test func filesComeInAFixedOrder() {
        #expect(
            ward(seed: 1).map(\.name)
                == [
                    "2025-09.csv", "2025-10.csv", "groups.csv", "volunteers.csv", "map.geojson", "truth.json",
                    "README.txt",
                ])
    }

    /// Pins the bytes across machines and compilers: FNV-1a (64 bits) of every file but the README and the map, whose
    /// borders rest on the machine's own sines.
    ///
    /// A change here changes every published sample: say so in the change log.
    @Test(arguments: [
        (SurveyDialect.canonical, "d2d7d1612992e542"), (.vietnamese, "27eb9e46e033f152"),
        (.kobo, "5b177d3172075773"),
    ])
    func theBytesOfASeedNeverChange(dialect: SurveyDialect, expected: String) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in ward(seed: 7, dialect: dialect)
        where file.name != "README.txt" && file.name != "map.geojson" {
            for byte in file.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        #expect(String(hash, radix: 16) == expected)
    }

    @Test func aWardOfNobodyIsAProgrammersError() async {
        await #expect(processExitsWith: .failure) {
            _ = SyntheticWardSettings(households: 0, months: 1, seed: 1)
        }
    }

    @Test func theReadmeSaysThatAllIsInvented() throws {
        let readme = try #require(ward(seed: 7).last)
        #expect(String(decoding: readme.bytes, as: UTF8.self).contains("SYNTHETIC"))
    }
}
