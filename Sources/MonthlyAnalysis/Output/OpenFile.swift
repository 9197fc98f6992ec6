internal import Basics
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
        var failure: Int32 = 0
        descriptor = Interruption.make {
            let made = unsafe path.call { unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
            failure = made < 0 ? errno : 0
            return made
        }
        guard failure == 0 else { throw SystemFailure(number: failure) }
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

    /// Writes a text and adds its bytes to a sum.
    func write(_ text: String, to sum: inout FNV1a) throws(SystemFailure) {
        var text = text
        let result = text.withUTF8 { bytes in
            unsafe sum.add(UnsafeRawBufferPointer(bytes))
            return Result { () throws(SystemFailure) in
                try unsafe write(UnsafeRawBufferPointer(bytes))
            }
        }
        try result.get()
    }

    func write(_ text: String) throws(SystemFailure) {
        var sum = FNV1a()
        try write(text, to: &sum)
    }

    /// Writes bytes and adds them to a sum.
    func write(_ bytes: [UInt8], to sum: inout FNV1a) throws(SystemFailure) {
        let result = unsafe bytes.withUnsafeBytes { bytes in
            unsafe sum.add(bytes)
            return Result { () throws(SystemFailure) in try unsafe write(bytes) }
        }
        try result.get()
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
