import Basics
@testable import SyntheticWard
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
                    "2025-09.csv", "2025-10.csv", "groups.csv", "volunteers.csv", "registry.csv",
                    "map.geojson", "truth.json", "README.txt",
                ])
    }

    /// Pins the bytes across machines and compilers: FNV-1a (64 bits) of every file but the README and the map, whose
    /// borders rest on the machine's own sines; and of those files without the mark of made-up rows, as they were
    /// before there was one.
    ///
    /// A change here changes every published sample: say so in the change log.
    @Test(arguments: [
        (SurveyDialect.canonical, "fe72d3cb6a41d6c2", "f443926a27de5782"),
        (.vietnamese, "996e89121d139fcc", "de6b096f7afc2f52"),
        (.kobo, "4733187f55c874c3", "9230a30a23dd8e2f"),
    ])
    func theBytesOfASeedNeverChange(dialect: SurveyDialect, whole: String, unmarked: String) {
        let files = ward(seed: 7, dialect: dialect).filter {
            !["README.txt", "map.geojson", "registry.csv"].contains($0.name)
        }
        #expect(hash(files.map(\.bytes)) == whole)
        let before = files.map { file in
            file.name.hasSuffix(".csv")
                ? withoutLastColumn(file.bytes, file.name.hasPrefix("2025") ? dialect.words.delimiter : 0x2C)
                : file.bytes
        }
        #expect(hash(before) == unmarked)
    }

    @Test("the registry of a seed never changes")
    func theRegistryOfASeedNeverChanges() {
        let population = WardPopulation(households: 6_000, seed: 7)
        #expect(hash([population.householdsFile.bytes]) == "3737d9e7f8084c95")
    }

    private func hash(_ files: [[UInt8]]) -> String {
        var hash = FNV1a()
        for file in files { file.withUnsafeBytes { hash.add($0) } }
        return String(hash.value, radix: 16)
    }

    private func withoutLastColumn(_ bytes: [UInt8], _ delimiter: UInt8) -> [UInt8] {
        var result: [UInt8] = []
        var isQuoted = false
        var lastField = 0
        for byte in bytes {
            switch byte {
            case 0x22: isQuoted.toggle()
            case delimiter where !isQuoted: lastField = result.count
            case 0x0A where !isQuoted:
                let isReturn = result.last == 0x0D
                if lastField > 0 { result.removeLast(result.count - lastField) }
                if lastField > 0, isReturn { result.append(0x0D) }
                lastField = 0
            default: break
            }
            result.append(byte)
        }
        return result
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
