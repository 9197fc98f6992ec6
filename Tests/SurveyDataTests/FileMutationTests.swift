import Basics
import Foundation
import TestSupport
import Testing

@testable import SurveyData

/// 3,000 broken copies of each file of the ward: none stops the program, and what is refused is refused with its place.
@Suite struct FileMutationTests {
    private func check(
        _ name: String, _ mutation: Mutation, batch: Int, _ read: ([UInt8]) throws -> Void
    ) throws {
        let file = try TestFiles.fixture("Mutations/\(name)")
        try read(file)
        for seed in batch * 300..<(batch + 1) * 300 {
            var random = SplitMix64(test: seed + 1)
            let bytes = mutation.mutated(file, &random)
            do {
                try read(bytes)
            } catch {
                #expect(saysWhere("\(error)"), "\(name), seed \(seed): \(error)")
            }
        }
    }

    @Test("a broken groups file is read or refused with its place", arguments: 0..<10)
    func groups(batch: Int) throws {
        try check("groups.csv", .csv, batch: batch) {
            let registry = try Registry(table: WardTable(bytes: $0, name: "groups.csv"))
            #expect(registry.groups.allSatisfy { (1...100_000).contains($0.households) })
        }
    }

    @Test("a broken volunteers file is read or refused with its place", arguments: 0..<10)
    func volunteers(batch: Int) throws {
        let registry = try Registry(
            table: WardTable(bytes: TestFiles.fixture("Mutations/groups.csv"), name: "groups.csv"))
        try check("volunteers.csv", .csv, batch: batch) {
            let table = try WardTable(bytes: $0, name: "volunteers.csv")
            let roster = try Roster(table: table, registry: registry)
            #expect(roster.volunteers.allSatisfy { (0...20_000).contains($0.minutes) })
            #expect(roster.volunteers.allSatisfy { (1...30).contains($0.maximumGroups) })
        }
    }

    @Test("a broken file of official counts is read or refused with its place", arguments: 0..<10)
    func official(batch: Int) throws {
        try check("official.csv", .csv, batch: batch) {
            let counts = try OfficialCounts(table: WardTable(bytes: $0, name: "official.csv"))
            #expect(counts.rows.allSatisfy { 0 <= $0.online && $0.online <= $0.dossiers })
            for row in counts.rows { _ = counts.count(of: row.month) }
        }
    }

    @Test("a broken codebook is read or refused with its place", arguments: 0..<10)
    func codebook(batch: Int) throws {
        try check("codebook.yaml", .yaml, batch: batch) {
            guard let text = String(validating: $0, as: UTF8.self) else { return }
            _ = try Codebook(yaml: text, file: "codebook.yaml")
        }
    }

    @Test("a broken map is read or refused with its place", arguments: 0..<10)
    func map(batch: Int) throws {
        let registry = try Registry(
            table: WardTable(bytes: TestFiles.fixture("Mutations/groups.csv"), name: "groups.csv"))
        try check("map.geojson", .json, batch: batch) {
            let map = try WardMap(bytes: $0, file: "map.geojson", registry: registry)
            #expect(!map.shapes.isEmpty)
        }
    }
}
