/// The units of text in UTF-16; an odd last byte is none.
struct UTF16Units: RandomAccessCollection {
    let bytes: [UInt8]
    let isBigEndian: Bool

    var startIndex: Int { 0 }
    var endIndex: Int { bytes.count / 2 }

    subscript(index: Int) -> UInt16 {
        let (first, second) = (UInt16(bytes[index * 2]), UInt16(bytes[index * 2 + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
    }
}
