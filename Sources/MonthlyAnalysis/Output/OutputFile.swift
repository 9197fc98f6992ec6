package import Basics
internal import Foundation

/// One file, written whole or not at all.
package enum OutputFile {
    /// Writes a file that begins with `mark`. A file that is there already is replaced only if it begins so too; what
    /// is no file, as a pipe or a terminal, is written to.
    ///
    /// - Throws: `Diagnostic`.
    package static func write(_ text: String, mark: String, to name: String) throws(Diagnostic) {
        precondition(text.hasPrefix(mark), "ours without its mark")
        let path = DiskPath(name)
        if let status = path.status(following: true) {
            if status.isFolder {
                throw Diagnostic(path: name, found: "a folder", expected: "a name for a file")
            }
            guard status.isFile else { return try send(text, to: path, name) }
            guard begins(path.resolved ?? path, with: mark) else { throw Diagnostic(inTheWay: name) }
        } else if path.status() != nil {
            throw Diagnostic(path: name, found: "a link to nothing", expected: "a name for a file")
        }
        let place = path.resolved ?? path
        do throws(SystemFailure) {
            let standing = place.status()
            try PendingFile(text, for: place, mode: standing.map { $0.st_mode & 0o777 } ?? 0o644)
                .commit(isNew: standing == nil)
        } catch {
            throw Diagnostic(path: name, failure: error.number)
        }
    }

    private static func begins(_ path: DiskPath, with mark: String) -> Bool {
        path.contents?.starts(with: mark.utf8) == true
    }

    private static func send(_ text: String, to path: DiskPath, _ name: String) throws(Diagnostic) {
        do throws(SystemFailure) {
            try OpenFile(sendingTo: path).write(text)
        } catch {
            throw Diagnostic(path: name, failure: error.number)
        }
    }
}
