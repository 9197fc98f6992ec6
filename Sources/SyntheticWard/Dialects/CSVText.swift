/// CSV bytes, written field by field (RFC 4180).
struct CSVText {
    private(set) var bytes: [UInt8] = []
    private let delimiter: UInt8
    private let newline: [UInt8]
    private var isAtRowStart = true

    init(delimiter: UInt8 = UInt8(ascii: ","), newline: [UInt8] = [UInt8(ascii: "\n")], capacity: Int = 0) {
        self.delimiter = delimiter
        self.newline = newline
        bytes.reserveCapacity(capacity)
    }

    mutating func beginField() {
        if !isAtRowStart { bytes.append(delimiter) }
        isAtRowStart = false
    }

    /// Adds to the field begun last; the bytes need no quotes.
    mutating func add(_ plain: [UInt8]) { bytes.append(contentsOf: plain) }

    /// Adds a whole number of at least `width` digits to the field begun last.
    mutating func add(_ number: Int, width: Int = 1) {
        var divisor = 1
        var digits = 1
        while number / divisor >= 10 || digits < width {
            divisor *= 10
            digits += 1
        }
        while divisor > 0 {
            bytes.append(UInt8(truncatingIfNeeded: 48 + number / divisor % 10))
            divisor /= 10
        }
    }

    mutating func add(_ character: Unicode.Scalar) { bytes.append(UInt8(ascii: character)) }

    mutating func field(_ plain: [UInt8]) {
        beginField()
        add(plain)
    }

    mutating func field(_ number: Int) {
        beginField()
        add(number)
    }

    /// A field of any text, quoted where it has to be.
    mutating func field(quoting text: [UInt8]) {
        beginField()
        let quote = UInt8(ascii: "\"")
        guard text.contains(where: { $0 == delimiter || $0 == quote || $0 == 10 || $0 == 13 }) else {
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(quote)
        for byte in text {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    mutating func endRow() {
        bytes.append(contentsOf: newline)
        isAtRowStart = true
    }

    mutating func addByteOrderMark() { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
}
