internal import CSystem
internal import Foundation

/// Names changed by the system, at one instant each.
enum Renaming {
    /// Gives a thing a name that nothing has. Where the file system knows no such rename, the name is looked at
    /// before.
    ///
    /// - Throws: `SystemFailure`; EEXIST where the name is taken.
    static func rename(_ old: DiskPath, toNew new: DiskPath) throws(SystemFailure) {
        let result = unsafe old.call { old in unsafe new.call { new in unsafe sansang_rename_new(old, new) } }
        if result == 0 { return }
        guard errno == EINVAL || errno == ENOSYS else { throw SystemFailure(number: errno) }
        guard new.status() == nil else { throw SystemFailure(number: EEXIST) }
        try rename(old, over: new)
    }

    static func rename(_ old: DiskPath, over new: DiskPath) throws(SystemFailure) {
        let result = unsafe old.call { old in unsafe new.call { new in unsafe Foundation.rename(old, new) } }
        guard result == 0 else { throw SystemFailure(number: errno) }
    }

    /// Two folders exchange their names; where the file system knows no exchange, the old one steps aside, and stands
    /// again if that fails.
    ///
    /// - Parameter knowsExchange: false is for tests of the other way.
    /// - Returns: where the old folder is now.
    static func exchange(
        _ fresh: DiskPath, _ target: DiskPath, knowsExchange: Bool = true
    ) throws(SystemFailure) -> DiskPath {
        if knowsExchange {
            let result = unsafe fresh.call { one in
                unsafe target.call { other in unsafe sansang_exchange(one, other) }
            }
            if result == 0 { return fresh }
            guard errno == EINVAL || errno == ENOSYS else { throw SystemFailure(number: errno) }
        }
        let old = DiskPath(fresh.bytes + Array("-old".utf8))
        try rename(target, toNew: old)
        do throws(SystemFailure) {
            try rename(fresh, toNew: target)
        } catch {
            try rename(old, toNew: target)
            throw error
        }
        return old
    }
}
