internal import Foundation

/// An open regular file, closed with this value.
final class OpenFile: Sendable {
    private let descriptor: Int32

    /// nil where it cannot be read, or is no regular file.
    init?(reading path: DiskPath) {
        descriptor = unsafe path.call { unsafe open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) }
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.isFile else {
            close(descriptor)
            return nil
        }
    }

    /// A new file, readable by its owner only.
    ///
    /// - Throws: the system's number.
    init(new path: DiskPath) throws(SystemFailure) {
        descriptor = unsafe path.call { unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
        guard descriptor >= 0 else { throw SystemFailure(number: errno) }
    }

    /// A pipe, a terminal or another device.
    init(sendingTo path: DiskPath) throws(SystemFailure) {
        descriptor = unsafe path.call { unsafe open($0, O_WRONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw SystemFailure(number: errno) }
    }

    deinit { close(descriptor) }

    /// Gives all bytes in blocks; whether the end was reached.
    func read(_ take: (UnsafeRawBufferPointer) -> Void) -> Bool {
        var block = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = unsafe block.withUnsafeMutableBytes { bytes in
                unsafe Foundation.read(descriptor, bytes.baseAddress, bytes.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 }
            unsafe block.withUnsafeBytes { unsafe take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }

    /// It does not wait for the disk, which would take longer than the whole run on a slow one: a report that a loss
    /// of power takes is made again from the same survey.
    private func write(_ bytes: UnsafeRawBufferPointer) throws(SystemFailure) {
        var rest = unsafe bytes
        while unsafe !rest.isEmpty {
            let written = unsafe Foundation.write(descriptor, rest.baseAddress, rest.count)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw SystemFailure(number: written < 0 ? errno : EIO) }
            unsafe rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
    }

    func write(_ text: String) throws(SystemFailure) { try write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) throws(SystemFailure) {
        let failure = unsafe bytes.withUnsafeBytes { bytes in
            do throws(SystemFailure) {
                try unsafe write(bytes)
                return nil as SystemFailure?
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }

    /// Takes the file's lock; false where another process holds it.
    @discardableResult
    func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

    func allow(_ mode: mode_t) throws(SystemFailure) {
        guard fchmod(descriptor, mode) == 0 else { throw SystemFailure(number: errno) }
    }
}

/// The system's number of what went wrong.
struct SystemFailure: Error {
    let number: Int32
}
