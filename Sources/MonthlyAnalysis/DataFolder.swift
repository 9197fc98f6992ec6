internal import Foundation

/// Writes data files into a folder, each whole or not at all; other files there stay.
package enum DataFolder {
    /// Writes files as their pieces come, one piece in memory at a time.
    ///
    /// - Throws: `OutputError`.
    package static func write(
        _ files: [(name: String, pieces: any Sequence<[UInt8]>)], to path: String
    ) throws(OutputError) {
        let folder = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for file in files { try write(file.pieces, as: file.name, in: folder) }
        } catch {
            throw OutputError(folder: path, found: "a folder that cannot be written")
        }
    }

    /// Into a file beside it, which then takes its name.
    private static func write(_ pieces: any Sequence<[UInt8]>, as name: String, in folder: URL) throws {
        let process = ProcessInfo.processInfo.processIdentifier
        let fresh = folder.appendingPathComponent(".\(name).writing-\(process)")
        do {
            guard FileManager.default.createFile(atPath: fresh.path, contents: nil) else {
                throw CocoaError(.fileWriteUnknown)
            }
            let handle = try FileHandle(forWritingTo: fresh)
            for piece in pieces { try handle.write(contentsOf: Data(piece)) }
            try handle.close()
            guard rename(fresh.path, folder.appendingPathComponent(name).path) == 0 else {
                throw CocoaError(.fileWriteUnknown)
            }
        } catch {
            try? FileManager.default.removeItem(at: fresh)
            throw error
        }
    }
}
