/// The number format of each style of a workbook's cells.
final class CellStyles: XMLHandler {
    /// By the number that a cell names.
    private(set) var formats: [NumberFormat] = []
    private(set) var isDone = false
    private var own: [Int: NumberFormat] = [:]
    private var isOfCells = false

    func start(_ element: XMLName, _ attributes: XMLAttributes) {
        if element == "numFmt" {
            if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
                own[id] = NumberFormat(code)
            }
        } else if element == "cellXfs" {
            isOfCells = true
        } else if isOfCells, element == "xf" {
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(own[id] ?? NumberFormat.builtIn[id] ?? .general)
        }
    }

    func end(_ element: XMLName) { if element == "cellXfs" { isDone = true } }
    func text(_ bytes: UnsafeRawBufferPointer) {}
}

/// Texts one behind the other.
struct TextList: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Behind each text.
    private(set) var ends: [Int] = []

    var count: Int { ends.count }

    subscript(place: Int) -> ArraySlice<UInt8> { bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]] }

    mutating func append(_ text: UnsafeRawBufferPointer) { unsafe bytes.append(contentsOf: text) }

    /// Ends the text that was appended.
    mutating func close() {
        let start = ends.last ?? 0
        XMLEscapes.undo(&bytes, from: start)
        ends.append(bytes.count)
    }
}

/// The texts that cells share: those of a cell's parts of one look, without how they are read aloud.
final class SharedStrings: XMLHandler {
    private(set) var texts = TextList()
    let isDone = false
    private var isText = false
    private var isReading = false

    func start(_ element: XMLName, _ attributes: XMLAttributes) {
        if element == "t" { isText = true } else if element == "rPh" { isReading = true }
    }

    func end(_ element: XMLName) {
        if element == "t" {
            isText = false
        } else if element == "rPh" {
            isReading = false
        } else if element == "si" {
            texts.close()
        }
    }

    func text(_ bytes: UnsafeRawBufferPointer) {
        if isText, !isReading { unsafe texts.append(bytes) }
    }
}

/// Characters that XML cannot hold stand in workbooks as `_x000D_`.
enum XMLEscapes {
    /// - Source: ECMA-376 part 1, 22.9.2.19.
    static func undo(_ bytes: inout [UInt8], from start: Int) {
        guard bytes[start...].contains(UInt8(ascii: "_")) else { return }
        var place = start
        var made: [UInt8] = []
        while place < bytes.count {
            if let code = code(in: bytes, at: place), let scalar = UnicodeScalar(code) {
                made += Array(String(Character(scalar)).utf8)
                place += 7
            } else {
                made.append(bytes[place])
                place += 1
            }
        }
        bytes.replaceSubrange(start..., with: made)
    }

    private static func code(in bytes: [UInt8], at place: Int) -> UInt32? {
        guard place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"),
            bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_")
        else { return nil }
        let code = UInt32(String(decoding: bytes[(place + 2)..<(place + 6)], as: UTF8.self), radix: 16)
        return code.flatMap { $0 == 0 ? nil : $0 }
    }
}
