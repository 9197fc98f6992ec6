package import Basics
internal import Foundation

/// Writes data files into a folder, all whole before the first takes its name; other files there stay.
package enum DataFolder {
    /// Writes files as their pieces come, one piece in memory at a time. A file that is there already is replaced
    /// only if our list names it and it is as we wrote it.
    ///
    /// - Throws: `Diagnostic`; then no file is changed, unless the disk fails while the names are exchanged.
    package static func write(
        _ files: [(name: String, pieces: any Sequence<[UInt8]>)], to name: String
    ) throws(Diagnostic) {
        let folder = try OutputFolder.place(name)
        var list = FileList(in: folder) ?? FileList(open: [])
        for file in files {
            let path = folder.appending(file.name)
            guard path.status() == nil || list.owns(DiskPath(file.name), in: folder) else {
                throw Diagnostic(inTheWay: "\(name)/\(file.name)")
            }
        }
        var made: [DiskPath] = []
        do throws(SystemFailure) {
            made = try OutputFolder.makeFolders(folder)
            Leftovers.sweep(folder)
            try write(files, &list, in: folder)
        } catch {
            OutputFolder.removeFolders(made)
            throw Diagnostic(path: name, failure: error.number)
        }
    }

    private static func write(
        _ files: [(name: String, pieces: any Sequence<[UInt8]>)], _ list: inout FileList, in folder: DiskPath
    ) throws(SystemFailure) {
        let work = try WorkFolder(for: folder.appending("data"))
        // Its lock is held to the end.
        defer { withExtendedLifetime(work) { try? FileManager.default.removeItem(atPath: work.path.text) } }
        try FileList(open: files.map(\.name)).write(in: work.path)
        for file in files {
            list.note(try write(file.pieces, to: work.path.appending(file.name)), of: file.name)
        }
        try Interruption.uninterrupted { () throws(SystemFailure) in
            for file in files {
                try Renaming.rename(work.path.appending(file.name), over: folder.appending(file.name))
            }
            try list.write(in: folder)
        }
    }

    /// Returns the sum of what it wrote.
    private static func write(
        _ pieces: any Sequence<[UInt8]>, to path: DiskPath
    ) throws(SystemFailure) -> UInt64 {
        let file = try OpenFile(new: path)
        var sum = FNV1a()
        for piece in pieces { try file.write(piece, to: &sum) }
        try file.allow(0o644)
        return sum.value
    }
}
