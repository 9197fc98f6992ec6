internal import Foundation

/// A path as the system has it: bytes, for a file's name need not be UTF-8.
struct DiskPath: Hashable, Comparable, Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }
    init(_ text: String) { bytes = Array(text.utf8) }

    /// For messages, and for names that are known to be text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    static let slash = UInt8(ascii: "/")

    static func < (one: DiskPath, other: DiskPath) -> Bool {
        one.bytes.lexicographicallyPrecedes(other.bytes)
    }

    func appending(_ name: DiskPath) -> DiskPath {
        bytes.isEmpty || bytes.last == Self.slash
            ? DiskPath(bytes + name.bytes) : DiskPath(bytes + [Self.slash] + name.bytes)
    }

    func appending(_ name: String) -> DiskPath { appending(DiskPath(name)) }

    /// What stands before the last slash; empty where there is none.
    var parent: DiskPath {
        guard let end = bytes.lastIndex(of: Self.slash) else { return DiskPath([]) }
        return DiskPath(Array(bytes[..<max(end, 1)]))
    }

    var name: DiskPath {
        guard let end = bytes.lastIndex(of: Self.slash) else { return self }
        return DiskPath(Array(bytes[(end + 1)...]))
    }

    /// Whether this is the folder, or lies in it.
    func lies(in folder: DiskPath) -> Bool {
        bytes == folder.bytes
            || bytes.starts(with: folder.bytes + (folder.bytes.last == Self.slash ? [] : [Self.slash]))
    }

    /// Calls the system with the path as it wants it.
    func call<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        var ended = bytes.map { CChar(bitPattern: $0) } + [0]
        return unsafe body(&ended)
    }

    /// What the system says of it; nil where it is not there. A link is not followed unless asked.
    func status(following: Bool = false) -> stat? {
        var status = stat()
        let result = unsafe call { path in
            unsafe following ? stat(path, &status) : lstat(path, &status)
        }
        return result == 0 ? status : nil
    }

    /// The path without links, dots and doubled slashes; nil where it is not there.
    var resolved: DiskPath? {
        unsafe call { path in
            guard let found = unsafe realpath(path, nil) else { return nil }
            defer { unsafe free(found) }
            return unsafe DiskPath(Self.bytes(of: found))
        }
    }

    private static func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
        let count = unsafe strlen(text)
        return unsafe UnsafeBufferPointer(start: text, count: count).map { UInt8(bitPattern: $0) }
    }

    /// The bytes of a regular file; nil where it cannot be read.
    var contents: [UInt8]? {
        guard let file = OpenFile(reading: self) else { return nil }
        var bytes: [UInt8] = []
        return unsafe file.read({ unsafe bytes.append(contentsOf: $0) }) ? bytes : nil
    }

    /// The names in a folder, ascending; nil where it cannot be read.
    var names: [DiskPath]? {
        guard let folder = unsafe call({ path in unsafe opendir(path) }) else { return nil }
        defer { unsafe closedir(folder) }
        var names: [DiskPath] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(folder) else { break }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe Self.bytes(of: $0) }
            }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(DiskPath(name)) }
        }
        return errno == 0 ? names.sorted() : nil
    }
}

extension stat {
    var kind: mode_t { st_mode & S_IFMT }
    var isFolder: Bool { kind == S_IFDIR }
    var isFile: Bool { kind == S_IFREG }
    var isLink: Bool { kind == S_IFLNK }

    func isSame(_ other: stat) -> Bool { st_dev == other.st_dev && st_ino == other.st_ino }
}
