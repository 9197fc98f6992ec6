internal import Foundation

/// Hidden folders that killed runs left beside their targets.
enum Leftovers {
    /// Takes all of them away: a whole report whose place is empty takes it, ours goes, what is not ours moves to the
    /// report or stays where it is.
    static func sweep(_ parent: DiskPath) {
        for name in parent.names ?? [] {
            let folder = parent.appending(name)
            guard let parts = WorkFolder.parts(of: name), folder.status()?.isFolder == true,
                let lock = WorkFolder.lock(folder)
            else { continue }
            defer { close(lock) }
            clear(folder, parent.appending(parts.target), isOld: parts.token.hasSuffix("-old"))
        }
    }

    private static func clear(_ folder: DiskPath, _ target: DiskPath, isOld: Bool) {
        let list = FileList(in: folder)
        guard let contents = try? FolderContents(of: folder) else { return }
        if list == nil {
            // Killed before its list was whole, of version 0.1.0, or no folder of ours.
            guard contents.entries.allSatisfy({ EarlierReport.isName($0) || FileList.isList($0.path) }) else {
                return
            }
        }
        let isWhole = list?.isWhole ?? isOld
        if isWhole, target.status() == nil {
            try? Renaming.rename(folder, toNew: target)
            return
        }
        let settlement = Settlement(folder: folder, list: list)
        guard settlement.foreign(in: contents).isEmpty || target.status()?.isFolder == true else { return }
        _ = settlement.settle(into: target)
    }
}
