internal import Foundation

/// Bytes that can be read at any offset, by several threads at once.
enum StoredBytes: Sendable {
    case memory([UInt8])
    case file(FileHandle, name: String)

    /// Up to `count` bytes from `offset` on; fewer only at the end.
    func read(_ count: Int, at offset: Int) throws(CSVReadError) -> [UInt8] {
        switch self {
        case .memory(let bytes):
            let start = min(offset, bytes.count)
            return Array(bytes[start..<min(bytes.count, start + count)])
        case .file(let handle, let name):
            var failed = false
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                while filled < count {
                    let got = unsafe pread(
                        handle.fileDescriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled,
                        off_t(offset + filled))
                    if got < 0, errno == EINTR { continue }
                    if got <= 0 {
                        failed = got < 0
                        break
                    }
                    filled += got
                }
            }
            if failed { throw Self.readFailed(name) }
            return bytes
        }
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

    static func readFailed(_ file: String) -> CSVReadError {
        CSVReadError(
            .readFailed, file: file, found: "an error while reading", expected: "a file that can be read",
            action: "Check the disk or the network drive and run again.")
    }
}
