import Basics
import SurveyStatistics
import Testing

@testable import Readiness

/// What counts quickly against the same counted simply.
@Suite struct CountingTests {
    @Test(arguments: 0..<20)
    func masksAreCountedBitByBit(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var counter = MaskCounter()
        let cells = 1 + random.below(5)
        var expected = Array(repeating: Array(repeating: 0, count: 128), count: cells)
        counter.grow(to: cells)
        // Past what a byte can hold.
        for _ in 0..<1500 {
            let bits = random.next() & (1 << UInt64(cells) - 1)
            let known = random.next() | random.next()
            let yes = known & random.next()
            for cell in 0..<cells where bits >> UInt64(cell) & 1 != 0 {
                counter.add(MaskCounter.Spread(known: known, yes: yes), to: cell)
                for bit in 0..<64 {
                    expected[cell][bit] += Int(known >> UInt64(bit) & 1)
                    expected[cell][64 + bit] += Int(yes >> UInt64(bit) & 1)
                }
            }
        }
        for cell in 0..<cells {
            let counts = counter.counts(cell)
            #expect(counts.known + counts.yes == expected[cell], "seed \(seed)")
        }
    }

    @Test(arguments: 0..<20)
    func keysAreNumberedAsTheyCome(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var table = KeyTable()
        var known: [UInt64] = []
        for _ in 0..<200 {
            var rows = (0..<16).map { _ in UInt32(random.below(40)) }
            let keys = rows.enumerated().map { UInt64($0.element) << 32 | UInt64($0.offset) }
            table.code(&rows, 16) { UInt64($0) << 32 | UInt64($1) }
            for key in keys where !known.contains(key) { known.append(key) }
            #expect(rows.map { known[Int($0)] } == keys, "seed \(seed)")
        }
        #expect(table.keys == known)
    }

    @Test func whatThreadsMakeComesInOrder() throws {
        for threads in 1...4 {
            #expect(parallelMap(1000, threads: threads) { $0 * $0 } == (0..<1000).map { $0 * $0 })
        }
        for threads in 1...2 {
            let (aside, here) = alongside(threads: threads, { 1 }) { 2 }
            #expect(aside == 1 && here == 2)
            #expect(throws: CancellationError.self) {
                try alongside(threads: threads, { throw CancellationError() }) { 2 }
            }
        }
    }
}
