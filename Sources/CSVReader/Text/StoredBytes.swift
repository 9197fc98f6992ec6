internal import Basics
internal import Foundation

/// Bytes that can be read at any offset, by several threads at once.
enum StoredBytes: Sendable {
    case memory([UInt8])
    case file(FileHandle, name: String)

    /// Up to `count` bytes from `offset` on; fewer only at the end.
    func read(_ count: Int, at offset: Int) throws(Diagnostic) -> [UInt8] {
        var bytes: [UInt8] = []
        try append(count, at: offset, to: &bytes)
        return bytes
    }

    /// The same behind what `buffer` holds: its storage is used again where it has room.
    func append(_ count: Int, at offset: Int, to buffer: inout [UInt8]) throws(Diagnostic) {
        switch self {
        case .memory(let bytes):
            let start = min(offset, bytes.count)
            buffer += bytes[start..<min(bytes.count, start + count)]
        case .file(let handle, let name):
            var failed = false
            buffer.append(addingCapacity: count) { span in
                unsafe span.withUnsafeMutableBufferPointer { free, filled in
                    failed = unsafe !Self.read(handle, at: offset, into: free, &filled)
                }
            }
            if failed { throw Self.readFailed(name) }
        }
    }

    /// Fills memory from a file; false where that fails. A mapped file would end the program when another one shortens
    /// it, so bytes are copied.
    private static func read(
        _ handle: FileHandle, at offset: Int, into free: UnsafeMutableBufferPointer<UInt8>,
        _ filled: inout Int
    ) -> Bool {
        while filled < free.count {
            let got = unsafe pread(
                handle.fileDescriptor, free.baseAddress.map { unsafe $0 + filled }, free.count - filled,
                off_t(offset + filled))
            if got < 0, errno == EINTR { continue }
            if got <= 0 { return got == 0 }
            filled += got
        }
        return true
    }

    /// Bytes in all.
    var size: Int {
        switch self {
        case .memory(let bytes): return bytes.count
        case .file(let handle, _):
            var status = stat()
            return unsafe fstat(handle.fileDescriptor, &status) == 0 ? Int(status.st_size) : 0
        }
    }

    static func readFailed(_ file: String) -> Diagnostic {
        Diagnostic(
            .readFailed, file: file, found: "an error while reading", expected: "a file that can be read",
            action: "Check the disk or the network drive and run again.")
    }
}
