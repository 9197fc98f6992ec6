internal import Basics

/// Bytes of another encoding, given on as UTF-8, whole lines at a time.
struct DecodedSource {
    private var source: ByteSource
    private let decoding: TextDecoding
    private let file: String
    /// Bytes of a line that has not ended yet.
    private var open: [UInt8] = []
    private var linesBefore = 0
    private var isAtStart = true

    init(_ source: ByteSource, decoding: TextDecoding, file: String) {
        self.source = source
        self.decoding = decoding
        self.file = file
    }

    /// The next lines; empty at the end.
    ///
    /// - Throws: `Diagnostic` `.unusableData` at the first byte that is not text in this encoding.
    mutating func read(_ count: Int) throws(Diagnostic) -> [UInt8] {
        while true {
            let known = open.count
            let more = try source.read(count)
            open += more
            let end = more.isEmpty ? open.count : lastLineEnd(from: known)
            if end == 0, !more.isEmpty { continue }
            let lines = Array(open[..<end])
            open.removeFirst(end)
            guard var decoded = decoding.utf8(lines), !decoded.contains(0) else { throw error(in: lines) }
            if isAtStart, decoded.starts(with: [0xEF, 0xBB, 0xBF]) { decoded.removeFirst(3) }
            isAtStart = isAtStart && decoded.isEmpty
            linesBefore += LineEnds.count(in: decoded, before: decoded.endIndex)
            return decoded
        }
    }

    private var isWide: Bool {
        decoding.encoding == .utf16LittleEndian || decoding.encoding == .utf16BigEndian
    }

    private var isBigEndian: Bool { decoding.encoding == .utf16BigEndian }

    /// Behind the last line that surely ends in `open`, of which the bytes before `known` were looked through; 0 where
    /// there is none. The last CR may be half of a CRLF.
    private func lastLineEnd(from known: Int) -> Int {
        let width = isWide ? 2 : 1
        let first = max(0, known / width - 1)
        return isWide
            ? LineEnds.lastSure(in: UTF16Units(bytes: open, isBigEndian: isBigEndian), from: first) * width
            : LineEnds.lastSure(in: open, from: first)
    }

    private func error(in lines: [UInt8]) -> Diagnostic {
        isWide ? wideError(in: lines) : narrowError(in: lines)
    }

    private func wideError(in lines: [UInt8]) -> Diagnostic {
        let found = UTF16Fault.first(in: lines, isBigEndian: isBigEndian)
        let units = UTF16Units(bytes: lines, isBigEndian: isBigEndian)
        let offset = found?.offset ?? 0
        let (line, start) = LineEnds.place(of: offset / 2, in: units)
        return error(
            found?.fault.rawValue ?? "bytes that are no text", line: line, column: offset - start * 2 + 1,
            action: "Remove it, or export the survey again as \"CSV UTF-8\".")
    }

    private func narrowError(in lines: [UInt8]) -> Diagnostic {
        let undecodable = firstUndecodable(in: lines)
        let nul = lines.prefix(undecodable + 1).firstIndex(of: 0)
        let offset = nul ?? undecodable
        let (line, start) = LineEnds.place(of: offset, in: lines)
        if nul != nil { return TextCheck.nul(file, line: linesBefore + line, column: offset - start + 1) }
        return error(
            "a byte that is no text", line: line, column: offset - start + 1,
            action: "Name the file's encoding with --encoding, or save it in Excel as \"CSV UTF-8\".")
    }

    /// Where the first character stands that the encoding does not have; behind the last where all are had.
    private func firstUndecodable(in lines: [UInt8]) -> Int {
        if decoding.isMojibake, let fault = TextCheck.firstFault(lines[...]) { return fault }
        guard decoding.utf8(lines) == nil else { return lines.count }
        let starts =
            decoding.isMojibake ? lines.indices.filter { lines[$0] & 0xC0 != 0x80 } : Array(lines.indices)
        // What is no text stays so whatever follows it: the first of the ends that are none is looked for by halves.
        var (sound, faulty) = (0, starts.count)
        while faulty - sound > 1 {
            let middle = (sound + faulty) / 2
            if decoding.utf8(Array(lines[..<starts[middle]])) == nil {
                faulty = middle
            } else {
                sound = middle
            }
        }
        return sound < starts.count ? starts[sound] : lines.count
    }

    private func error(_ found: String, line: Int, column: Int, action: String) -> Diagnostic {
        Diagnostic(
            .unusableData, file: file, line: linesBefore + line, column: column,
            found: "\(found) in \(decoding.name)", expected: "text in \(decoding.name)", action: action)
    }
}
