package import Basics
package import Foundation

/// A file as slips, bad tools and bad luck leave it.
package struct Mutation {
    /// What parts the fields of a line.
    private let separators: [UInt8]

    /// For files whose fields are parted by these signs.
    package init(separators: String) { self.separators = Array(separators.utf8) }

    package static let csv = Mutation(separators: ",")
    package static let json = Mutation(separators: ",[]{}:")
    package static let yaml = Mutation(separators: ",[]{}:\n")

    /// The file with one to three faults.
    package func mutated(_ file: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = file
        for _ in 0...random.below(3) where !bytes.isEmpty { bytes = once(bytes, &random) }
        return bytes
    }

    private func once(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        switch random.below(10) {
        case 0: flipped(bytes, &random)
        case 1: cut(bytes, &random)
        case 2: repeated(bytes, &random)
        case 3, 4, 5: withOtherNumber(bytes, &random)
        case 6: withSwappedFields(bytes, &random)
        case 7: withLineTwice(bytes, &random)
        case 8: withoutLine(bytes, &random)
        default: withOddText(bytes, &random)
        }
    }

    private func flipped(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
        return bytes
    }

    /// Cut off at the end, or with a piece out of the middle.
    private func cut(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        let start = random.below(bytes.count)
        if random.below(3) == 0 { return Array(bytes[..<start]) }
        return Array(bytes[..<start] + bytes[min(bytes.count, start + 1 + random.below(20))...])
    }

    private func repeated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        let start = random.below(bytes.count)
        let piece = bytes[start..<min(bytes.count, start + 1 + random.below(40))]
        return Array(bytes[..<start]) + Array(repeatElement(Array(piece), count: 2).joined())
            + bytes[(start + piece.count)...]
    }

    private static let numbers = [
        "-1", "0", "-0", "1e26", "1e400", "-1e400", "NaN", "nan", "inf", "", "999999999999999999999", "0x10",
        "1.5",
        "1,5", "1.250", "1,250.5", "2147483648", "9223372036854775807", "-9223372036854775808", "0.12", "٣",
        "1e-320",
        "true", "null", "\"1\"", "100001", "20001", "31", "1 000",
    ]

    private func withOtherNumber(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        var spans: [Range<Int>] = []
        var place = 0
        while place < bytes.count {
            let start = place
            while place < bytes.count,
                digits.contains(bytes[place]) || (place > start && bytes[place] == 0x2E)
            {
                place += 1
            }
            if place > start { spans.append(start..<place) } else { place += 1 }
        }
        guard !spans.isEmpty else { return bytes }
        let span = spans[random.below(spans.count)]
        let other = Self.numbers[random.below(Self.numbers.count)]
        return Array(bytes[..<span.lowerBound]) + Array(other.utf8) + bytes[span.upperBound...]
    }

    private func withSwappedFields(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        let marks = [0] + bytes.indices.filter { separators.contains(bytes[$0]) || bytes[$0] == 0x0A }
        guard marks.count > 3 else { return bytes }
        let first = random.below(marks.count - 2)
        let second = first + 1 + random.below(min(12, marks.count - 2 - first))
        let one = marks[first] + 1..<max(marks[first] + 1, marks[first + 1])
        let other = marks[second] + 1..<max(marks[second] + 1, marks[second + 1])
        return Array(bytes[..<one.lowerBound]) + Array(bytes[other])
            + Array(bytes[one.upperBound..<other.lowerBound]) + Array(bytes[one])
            + Array(bytes[other.upperBound...])
    }

    private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    }

    private func withLineTwice(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var lines = lines(bytes)
        let line = lines[random.below(lines.count)]
        lines.insert(line, at: random.below(lines.count + 1))
        return Array(lines.joined(separator: [0x0A]))
    }

    private func withoutLine(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var lines = lines(bytes)
        lines.remove(at: random.below(lines.count))
        return Array(lines.joined(separator: [0x0A]))
    }

    private static let oddities: [[UInt8]] =
        [
            "\u{1B}[31m", "\u{0}", "\u{FEFF}", "\u{202E}", "e\u{301}", "😀", "\"", "'", ";", ",", "\t", "\r",
            "\n\n", "[", "{",
            "&a", "*a", "<<", "---", "…", "\u{A0}", "%", ": ", "- ", "#", "\\",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    private func withOddText(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        let place = random.below(bytes.count + 1)
        return Array(bytes[..<place]) + Self.oddities[random.below(Self.oddities.count)] + bytes[place...]
    }
}

/// Files that tests read.
package enum TestFiles {
    /// The folder of the package.
    package static let root: URL = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root
    }()

    /// A file of `Tests/Fixtures`.
    package static func fixture(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appendingPathComponent("Tests/Fixtures/\(path)")))
    }
}

/// Whether a refusal says where: a line, a byte, a column, a feature, a field.
package func saysWhere(_ message: String) -> Bool {
    let signs = [
        #/:\d+/#, #/line \d+/#, #/byte \d+/#, #/column /#, #/feature \d+/#, #/[a-zA-Z]\[\d+\]/#,
        #/\(at [a-zA-Z]/#,
        #/: [a-zA-Z.]+: found /#,
        #/FeatureCollection/#, #/without a type/#, #/list of features/#,
    ]
    return signs.contains { message.contains($0) }
}
