internal import Basics
internal import Foundation

/// Where bytes come from: a file, standard input, or memory.
indirect enum ByteSource {
    case memory([UInt8])
    /// Bytes that were looked at already, then the rest.
    case head([UInt8], rest: ByteSource)
    /// The same, from an offset on.
    case part(StoredBytes, from: Int, rest: ByteSource)
    case handle(FileHandle, file: String)
    /// Bytes that can be read anywhere, from an offset on.
    case range(StoredBytes, from: Int)
    case decoded(DecodedSource)
    case escaped(EscapedSource)

    /// Up to `count` bytes; empty at the end.
    mutating func read(_ count: Int) throws(Diagnostic) -> [UInt8] {
        switch self {
        case .memory(let bytes):
            self = bytes.count <= count ? .memory([]) : .range(.memory(bytes), from: count)
            return Array(bytes.prefix(count))
        case .head(let bytes, let rest):
            self = bytes.count <= count ? rest : .part(.memory(bytes), from: count, rest: rest)
            return Array(bytes.prefix(count))
        case .part(let bytes, let offset, let rest):
            let part = try bytes.read(count, at: offset)
            let end = offset + part.count
            self = end < bytes.size ? .part(bytes, from: end, rest: rest) : rest
            return part
        case .range(let stored, let offset):
            let bytes = try stored.read(count, at: offset)
            self = .range(stored, from: offset + bytes.count)
            return bytes
        case .decoded(var decoded):
            let bytes = try decoded.read(count)
            self = .decoded(decoded)
            return bytes
        case .escaped(var escaped):
            let bytes = try escaped.read(count)
            self = .escaped(escaped)
            return bytes
        case .handle(let handle, let file):
            do {
                return [UInt8](try handle.read(upToCount: count) ?? Data())
            } catch {
                throw StoredBytes.readFailed(file)
            }
        }
    }

    /// Reads up to `count` bytes behind what `buffer` holds; returns how many, 0 at the end.
    mutating func append(_ count: Int, to buffer: inout [UInt8]) throws(Diagnostic) -> Int {
        let before = buffer.count
        if case .range(let stored, let offset) = self {
            try stored.append(count, at: offset, to: &buffer)
            self = .range(stored, from: offset + buffer.count - before)
        } else {
            buffer += try read(count)
        }
        return buffer.count - before
    }

    /// The bytes, where they can be read at any offset.
    var stored: StoredBytes? {
        switch self {
        case .memory(let bytes): .memory(bytes)
        case .range(let stored, from: 0): stored
        default: nil
        }
    }

    /// The file at `path`, or standard input for "-".
    static func open(_ path: String) throws(Diagnostic) -> ByteSource {
        if path == "-" { return .handle(.standardInput, file: "standard input") }
        guard FileManager.default.fileExists(atPath: path) else {
            throw Diagnostic(
                .noInput, file: path, found: "no such file", expected: "a CSV file",
                action: "Check the name and the folder.")
        }
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let kind = try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType
        if kind == .typeDirectory {
            throw Diagnostic(
                .noInput, file: path, found: "a folder", expected: "a CSV file",
                action: "Name the file inside it.")
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Diagnostic(
                .noInput, file: path, found: "a file that may not be opened", expected: "a file you may read",
                action: "Ask its owner for the right to read it.")
        }
        let isStored = kind == .typeRegular
        return isStored ? .range(.file(handle, name: path), from: 0) : .handle(handle, file: path)
    }
}
