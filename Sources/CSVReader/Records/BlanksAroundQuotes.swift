/// Drops the blanks (space, tab; not the separator, not a no-break space) that some programs write around quoted
/// fields: `"B" ,C` and `A, "B"` are `"B",C` and `A,"B"`. libcsv would read quotes into the cells.
///
/// **The rule.** Blanks between a closing quote and the separator, the line end or the end of the file are dropped.
/// Blanks between a separator or the start of a record and a quote are dropped only where a whole quoted field
/// follows: quotes inside it are doubled, and behind its closing quote come blanks or nothing and then the separator,
/// the line end or the end of the file. All other blanks belong to the cells.
struct BlanksAroundQuotes {
    private let delimiter: UInt8
    private let quote: UInt8

    init(_ dialect: CSVDialect) {
        delimiter = dialect.delimiter
        quote = dialect.quote
    }

    enum Found: Equatable {
        case nothing
        case blanks(Line)
        /// Whether a field is a whole quoted one is told by bytes that are not here yet.
        case needsMore
    }

    /// A line without blanks around its quoted fields.
    struct Line: Equatable {
        var bytes: [UInt8] = []
        /// Fields that ended in it and had some.
        var fields = 0
        /// Whether the field that is open at its end had some.
        var isTrimmed = false
    }

    /// Looks at one physical line, or at a whole record.
    ///
    /// - Parameters:
    ///   - bytes: the line and what comes behind it.
    ///   - isOpen: whether the line begins inside quotes.
    ///   - isTrimmed: whether blanks stood before the quote in which it begins.
    ///   - isAtEnd: whether no more bytes come behind `bytes`.
    func find(
        in bytes: [UInt8], _ line: Range<Int>, isOpen: Bool, isTrimmed: Bool = false, isAtEnd: Bool
    ) -> Found {
        guard isTrimmed || standBesideQuotes(bytes, line) else { return .nothing }
        var scan = Scan(place: line.lowerBound)
        scan.line.isTrimmed = isTrimmed
        scan.line.bytes.reserveCapacity(line.count)
        var isClosed = !isOpen || endQuoted(&scan, bytes, line.upperBound)
        while scan.place < line.upperBound {
            let first = behindBlanks(bytes, scan.place, line.upperBound)
            if first > scan.place, first < line.upperBound, bytes[first] == quote {
                guard let isWhole = isWhole(bytes, from: first, isAtEnd: isAtEnd) else {
                    return .needsMore
                }
                if isWhole { scan.drop(to: first) }
            }
            if bytes[scan.place] == quote {
                scan.keep(bytes, to: scan.place + 1)
                isClosed = endQuoted(&scan, bytes, line.upperBound)
                guard isClosed else { break }
            }
            let separator = bytes[scan.place..<line.upperBound].firstIndex(of: delimiter)
            scan.keep(bytes, to: separator.map { $0 + 1 } ?? line.upperBound)
            scan.endField()
        }
        if isClosed { scan.endField() }
        let isAsRead = scan.line.bytes.count == line.count
        return isAsRead && !isTrimmed ? .nothing : .blanks(scan.line)
    }

    /// How far the line was looked through.
    private struct Scan {
        var place: Int
        var line = Line()

        init(place: Int) { self.place = place }

        mutating func keep(_ bytes: [UInt8], to end: Int) {
            line.bytes += bytes[place..<end]
            place = end
        }

        mutating func drop(to end: Int) {
            line.isTrimmed = true
            place = end
        }

        mutating func endField() {
            if line.isTrimmed { line.fields += 1 }
            line.isTrimmed = false
        }
    }

    /// Goes from inside quotes behind the closing quote and its blanks, or to the end of the line; returns whether the
    /// quotes close.
    private func endQuoted(_ scan: inout Scan, _ bytes: [UInt8], _ end: Int) -> Bool {
        while let found = bytes[scan.place..<end].firstIndex(of: quote) {
            scan.keep(bytes, to: found + 1)
            if found + 1 < end, bytes[found + 1] == quote {
                scan.keep(bytes, to: found + 2)
                continue
            }
            let next = behindBlanks(bytes, found + 1, end)
            // Any other quote is a character, as libcsv has it.
            guard next == end || endsField(bytes[next]) else { continue }
            if next > found + 1 { scan.drop(to: next) }
            return true
        }
        scan.keep(bytes, to: end)
        return false
    }

    /// Whether a whole quoted field starts at this quote; nil where the bytes end before that is told.
    private func isWhole(_ bytes: [UInt8], from start: Int, isAtEnd: Bool) -> Bool? {
        var place = start + 1
        var lines = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == 0x0A || byte == 0x0D && (place == bytes.count || bytes[place] != 0x0A) {
                lines += 1
                if lines > RecordReader.mostLinesOfAField { return false }
            }
            guard byte == quote else { continue }
            let next = behindBlanks(bytes, place, bytes.count)
            if next == bytes.count { return isAtEnd ? true : nil }
            if bytes[place] == quote {
                place += 1
            } else {
                return endsField(bytes[next])
            }
        }
        return isAtEnd ? false : nil
    }

    private func endsField(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

    private func isBlank(_ byte: UInt8) -> Bool {
        (byte == 0x20 || byte == 0x09) && byte != delimiter && byte != quote
    }

    private func behindBlanks(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var place = start
        while place < end, isBlank(bytes[place]) { place += 1 }
        return place
    }

    /// Most lines need no second look.
    private func standBesideQuotes(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        var start = line.lowerBound
        while let found = bytes[start..<line.upperBound].firstIndex(of: quote) {
            if found > line.lowerBound, isBlank(bytes[found - 1]) { return true }
            if found + 1 < line.upperBound, isBlank(bytes[found + 1]) { return true }
            start = found + 1
        }
        return false
    }
}
