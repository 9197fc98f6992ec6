import Testing

@testable import CSVReader

/// The scanner against libcsv: the same records, lines, issues and errors from the same bytes.
@Suite struct FieldScannerTests {
    /// Everything that reading gives, as text.
    private func outcome(_ bytes: [UInt8], _ dialect: CSVDialect, scans: Bool, blockSize: Int) -> String {
        var reader = RecordReader(
            source: .pieces(bytes, size: blockSize), file: "t", dialect: dialect, headerRecord: 1,
            blockSize: blockSize, scans: scans)
        var told: [String] = []
        do {
            var block = RecordBlock()
            while try reader.next(&block) { told += block.told }
        } catch {
            // How many records came before depends on the blocks; nothing is made of them.
            return "\(error)"
        }
        return told.sorted().joined(separator: "\n")
    }

    /// The same from several threads, in chunks.
    private func outcome(
        _ bytes: [UInt8], _ dialect: CSVDialect, threads: Int, chunkSize: Int
    ) -> String {
        let options = CSVOptions(delimiter: dialect.delimiter, encoding: .utf8)
        do {
            let file = try CSVFile(bytes: bytes, name: "t", options: options)
            let parts = try file.readAll(threads: threads, chunkSize: chunkSize, into: { [String]() }) {
                $0 += $1.told
                _ = $2
            }
            return parts.joined().sorted().joined(separator: "\n")
        } catch {
            return "\(error)"
        }
    }

    /// 4,000 seeded files in ten batches; the seed of a failure is printed.
    @Test(arguments: 0..<10)
    func readsAsLibCSVDoes(batch: Int) {
        for seed in batch * 400..<(batch + 1) * 400 {
            var random = SeededBytes(seed: seed)
            let bytes = random.file()
            let dialect: CSVDialect = random.chance(0.8) ? .comma : .semicolon
            let expected = outcome(bytes, dialect, scans: false, blockSize: 1 << 20)
            for blockSize in [1, 7, 64, 1 << 20] {
                let found = outcome(bytes, dialect, scans: true, blockSize: blockSize)
                if found != expected {
                    Issue.record(
                        "seed \(seed), blocks of \(blockSize): \(String(decoding: bytes, as: UTF8.self).debugDescription)"
                    )
                    return
                }
            }
        }
    }

    /// Whatever the number of threads and wherever chunks begin.
    @Test(arguments: 0..<10)
    func readsAlikeInParallel(batch: Int) {
        for seed in batch * 100..<(batch + 1) * 100 {
            var random = SeededBytes(seed: seed)
            let bytes = random.file()
            let expected = outcome(bytes, .comma, threads: 1, chunkSize: 1 << 20)
            for (threads, chunkSize) in [(1, 16), (2, 5), (2, 64), (4, 100), (4, 1)] {
                let found = outcome(bytes, .comma, threads: threads, chunkSize: chunkSize)
                if found != expected {
                    Issue.record(
                        "seed \(seed), \(threads) threads, chunks of \(chunkSize): \(String(decoding: bytes, as: UTF8.self).debugDescription)"
                    )
                    return
                }
            }
        }
    }

    @Test func takesPlainAndQuotedLines() {
        var scanner = FieldScanner()
        var block = RecordBlock()
        let text = "a,\"b,c\",\"say \"\"hi\"\"\"\r\n\n1,2,3\n\"x\ny\",1,2\n4,5,6\n"
        let bytes = Array(text.utf8)
        let taken = scanner.scan(bytes, 0..<bytes.count, .comma, line: 1, number: 1, into: &block)
        block.bytes = bytes
        block.closeBytes()
        #expect(taken.end == text.utf8.count - "\"x\ny\",1,2\n4,5,6\n".utf8.count)
        #expect(taken.lines == 3)
        #expect(block.blankLines == 1)
        #expect(
            (0..<block.count).map { block.texts(of: $0) } == [["a", "b,c", "say \"hi\""], ["1", "2", "3"]])
    }

    @Test(
        arguments: [
            ([0x61, 0xC3, 0xA1], true), ([0xC0, 0x80], false), ([0xED, 0xA0, 0x80], false),
            ([0xF4, 0x90, 0x80, 0x80], false),
            ([0xE1, 0xBB], false), ([0xF0, 0x9F, 0x98, 0x80], true), ([0xE0, 0x80, 0x80], false),
        ] as [([UInt8], Bool)])
    func knowsUTF8(bytes: [UInt8], isText: Bool) {
        var scanner = FieldScanner()
        var block = RecordBlock()
        let line = bytes + [0x0A]
        let taken = scanner.scan(line, 0..<line.count, .comma, line: 1, number: 1, into: &block)
        #expect((taken.end == line.count) == isText)
        #expect(block.count == (isText ? 1 : 0))
        #expect((String(validating: bytes, as: UTF8.self) != nil) == isText)
    }
}

extension RecordBlock {
    /// Everything that the block tells, a line for each thing.
    fileprivate var told: [String] {
        let records = (0..<count).map { record in
            let fields = (0..<fieldCount(of: record)).map { Array(bytes(of: $0, in: record)) }
            return "\(number(of: record)) \(line(of: record)) \(fields)"
        }
        return records + issues.map { "\($0)" } + (0..<blankLines).map { _ in "blank" }
            + (0..<trimmedFields).map { _ in "trimmed" }
    }
}

extension ByteSource {
    /// Bytes that come a few at a time.
    fileprivate static func pieces(_ bytes: [UInt8], size: Int) -> ByteSource {
        stride(from: 0, to: bytes.count, by: size).reversed().reduce(.memory([])) { rest, start in
            .head(Array(bytes[start..<min(bytes.count, start + size)]), rest: rest)
        }
    }
}
