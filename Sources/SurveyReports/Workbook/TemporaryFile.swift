internal import Foundation

/// A file that only this user may read, removed with the value.
struct TemporaryFile: ~Copyable {
    let path: String

    /// - Throws: `XLSXError.noTemporaryFile`.
    init() throws(XLSXError) {
        let pattern = FileManager.default.temporaryDirectory.appendingPathComponent("sansang-XXXXXX").path
        var name = pattern.utf8CString.map(\.self)
        let descriptor = unsafe mkstemp(&name)
        guard descriptor >= 0 else { throw .noTemporaryFile(code: errno) }
        close(descriptor)
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { unsafe unlink(path) }

    /// - Throws: `XLSXError.lost`.
    func bytes() throws(XLSXError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw .lost }
        return [UInt8](data)
    }
}
