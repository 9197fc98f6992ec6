import Basics

/// Seeded files that look like surveys, with something wrong now and then (SplitMix64).
struct SeededBytes: RandomNumberGenerator {
    private var random: SplitMix64

    init(seed: Int) { random = SplitMix64(seed: UInt64(seed) &+ 77) }

    mutating func next() -> UInt64 { random.next() }

    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

    mutating func file() -> [UInt8] {
        if chance(0.2) { return soup() }
        let columns = Int.random(in: 1...5, using: &self)
        let end = ["\n", "\r\n", "\r"].randomElement(using: &self) ?? "\n"
        let trouble = chance(0.5) ? 0.02 : 0
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 1...60, using: &self) {
            if chance(0.03) {
                text += end.utf8
                continue
            }
            for column in 0..<columns {
                if column > 0 { text.append(0x2C) }
                text += cell(trouble)
            }
            text += (trouble > 0 && chance(trouble) ? "\n\r" : end).utf8
        }
        if chance(0.3), !text.isEmpty { text.removeLast() }
        return text
    }

    private mutating func cell(_ trouble: Double) -> [UInt8] {
        let words = [
            "1", "", "có", "không", "Tổ 3", "a b", "12 345", "Wifi", "x;y",
            "số nhà 12 đường Lý Thái Tổ dài hơn",
        ]
        let word = Array((words.randomElement(using: &self) ?? "").utf8)
        if trouble > 0, chance(trouble) {
            return [[0x22], [0x22, 0x22], Array("a\"b".utf8), Array("\"a\"b".utf8), [0xE1], [0x00]]
                .randomElement(using: &self) ?? []
        }
        guard chance(0.25) else { return word }
        let inside = ["", ",", "\"\"", ", \"\"x\"\""] + (chance(0.15) ? ["\n", "\r\n", "\n\n"] : [])
        let quoted = [0x22] + word + Array((inside.randomElement(using: &self) ?? "").utf8) + [0x22]
        guard chance(trouble * 5) else { return quoted }
        let blanks: [[UInt8]] = [[], [0x20], [0x09, 0x20], [0xC2, 0xA0]]
        return (blanks.randomElement(using: &self) ?? []) + quoted
            + (blanks.randomElement(using: &self) ?? [])
    }

    private mutating func soup() -> [UInt8] {
        let bytes: [UInt8] = [0x22, 0x22, 0x2C, 0x2C, 0x0A, 0x0A, 0x0D, 0x61, 0x62, 0x20, 0x20, 0x3B]
        return (0..<Int.random(in: 1...200, using: &self)).map { _ in
            bytes.randomElement(using: &self) ?? 0x61
        }
    }
}
