/// Reads the cells of ids.
struct IDReader: Sendable {
    private let reader: AnswerReader?
    /// Whether a code with a digit is an id: no codebook calls it a missing answer.
    private let codesAreIDs: Bool

    init(codebook: Codebook) {
        let rule = codebook.variables[.householdID]
        reader = rule.map { AnswerReader(rule: $0) }
        codesAreIDs = !(rule?.missing.keys.contains { $0.contains(where: \.isNumber) } ?? false)
    }

    /// A part of a key; empty where there is none.
    func part(_ cell: String) -> String { HouseholdID.repaired(cell).text }

    /// Adds a cell's id and says what had to be put right.
    func read(
        _ cell: UnsafeBufferPointer<UInt8>, _ column: Int, _ builder: inout IDList,
        _ notes: inout CellNotes
    ) {
        if codesAreIDs, let hash = Self.plainHash(cell) {
            builder.append(cell, hash: hash)
            return
        }
        let text = String(decoding: cell, as: UTF8.self)
        let repaired = HouseholdID.repaired(text)
        switch reader?.read(repaired.text) {
        case .text: builder.append(HouseholdID(read: repaired.text))
        case .invalid(let code, let expected):
            notes.issues.append(
                .init(row: builder.count, column: column, code: code, found: nil, expected: expected))
            builder.append(nil)
        default: builder.append(nil)
        }
        for repair in repaired.repairs { notes.repairs[repair, default: 0] += 1 }
    }

    /// The hash of a code with a digit, of letters, digits and marks, that no spreadsheet made of something else; nil
    /// where it may be anything but that.
    @inline(__always)
    private static func plainHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var hash: UInt64 = offset
        var (kinds, kindsBeforeMark): (UInt8, UInt8) = (0, 0)
        for byte in bytes {
            let kind = ByteKind.of(byte)
            kinds |= kind
            if kinds & ByteKind.mark == 0 { kindsBeforeMark |= kind }
            let small = kind == ByteKind.letter ? byte | 0x20 : byte
            hash = (hash ^ UInt64(small)) &* prime
        }
        hash ^= hash >> 29
        guard kinds & ByteKind.digit != 0, kinds & ByteKind.other == 0 else { return nil }
        if kinds & ByteKind.mark == 0 { return hash }
        // "17.0" is 17.
        if kinds & ByteKind.letter == 0 { return bytes.contains(UInt8(ascii: ".")) ? nil : hash }
        // What a spreadsheet makes is "2-Jan", "Jan-02", "02-Thg1", "Thg1-02": marks and letters both.
        let first = bytes[0]
        if first > 0x39, first | 0x20 != UInt8(ascii: "t"), kindsBeforeMark & ByteKind.digit != 0 {
            return hash
        }
        return SpreadsheetDamage(String(decoding: bytes, as: UTF8.self)) == nil ? hash : nil
    }

    private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    /// FNV-1a with a last stir, of what ids are compared by.
    static func hash(_ key: String.UTF8View) -> UInt64 {
        let hash = key.reduce(offset) { ($0 ^ UInt64($1)) &* prime }
        return hash ^ (hash >> 29)
    }
}

/// What the bytes of a code are.
private enum ByteKind {
    static let digit: UInt8 = 1
    static let letter: UInt8 = 2
    /// Minus, slash, point, underline.
    static let mark: UInt8 = 4
    static let other: UInt8 = 8

    @inline(__always)
    static func of(_ byte: UInt8) -> UInt8 {
        if byte &- 0x30 <= 9 { return digit }
        if (byte | 0x20) &- 0x61 <= 25 { return letter }
        return byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x5F ? mark : other
    }
}
