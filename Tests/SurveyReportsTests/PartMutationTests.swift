import Basics
import Foundation
import Readiness
import TestSupport
import Testing

@testable import SurveyReports

/// Broken copies of a part: none stops the program, and what is refused is refused with its place.
@Suite struct PartMutationTests {
    private func refusal(_ old: String, _ new: String) throws -> String? {
        let text = String(decoding: try TestFiles.fixture("Mutations/part.json"), as: UTF8.self)
        let place = try #require(text.range(of: old), "\(old)")
        do {
            _ = try PartDocument.summary(
                in: text.replacingCharacters(in: place, with: new), file: "part.json")
            return nil
        } catch { return "\(error)" }
    }

    @Test(
        "a number out of its range is refused by its field",
        arguments: [
            ("\"read\": 3", "\"read\": 9223372036854775807", "input.read: 9223372036854775807"),
            ("\"rejected\": 0", "\"rejected\": -1", "input.rejected: -1"),
            ("\"blank\": 0", "\"blank\": 1000000001", "input.blank: 1000000001"),
            ("\"month\": \"2025-11\"", "\"month\": \"\\u001b[31m\"", "month: \"\\u{1B}[31m\""),
            ("\"month\": \"2025-11\"", "\"month\": \"2025-13\"", "month: \"2025-13\""),
            ("\"sampling\": \"probability\"", "\"sampling\": \"\\u202e\"", "sampling: \"\\u{202E}\""),
            ("\"households\": 0,", "\"households\": -5,", "groups[0].households: -5"),
            ("\"share60Plus\": null", "\"share60Plus\": 10.75", "groups[0].share60Plus: 10.75"),
            ("\"siteDistanceKilometres\": null", "\"siteDistanceKilometres\": 1001", "groups[0].siteDist"),
            ("\"kind\": \"sansang-part\"", "\"kind\": \"\\u0007\"", "kind \"\\u{7}\""),
        ])
    func ranges(old: String, new: String, found: String) throws {
        let message = try #require(try refusal(old, new), "\(new) is taken")
        #expect(message.contains("found \(found)"), "\(message)")
    }

    @Test("a broken part is read or refused with its place", arguments: 0..<10)
    func mutations(batch: Int) throws {
        let file = try TestFiles.fixture("Mutations/part.json")
        for seed in batch * 100..<(batch + 1) * 100 {
            var random = SplitMix64(test: seed + 1)
            let bytes = Mutation.json.mutated(file, &random)
            guard let text = String(validating: bytes, as: UTF8.self) else { continue }
            do {
                let part = try PartDocument.summary(in: text, file: "part.json")
                // What was read adds to another, and is written as it was read.
                let sum = part.merged(with: part) ?? part
                let again = try PartDocument.summary(in: PartDocument(sum).text(), file: "sum.json")
                #expect(again.counts == sum.counts, "seed \(seed)")
            } catch {
                #expect("\(error)".contains("found "), "seed \(seed): \(error)")
            }
        }
    }
}
