import Foundation
import Testing

@testable import CSVReader

/// Equal cells have one code, others have others.
@Suite struct CellCoderTests {
    private func block(_ rows: [[String]]) throws -> RecordBlock {
        let text = rows.map {
            $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
        }
        .map { $0 + "\n" }.joined()
        var reader = RecordReader(source: .memory(Array(text.utf8)), dialect: .comma, headerRecord: 0)
        var block = RecordBlock()
        _ = try reader.next(&block)
        return block
    }

    private func codes(
        _ coder: inout CellCoder, _ block: RecordBlock, column: Int, tile: Int
    ) -> [UInt32] {
        let starts = (0..<block.count).map { UInt32(block.firstField(of: $0)) }
        var codes = Array(repeating: UInt32.max, count: block.count)
        for first in stride(from: 0, to: block.count, by: tile) {
            let positions = Array(starts[first..<min(block.count, first + tile)])
            coder.code(
                block, at: positions, count: positions.count, column: column, into: &codes, from: first)
        }
        return codes
    }

    /// Cells of all lengths, many of which begin and end alike.
    private func cell(_ random: inout SeededBytes) -> String {
        let length = Int.random(in: 0...40, using: &random)
        guard length > 0 else { return "" }
        var bytes = Array(repeating: UInt8(ascii: "a"), count: length)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            bytes[Int.random(in: 0..<length, using: &random)] = UInt8.random(in: 0x61...0x63, using: &random)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("codes are numbered in the order in which cells come first", arguments: [1, 7, 64, 1_000])
    func codesAreThoseOfADictionary(tile: Int) throws {
        for seed in 0..<12 {
            var random = SeededBytes(seed: seed)
            let rows = (0..<Int.random(in: 1...1_500, using: &random)).map { _ in
                [cell(&random), ["có", "không", ""].randomElement(using: &random) ?? ""]
            }
            let block = try block(rows)
            #expect(block.count == rows.count)
            for column in 0...1 {
                var coder = CellCoder()
                var known: [String: UInt32] = [:]
                let found = codes(&coder, block, column: column, tile: tile)
                for (row, code) in zip(rows, found) {
                    let expected = known[row[column]] ?? UInt32(known.count + 1)
                    known[row[column]] = expected
                    #expect(code == expected, "seed \(seed): \(row[column])")
                    #expect(Array(coder.cell(Int(code))) == Array(row[column].utf8))
                }
                #expect(coder.count == known.count + 1)
            }
        }
    }

    @Test("cells that come when the table is full have code 0, those kept before keep theirs")
    func aFullTable() throws {
        let rows = (0..<100).map { ["cell \($0 % 50)"] }
        var coder = CellCoder(most: 20)
        let found = codes(&coder, try block(rows), column: 0, tile: 64)
        let once = (1...20).map { UInt32($0) } + Array(repeating: CellCoder.notKept, count: 30)
        #expect(found == once + once)
    }

    @Test("times of one month and zone, which begin and end alike, are coded in linear time")
    func timesAreCodedInLinearTime() throws {
        func seconds(_ count: Int) throws -> Double {
            let rows = (0..<count).map { ["2025-08-\(10 + $0 % 20)T\(100_000 + $0):00.000+07:00"] }
            let block = try block(rows)
            var best = Double.infinity
            for _ in 0..<2 {
                var coder = CellCoder(most: .max)
                var (before, after) = (timespec(), timespec())
                clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before)
                _ = codes(&coder, block, column: 0, tile: 64)
                clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after)
                #expect(coder.count == count + 1)
                best = min(
                    best,
                    Double(after.tv_sec - before.tv_sec) + Double(after.tv_nsec - before.tv_nsec) / 1e9)
            }
            return best
        }
        let (few, many) = (try seconds(2_000), try seconds(8_000))
        // Linear: 4. Quadratic: 16.
        #expect(many < 9 * few + 0.02, "\(few) s, then \(many) s")
    }
}
