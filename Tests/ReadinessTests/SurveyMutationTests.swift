import Basics
import CSVReader
import Foundation
import Readiness
import SurveyData
import SyntheticWard
import TestSupport
import Testing

/// Survey files as slips and bad luck leave them: what is read adds up, what is refused is named, whatever the threads.
@Suite struct SurveyMutationTests {
    @Test(
        "1,000 broken copies of a survey in each dialect add up or are refused by place",
        arguments: [SurveyDialect.canonical, .vietnamese, .kobo])
    func addUpOrAreRefused(dialect: SurveyDialect) throws {
        let files = synthesize(
            SyntheticWardSettings(households: 40, months: 1, seed: 5, dialect: dialect, population: 200))
        let file = Array(try #require(files.first { $0.name.hasPrefix("20") }).bytes)
        let codebook = try Codebook.builtIn()
        var random = SplitMix64(seed: 18)
        for number in 0..<1000 {
            let bytes = Mutation.csv.mutated(file, &random)
            do {
                let read = try Survey.read(bytes: bytes, codebook: codebook)
                let counts = read.counts
                #expect(
                    counts.read == counts.accepted + counts.rejected + counts.blank + counts.totalsRows,
                    "seed 18, mutation \(number)")
                for issue in read.issues where issue.code.rejectsRecord {
                    #expect(issue.line != nil, "seed 18, mutation \(number): \(issue.code)")
                }
                let other = try Survey.read(bytes: bytes, codebook: codebook, threads: 3, chunkSize: 512)
                #expect(other.issues == read.issues && other.counts == counts, "seed 18, mutation \(number)")
                #expect(try SurveySummary(other) == SurveySummary(read), "seed 18, mutation \(number)")
            } catch let error as Diagnostic {
                let isPlaced = error.line != nil || error.header != nil
                #expect(
                    isPlaced || ["2025", "empty", "UTF-8"].contains(where: error.found.contains)
                        || error.code == .ambiguousDates, "seed 18, mutation \(number): \(error)")
            }
        }
    }
}
