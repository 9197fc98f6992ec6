internal import Basics
internal import Foundation

extension OutputFolder {
    /// Puts the finished folder into its place. From the exchange on the new report stands; the old one is then
    /// emptied.
    ///
    /// - Returns: a line for each thing of somebody's that is now elsewhere.
    func replace(by work: WorkFolder) throws(Diagnostic) -> [String] {
        // Our lock on the old folder keeps other runs from taking it for something that a killed run left.
        let lock = WorkFolder.lock(target)
        defer { if let lock { close(lock) } }
        let list = FileList(in: target)
        let stood = target.status()
        if stood != nil, lock == nil {
            throw Diagnostic(
                path: name, found: "another run of sansang that writes it", expected: "one run at a time",
                action: "Wait for its end.")
        }
        _ = unsafe work.path.call { unsafe chmod($0, stood.map { $0.st_mode & 0o7777 } ?? 0o755) }
        return try Interruption.uninterrupted { () throws(Diagnostic) -> [String] in
            let old: DiskPath
            do throws(SystemFailure) {
                guard stood != nil else {
                    try Renaming.rename(work.path, toNew: target)
                    Interruption.remove(work.path)
                    return []
                }
                old = try Renaming.exchange(work.path, target)
            } catch {
                throw Diagnostic(path: name, failure: error.number)
            }
            Interruption.remove(work.path)
            let (kept, left) = Settlement(folder: old, list: list).settle(into: target)
            return notes(kept, left)
        }
    }

    private func notes(_ kept: [Settlement.Moved], _ left: [DiskPath]) -> [String] {
        kept.map { moved in
            let place = moved.place.bytes.dropFirst(target.bytes.count + 1)
            let path = harmless("\(name)/" + String(decoding: place, as: UTF8.self))
            return moved.hasNewName
                ? "kept: \(path) (was \(harmless(moved.path.text)) of the folder that is replaced)"
                : "kept: \(path), which sansang did not write"
        } + left.map { "left in \(harmless($0.text)): it could not be moved" }
    }
}
