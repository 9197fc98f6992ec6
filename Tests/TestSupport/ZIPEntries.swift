internal import CZlib

/// The files in a ZIP archive by name, stored or deflated; nothing when it is none.
package func zipEntries(_ archive: [UInt8]) -> [String: String] {
    func number(_ start: Int, _ bytes: Int) -> Int {
        guard start >= 0, start + bytes <= archive.count else { return 0 }
        return archive[start..<start + bytes].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    var entries: [String: String] = [:]
    // The end of the directory; libxlsxwriter writes no comment after it.
    let end = archive.count - 22
    guard number(end, 4) == 0x0605_4B50 else { return [:] }
    var place = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
        let name = String(decoding: archive[place + 46..<place + 46 + number(place + 28, 2)], as: UTF8.self)
        let local = number(place + 42, 4)
        let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
        let packed = Array(archive[start..<start + number(place + 20, 4)])
        let bytes = number(place + 10, 2) == 0 ? packed : inflated(packed, size: number(place + 24, 4))
        entries[name] = String(decoding: bytes, as: UTF8.self)
        place += 46 + number(place + 28, 2) + number(place + 30, 2) + number(place + 32, 2)
    }
    return entries
}

private func inflated(_ packed: [UInt8], size: Int) -> [UInt8] {
    var packed = packed
    return unsafe Array(unsafeUninitializedCapacity: size) { output, count in
        unsafe packed.withUnsafeMutableBufferPointer { input in
            var stream = unsafe z_stream()
            unsafe stream.next_in = input.baseAddress
            unsafe stream.avail_in = UInt32(input.count)
            unsafe stream.next_out = output.baseAddress
            unsafe stream.avail_out = UInt32(size)
            // -15: deflate without the head of a zlib stream.
            unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            unsafe inflate(&stream, Z_FINISH)
            unsafe inflateEnd(&stream)
            count = unsafe Int(stream.total_out)
        }
    }
}
