internal import Foundation

/// What becomes of a folder that is replaced, or that a killed run left: our files go, all others stay.
struct Settlement {
    let folder: DiskPath
    /// nil: a report of version 0.1.0, told by its names.
    let list: FileList?

    /// Files and folders that are not ours: a folder without a file of ours as a whole, links and changed files of
    /// ours too.
    func foreign(in contents: FolderContents) -> [DiskPath] {
        let ours = list.map { list in
            Set(list.sums.keys.flatMap { Self.ancestors(of: DiskPath($0)) })
        }
        var foreign: [DiskPath] = []
        for entry in contents.entries {
            if let last = foreign.last, entry.path.lies(in: last) { continue }
            let isOurs =
                if entry.status.isFolder {
                    ours?.contains(entry.path) ?? EarlierReport.isName(entry) || isWork(entry.path)
                } else {
                    isWork(entry.path) || FileList.isList(entry.path)
                        || (list?.owns(entry.path, in: folder) ?? EarlierReport.isName(entry))
                }
            if !isOurs { foreign.append(entry.path) }
        }
        return foreign
    }

    /// What an unfinished run keeps its own intermediate files in.
    private func isWork(_ path: DiskPath) -> Bool {
        list?.isWhole == false && path.lies(in: DiskPath(PDFWriter.workFolder))
    }

    private static func ancestors(of path: DiskPath) -> [DiskPath] {
        Array(sequence(first: path.parent, next: \.parent).prefix { !$0.bytes.isEmpty })
    }

    /// Something of somebody's: what it was called in the folder, and where it is now.
    struct Moved {
        let path, place: DiskPath

        var hasNewName: Bool { !place.bytes.reversed().starts(with: path.bytes.reversed()) }
    }

    /// Moves what is not ours to the same place in `target`, then removes the folder.
    ///
    /// - Returns: where each of them is now, and what could not be moved: the folder stays then.
    func settle(into target: DiskPath) -> (kept: [Moved], left: [DiskPath]) {
        guard let contents = try? FolderContents(of: folder) else { return ([], [folder]) }
        var (kept, left): ([Moved], [DiskPath]) = ([], [])
        for path in foreign(in: contents) {
            move(path, into: target, &kept, &left)
        }
        for entry in contents.entries.reversed() {
            let path = folder.appending(entry.path)
            // What was just moved is no longer there; a folder that holds something stays.
            if entry.status.isFolder {
                _ = unsafe path.call { unsafe rmdir($0) }
            } else if !left.contains(where: { path.lies(in: $0) }) {
                _ = unsafe path.call { unsafe unlink($0) }
            }
        }
        if unsafe folder.call({ unsafe rmdir($0) }) != 0, left.isEmpty { left.append(folder) }
        return (kept, left)
    }

    /// Moves a file, or a folder: as a whole, or what is in it where the target has such a folder too.
    private func move(
        _ path: DiskPath, into target: DiskPath, _ kept: inout [Moved], _ left: inout [DiskPath]
    ) {
        let old = folder.appending(path)
        if old.status()?.isFolder == true, target.appending(path).status()?.isFolder == true,
            let names = old.names
        {
            for name in names { move(path.appending(name), into: target, &kept, &left) }
        } else if let place = place(path, into: target) {
            kept.append(Moved(path: path, place: place))
        } else {
            left.append(old)
        }
    }

    /// Where it is now; nil where it could not be moved.
    private func place(_ path: DiskPath, into target: DiskPath) -> DiskPath? {
        var parent = target
        for name in path.parent.bytes.split(separator: DiskPath.slash) {
            let next = parent.appending(DiskPath(Array(name)))
            let mode = folder.appending(path.parent).status()?.st_mode ?? 0o700
            if next.status() == nil { _ = unsafe next.call { unsafe mkdir($0, mode & 0o777) } }
            guard next.status()?.isFolder == true else { break }
            parent = next
        }
        for number in 0..<1_000 {
            let place = parent.appending(Self.name(path.name, kept: number))
            do throws(SystemFailure) {
                try Renaming.rename(folder.appending(path), toNew: place)
                return place
            } catch {
                guard error.number == EEXIST || error.number == ENOTEMPTY else { return nil }
            }
        }
        return nil
    }

    /// "leader.xlsx", then "leader.kept-1.xlsx".
    static func name(_ name: DiskPath, kept number: Int) -> DiskPath {
        if number == 0 { return name }
        let addition = Array(".kept-\(number)".utf8)
        guard let dot = name.bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0 else {
            return DiskPath(name.bytes + addition)
        }
        return DiskPath(name.bytes[..<dot] + addition + name.bytes[dot...])
    }
}
