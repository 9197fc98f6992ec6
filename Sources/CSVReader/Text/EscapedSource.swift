internal import Basics

/// Turns escaped quotes (`\"`) into doubled ones, which libcsv knows: inside quotes only.
struct EscapedSource {
    private var source: ByteSource
    private let escape: UInt8
    private let quote: UInt8
    private var isQuoted = false
    private var isEscaped = false

    init(_ source: ByteSource, escape: UInt8, quote: UInt8) {
        self.source = source
        self.escape = escape
        self.quote = quote
    }

    /// The next bytes; empty at the end.
    mutating func read(_ count: Int) throws(Diagnostic) -> [UInt8] {
        var made: [UInt8] = []
        while made.isEmpty {
            let bytes = try source.read(count)
            if bytes.isEmpty {
                // An escape at the very end stands for itself.
                if isEscaped { made.append(escape) }
                isEscaped = false
                return made
            }
            made.reserveCapacity(bytes.count + 16)
            for byte in bytes {
                if isEscaped {
                    isEscaped = false
                    if byte == quote { made.append(quote) }
                    made.append(byte)
                } else if isQuoted, byte == escape {
                    isEscaped = true
                } else {
                    if byte == quote { isQuoted.toggle() }
                    made.append(byte)
                }
            }
        }
        return made
    }
}
