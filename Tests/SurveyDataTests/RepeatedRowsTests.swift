import Basics
import Testing

@testable import SurveyData

/// Rows with one id, found by hashes in buckets, against a dictionary of the ids.
@Suite struct RepeatedRowsTests {
    @Test("rows that share an id are found wherever they stand", arguments: 0..<20)
    func found(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let ids = (0..<1500).map { _ -> String in
            let number = random.below(600)
            let text = "TX\(number)-\(number % 7)"
            return random.below(2) == 0 ? text : text.lowercased()
        }
        // In lists of several lengths, as blocks of a file give them.
        var lists = [IDList(), IDList(), IDList()]
        for (row, id) in ids.enumerated() { lists[row < 7 ? 0 : row < 1000 ? 1 : 2].append(HouseholdID(id)) }
        let rows = (0..<UInt32(ids.count)).filter { _ in random.below(10) > 0 }
        let expected = Dictionary(grouping: rows) { ids[Int($0)].lowercased() }.values
            .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
        #expect(!expected.isEmpty)
        for threads in 1...3 {
            #expect(
                RepeatedRows(of: IDColumn(lists)).groups(rows, threads: threads) == expected, "seed \(seed)")
        }
    }
}
