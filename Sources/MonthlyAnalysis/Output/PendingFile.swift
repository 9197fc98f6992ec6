internal import Foundation

/// A whole file that waits beside its place, locked as long as the run lives; it goes unless it takes its place.
final class PendingFile: Sendable {
    let place: DiskPath
    private let fresh: DiskPath
    private let file: OpenFile
    /// Folders that were not there.
    private let made: [DiskPath]

    /// - Parameter mode: who may read it; from the first byte nobody else may.
    init(_ text: String, for place: DiskPath, mode: mode_t) throws(SystemFailure) {
        made = try OutputFolder.makeFolders(place.parent)
        Self.sweep(place)
        self.place = place
        fresh = place.parent.appending(
            DiskPath(Self.start(of: place) + Array(String(UInt64.random(in: .min ... .max), radix: 36).utf8)))
        Interruption.listen()
        Interruption.add(fresh)
        do throws(SystemFailure) {
            file = try OpenFile(new: fresh)
            file.lock()
            try file.write(text)
            try file.allow(mode)
        } catch {
            _ = unsafe fresh.call { unsafe unlink($0) }
            OutputFolder.removeFolders(made)
            Interruption.remove(fresh)
            Interruption.rest()
            throw error
        }
    }

    deinit {
        // After it took its place nothing has this name.
        _ = unsafe fresh.call { unsafe unlink($0) }
        // Those that hold something stay.
        OutputFolder.removeFolders(made)
        Interruption.remove(fresh)
        Interruption.rest()
    }

    /// Takes the place of what stands there; where nothing stood, of nothing that came meanwhile.
    func commit(isNew: Bool) throws(SystemFailure) {
        if isNew { try Renaming.rename(fresh, toNew: place) } else { try Renaming.rename(fresh, over: place) }
    }

    private static func start(of place: DiskPath) -> [UInt8] {
        [UInt8(ascii: ".")] + place.name.bytes + Array(".writing-".utf8)
    }

    /// Takes away what killed runs left for the same place.
    private static func sweep(_ place: DiskPath) {
        let folder = place.parent.bytes.isEmpty ? DiskPath(".") : place.parent
        for name in folder.names ?? [] where name.bytes.starts(with: start(of: place)) {
            let path = folder.appending(name)
            guard let file = OpenFile(reading: path), file.lock() else { continue }
            _ = unsafe path.call { unsafe unlink($0) }
        }
    }
}
