internal import Basics

/// The start of a file, as UTF-8: enough to see the first records.
struct FileStart {
    let decoding: TextDecoding
    /// Without a byte order mark.
    let bytes: [UInt8]
    /// Whether that is the whole file.
    let isWhole: Bool
    /// What comes behind `bytes`.
    let rest: ByteSource
    /// Bytes of the byte order mark.
    let markSize: Int

    private static let usualSize = 1 << 16
    /// Where the first bytes are plain ASCII, more are looked at before the encoding is decided.
    private static let longest = 1 << 20

    /// - Throws: `Diagnostic` `.unusableData` for a file that is empty, no text, or in an encoding that cannot be told.
    init(_ source: consuming ByteSource, name: String, options: CSVOptions) throws(Diagnostic) {
        var source = source
        var start: [UInt8] = []
        var isWhole = false
        var isPlain = true
        while !isWhole, Self.isShort(start) || start.count < Self.longest && isPlain {
            let more = try source.read(Self.usualSize)
            isWhole = more.isEmpty
            isPlain = isPlain && more.allSatisfy { $0 < 0x80 }
            start += more
        }
        decoding = try Self.decoding(of: start, isWhole: isWhole, encoding: options.encoding, file: name)
        if !decoding.isPlain {
            source = .decoded(DecodedSource(.head(start, rest: source), decoding: decoding, file: name))
            (start, isWhole) = try Self.read(&source)
        }
        markSize = start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        start.removeFirst(markSize)
        try TextCheck.requireText(
            isWhole ? start : Self.wholeLines(start), bytesBefore: markSize, file: name)
        if let escape = options.escape {
            // Escapes are undone once, for what was looked at and for the rest.
            source = .escaped(
                EscapedSource(.head(start, rest: source), escape: escape, quote: options.quote))
            (start, isWhole) = try Self.read(&source)
        }
        guard start.contains(where: { $0 > 0x20 }) else {
            throw Diagnostic(
                .unusableData, file: name, found: "an empty file", expected: "a header row and households",
                action: "Export the survey again.")
        }
        bytes = start
        self.isWhole = isWhole
        rest = source
    }

    /// What the first records are looked for in: whole lines, and whether they are the whole file.
    var firstLines: (bytes: [UInt8], isWhole: Bool) {
        // A plain ASCII file's start is long for its encoding only.
        let usual = Array(bytes.prefix(Self.usualSize))
        let start = Self.isShort(usual) ? bytes : usual
        let isAll = isWhole && start.count == bytes.count
        return (isAll ? start : Self.wholeLines(start), isAll)
    }

    private static func read(
        _ source: inout ByteSource
    ) throws(Diagnostic) -> (start: [UInt8], isWhole: Bool) {
        var start: [UInt8] = []
        while isShort(start) {
            let more = try source.read(usualSize)
            if more.isEmpty { return (start, true) }
            start += more
        }
        return (start, false)
    }

    /// Whether more is needed to see the first records: a header may be longer than the usual start.
    private static func isShort(_ start: [UInt8]) -> Bool {
        if start.count < usualSize { return true }
        let ends = start.lazy.filter { $0 == 0x0A || $0 == 0x0D }.prefix(4)
        return start.count < longest && ends.count < 4
    }

    private static func wholeLines(_ bytes: [UInt8]) -> [UInt8] {
        guard let end = bytes.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return [] }
        return Array(bytes[...end])
    }

    private static func decoding(
        of head: [UInt8], isWhole: Bool, encoding: TextEncoding?, file: String
    ) throws(Diagnostic) -> TextDecoding {
        try TextCheck.requireNoUTF32(head, file: file)
        let guess = EncodingGuess(head, isWhole: isWhole)
        let wide = [TextEncoding.utf16LittleEndian, .utf16BigEndian]
        if let encoding {
            // UTF-16 without a byte order: as the file's own mark says.
            if wide.contains(encoding), case .sure(let found) = guess, wide.contains(found.encoding) {
                return found
            }
            if !wide.contains(encoding) { try TextCheck.requireCSV(head, file: file) }
            return TextDecoding(encoding)
        }
        switch guess {
        case .sure(let decoding):
            if !wide.contains(decoding.encoding) { try TextCheck.requireCSV(head, file: file) }
            return decoding
        case .ambiguous(let likely):
            try TextCheck.requireCSV(head, file: file)
            try TextCheck.requireNoNUL(head, file: file)
            throw Diagnostic(
                .unusableData, file: file,
                found: "text that is no UTF-8 and may be \(likely.map(\.rawValue).joined(separator: " or "))",
                expected: "UTF-8, or an encoding that its words tell apart",
                action: "Name the encoding with --encoding, or save the file in Excel as \"CSV UTF-8\".")
        }
    }
}
