/// What makes bytes no text in UTF-16.
enum UTF16Fault: String {
    case nul = "a NUL character"
    case loneSurrogate = "half a character (a lone surrogate)"
    case oddByte = "half a character (an odd number of bytes)"

    /// The first fault and the byte at which it stands; nil where all is text.
    static func first(in bytes: [UInt8], isBigEndian: Bool) -> (fault: UTF16Fault, offset: Int)? {
        let units = UTF16Units(bytes: bytes, isBigEndian: isBigEndian)
        var index = 0
        while index < units.count {
            let unit = units[index]
            if unit == 0 { return (.nul, index * 2) }
            if UTF16.isLeadSurrogate(unit) {
                let isPair = index + 1 < units.count && UTF16.isTrailSurrogate(units[index + 1])
                guard isPair else { return (.loneSurrogate, index * 2) }
                index += 1
            } else if UTF16.isTrailSurrogate(unit) {
                return (.loneSurrogate, index * 2)
            }
            index += 1
        }
        return bytes.count % 2 == 0 ? nil : (.oddByte, bytes.count - 1)
    }
}
