import Foundation
import Testing

@testable import CSVReader

/// Four times as many lines take about four times as long, whatever the lines are.
@Suite(.serialized) struct LinearTimeTests {
    /// What one line is, by its number.
    private static let kinds: [(name: String, header: String, line: @Sendable (Int) -> String)] = [
        ("one column", "id\n", { "H\($0)\n" }),
        ("one column in quotes", "id\r\n", { "\"H\($0)\"\r\n" }),
        ("one column with blank lines", "id\n", { $0 % 2 == 0 ? "\n" : "H\n" }),
        ("quotes inside fields", "id,b\n", { "H\($0),a\"b\n" }),
        ("every second line with quotes inside", "id,b\n", { $0 % 2 == 0 ? "H,b\n" : "H,a\"b\n" }),
        ("quotes inside fields, lines that end with CR", "id,b\r", { "H\($0),a\"b\r" }),
        ("lines that end with CR", "id,b\r", { "H\($0),b\r" }),
        ("blanks around quotes", "id,b\n", { "\"H\($0)\" , \"b\"\n" }),
        ("quotes behind blanks that never close", "id,b\n", { "H\($0), \"b\n" }),
        ("fields of two lines", "id,b\n", { "H\($0),\"a\nb\"\n" }),
        ("stray quotes", "id,b\n", { $0 % 3 == 0 ? "H,\"b\n" : "H,b\n" }),
        ("blank lines", "id,b\n", { _ in "\n" }),
        ("comments", "id,b\n", { "# \($0)\n" }),
    ]

    /// The processor's seconds that reading so many lines takes; the better of two.
    private func seconds(_ kind: Int, lines: Int) throws -> Double {
        let (name, header, line) = Self.kinds[kind]
        let bytes = Array((header + (0..<lines).map(line).joined() + "x,y\n").utf8)
        var options = CSVOptions(delimiter: UInt8(ascii: ","), encoding: .utf8)
        if name == "comments" { options.comment = UInt8(ascii: "#") }
        var best = Double.infinity
        for _ in 0..<2 {
            let start = clock(CLOCK_THREAD_CPUTIME_ID)
            var file = try CSVFile(bytes: bytes, name: "t.csv", options: options)
            while let block = try file.nextBlock() { _ = block.count }
            best = min(best, clock(CLOCK_THREAD_CPUTIME_ID) - start)
        }
        return best
    }

    private func clock(_ id: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(id, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test("four times as many lines take about four times as long", arguments: kinds.indices)
    func timeIsLinear(kind: Int) throws {
        let few = try seconds(kind, lines: 3_000)
        let many = try seconds(kind, lines: 12_000)
        // Linear: 4. Quadratic: 16.
        #expect(many < 9 * few + 0.05, "\(Self.kinds[kind].name): \(few) s, then \(many) s")
    }

    @Test("bytes in memory are not copied once a block")
    func memoryIsReadInPieces() throws {
        var source = ByteSource.memory(Array(repeating: 0x61, count: 100_000))
        #expect(try source.read(1_000).count == 1_000)
        var head = ByteSource.head(Array(repeating: 0x61, count: 3_000), rest: source)
        var sizes: [Int] = []
        while true {
            let count = try head.read(2_000).count
            guard count > 0 else { break }
            sizes.append(count)
        }
        #expect(sizes.allSatisfy { $0 <= 2_000 } && sizes.reduce(0, +) == 102_000)
    }
}
