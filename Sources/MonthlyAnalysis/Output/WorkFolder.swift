internal import Foundation

/// A hidden folder beside the place where its contents will stand, locked as long as the run that writes it lives: a
/// later run sees by the lock, not by a process's number, what a killed run left.
final class WorkFolder {
    let path: DiskPath
    private let lock: Int32

    /// - Parameter target: what it will become; the folder lies beside it.
    init(for target: DiskPath) throws(SystemFailure) {
        var failure: Int32 = 0
        Interruption.listen()
        for _ in 0..<100 {
            let token = String(UInt64.random(in: .min ... .max), radix: 36)
            let path = target.parent.appending(Self.name(of: target.name, token))
            Interruption.add(path)
            failure = Self.makeFolder(path, mode: 0o700)
            guard failure == 0 else {
                Interruption.remove(path)
                if failure == EEXIST { continue }
                break
            }
            // Another run may have swept it before the lock was ours.
            guard let lock = Self.lock(path) else {
                Interruption.remove(path)
                continue
            }
            (self.path, self.lock) = (path, lock)
            return
        }
        Interruption.rest()
        throw SystemFailure(number: failure)
    }

    deinit {
        Interruption.remove(path)
        Interruption.rest()
        close(lock)
    }

    /// Returns the system's number of what went wrong; 0: nothing.
    static func makeFolder(_ path: DiskPath, mode: mode_t) -> Int32 {
        Interruption.make { unsafe path.call { unsafe mkdir($0, mode) } == 0 ? 0 : errno }
    }

    private static let middle = Array(".writing-".utf8)

    private static func name(of target: DiskPath, _ token: String) -> DiskPath {
        DiskPath([UInt8(ascii: ".")] + target.bytes + middle + Array(token.utf8))
    }

    /// The name of what a hidden folder was to become, and its token; nil for any other name.
    static func parts(of name: DiskPath) -> (target: DiskPath, token: String)? {
        guard name.bytes.first == UInt8(ascii: ".") else { return nil }
        let rest = name.bytes.dropFirst()
        guard let place = rest.ranges(of: middle).last, !rest[..<place.lowerBound].isEmpty else { return nil }
        let token = String(decoding: rest[place.upperBound...], as: UTF8.self)
        return token.isEmpty ? nil : (DiskPath(Array(rest[..<place.lowerBound])), token)
    }

    /// Takes a folder's lock; nil where another process holds it or the folder is gone. The descriptor is to be
    /// closed.
    static func lock(_ path: DiskPath) -> Int32? {
        let folder = unsafe path.call { unsafe open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW) }
        guard folder >= 0 else { return nil }
        var held = stat()
        guard flock(folder, LOCK_EX | LOCK_NB) == 0, unsafe fstat(folder, &held) == 0,
            path.status()?.isSame(held) == true
        else {
            close(folder)
            return nil
        }
        return folder
    }
}
