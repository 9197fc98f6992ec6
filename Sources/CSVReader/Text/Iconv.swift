internal import CIconv

/// The C library's conversion tables.
enum Iconv {
    /// The same text in UTF-8, composed where the encoding writes letter and tone apart.
    ///
    /// The bytes must be whole lines, so that no character is cut. The handle lives in this call only.
    ///
    /// - Returns: nil where a byte stands for no character, or the system has no table of this name.
    /// - Source: POSIX iconv(3); tables of glibc.
    static func utf8(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
        guard let handle = unsafe iconv_open("UTF-8", encoding), unsafe handle != Self.failed else {
            return nil
        }
        defer { unsafe iconv_close(handle) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // No character of these encodings takes more than 3 bytes of UTF-8, a composed pair not more than 4.
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        let capacity = output.count
        let written: Int? = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                var next = source.baseAddress
                var left = source.count
                var end = target.baseAddress
                var room = capacity
                if left > 0, unsafe iconv(handle, &next, &left, &end, &room) == -1 {
                    return nil
                }
                // Writes the letter that waits for a tone.
                if unsafe iconv(handle, nil, nil, &end, &room) == -1 { return nil }
                return capacity - room
            }
        }
        return written.map { count in output[..<count].map { UInt8(bitPattern: $0) } }
    }

    /// What iconv_open returns where there is no such table: (iconv_t) −1.
    private static var failed: iconv_t? { unsafe iconv_t(bitPattern: -1) }
}
