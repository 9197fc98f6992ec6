/// JSON bytes, written member by member; one line a group.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// An object; members are written inside `body`.
    mutating func object(_ body: (inout JSONText) -> Void) {
        open("{")
        body(&self)
        close("}")
    }

    /// A member whose value is an array of objects, each on its own line.
    mutating func array(_ name: String, of range: Range<Int>, _ body: (inout JSONText, Int) -> Void) {
        key(name)
        open("[")
        for element in range {
            separate()
            bytes.append(UInt8(ascii: "\n"))
            needsComma = false
            object { body(&$0, element) }
        }
        close("]")
    }

    /// The name of a member whose value is written next.
    mutating func key(_ name: String) {
        separate()
        write(quoted: name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func member(_ name: String, _ text: String) {
        key(name)
        write(quoted: text)
        needsComma = true
    }

    mutating func member(_ name: String, _ number: Int) { raw(name, String(number)) }

    mutating func member(_ name: String, _ fact: Bool) { raw(name, fact ? "true" : "false") }

    mutating func member(_ name: String, _ numbers: [Int]) {
        raw(name, "[" + numbers.map(String.init).joined(separator: ",") + "]")
    }

    private mutating func raw(_ name: String, _ text: String) {
        key(name)
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func open(_ mark: Unicode.Scalar) {
        bytes.append(UInt8(ascii: mark))
        needsComma = false
    }

    private mutating func close(_ mark: Unicode.Scalar) {
        bytes.append(UInt8(ascii: mark))
        needsComma = true
    }

    /// Names and codes of our own: quotes and backslashes are all that needs escaping.
    private mutating func write(quoted text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
