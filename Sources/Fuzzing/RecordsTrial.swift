internal import CSVReader

/// Bytes to records: whatever the bytes, the scanner gives what libcsv gives, several threads give what one gives, and
/// the size of a chunk changes nothing.
enum RecordsTrial {
    /// - Returns: what differs; nil where all agree.
    static func difference(_ bytes: [UInt8]) -> String? {
        var options = CSVOptions()
        // The first byte says how to read the rest.
        let choice = bytes.first ?? 0
        let text = Array(bytes.dropFirst())
        if choice & 1 != 0 { options.encoding = .utf8 }
        if choice & 2 != 0 { options.delimiter = UInt8(ascii: ";") }
        if choice & 4 != 0 { options.isRagged = true }
        if choice & 8 != 0 { options.comment = UInt8(ascii: "#") }
        if choice & 16 != 0 { options.escape = UInt8(ascii: "\\") }
        if choice & 32 != 0 { options.quote = UInt8(ascii: "'") }
        var byLibCSV = options
        byLibCSV.scans = false
        let expected = inOrder(text, byLibCSV)
        if inOrder(text, options) != expected { return "the scanner and libcsv" }
        for (threads, chunkSize) in [(1, 1), (1, 37), (2, 16), (1, 1 << 20)]
        where parallel(text, options, threads, chunkSize) != expected {
            return "\(threads) threads with chunks of \(chunkSize), and one pass"
        }
        return nil
    }

    private static func inOrder(_ bytes: [UInt8], _ options: CSVOptions) -> [String] {
        do {
            var file = try CSVFile(bytes: bytes, name: "fuzz", options: options)
            var told: [String] = []
            while let block = try file.nextBlock() { told += lines(of: block) }
            return told.sorted()
        } catch {
            return ["\(error)"]
        }
    }

    private static func parallel(
        _ bytes: [UInt8], _ options: CSVOptions, _ threads: Int, _ chunkSize: Int
    ) -> [String] {
        do {
            let file = try CSVFile(bytes: bytes, name: "fuzz", options: options)
            let parts = try file.readAll(threads: threads, chunkSize: chunkSize, into: { [String]() }) {
                told, block, _ in told += lines(of: block)
            }
            return parts.joined().sorted()
        } catch {
            return ["\(error)"]
        }
    }

    private static func lines(of block: RecordBlock) -> [String] {
        (0..<block.count).map { "\(block.number(of: $0)) \(block.line(of: $0)) \(block.texts(of: $0))" }
            + block.issues.map { "\($0)" } + (0..<block.blankLines).map { _ in "blank" }
            + (0..<block.commentLines).map { _ in "comment" }
            + (0..<block.trimmedFields).map { _ in "trimmed" }
    }
}
