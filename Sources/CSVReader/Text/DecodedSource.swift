/// Bytes of another encoding, given on as UTF-8, whole lines at a time.
struct DecodedSource {
    private var source: ByteSource
    private let decoding: TextDecoding
    private let file: String
    /// Bytes of a line that has not ended yet.
    private var open: [UInt8] = []
    private var linesBefore = 0

    init(_ source: ByteSource, decoding: TextDecoding, file: String) {
        self.source = source
        self.decoding = decoding
        self.file = file
    }

    /// The next lines; empty at the end.
    ///
    /// - Throws: `CSVReadError` `.unusableData` at the first line that is not text in this encoding.
    mutating func read(_ count: Int) throws(CSVReadError) -> [UInt8] {
        while true {
            let more = try source.read(count)
            open += more
            let end = more.isEmpty ? open.count : lastLineEnd()
            if end == 0, !more.isEmpty { continue }
            let lines = Array(open[..<end])
            open.removeFirst(end)
            guard var decoded = decoding.utf8(lines) else { throw error(in: lines) }
            if linesBefore == 0, decoded.starts(with: [0xEF, 0xBB, 0xBF]) { decoded.removeFirst(3) }
            linesBefore += decoded.count { $0 == 0x0A }
            return decoded
        }
    }

    private var width: Int {
        decoding.encoding == .utf16LittleEndian || decoding.encoding == .utf16BigEndian ? 2 : 1
    }

    private func isLineEnd(at index: Int) -> Bool {
        switch decoding.encoding {
        case .utf16LittleEndian: open[index] == 0x0A && open[index + 1] == 0
        case .utf16BigEndian: open[index] == 0 && open[index + 1] == 0x0A
        default: open[index] == 0x0A
        }
    }

    /// Behind the last line end in `open`; 0 where there is none.
    private func lastLineEnd() -> Int {
        var index = open.count - open.count % width - width
        while index >= 0 {
            if isLineEnd(at: index) { return index + width }
            index -= width
        }
        return 0
    }

    private func error(in lines: [UInt8]) -> CSVReadError {
        var line = linesBefore + 1
        if width == 1 {
            for one in lines.split(separator: 0x0A, omittingEmptySubsequences: false) {
                if decoding.utf8(Array(one)) == nil { break }
                line += 1
            }
        }
        return CSVReadError(
            .unusableData, file: file, line: line, found: "bytes that are no text in \(decoding.name)",
            expected: "text in \(decoding.name)",
            action: "Name the file's encoding with --encoding, or save it in Excel as \"CSV UTF-8\".")
    }
}
