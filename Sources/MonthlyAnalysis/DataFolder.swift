internal import Foundation

/// Writes data files into a folder, each whole or not at all; other files there stay.
package enum DataFolder {
    /// - Throws: `OutputError`.
    package static func write(_ files: [(name: String, bytes: [UInt8])], to path: String) throws(OutputError)
    {
        let folder = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for file in files {
                try Data(file.bytes).write(to: folder.appendingPathComponent(file.name), options: .atomic)
            }
        } catch {
            throw OutputError(folder: path, found: "a folder that cannot be written")
        }
    }
}
