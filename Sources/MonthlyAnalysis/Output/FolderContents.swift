internal import Foundation

/// Everything under a folder, by its path in it. Links are entries of their own and are not followed.
struct FolderContents {
    struct Entry {
        let path: DiskPath
        let status: stat
    }

    /// Folders before what is in them, names ascending.
    let entries: [Entry]

    /// - Throws: `Unreadable` where a folder in it cannot be read.
    init(of folder: DiskPath) throws(Unreadable) {
        var entries: [Entry] = []
        try Self.collect(folder, DiskPath([]), into: &entries)
        self.entries = entries
    }

    /// A folder in it that cannot be read.
    struct Unreadable: Error {
        let path: DiskPath
    }

    private static func collect(
        _ folder: DiskPath, _ path: DiskPath, into entries: inout [Entry]
    ) throws(Unreadable) {
        guard let names = folder.names else { throw Unreadable(path: path) }
        for name in names {
            let (place, inside) = (folder.appending(name), path.appending(name))
            guard let status = place.status() else { continue }
            entries.append(Entry(path: inside, status: status))
            if status.isFolder { try collect(place, inside, into: &entries) }
        }
    }
}
