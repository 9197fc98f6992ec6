internal import Basics
internal import Foundation

extension OutputFolder {
    /// Where the folder is or will be, through links: a link to a folder stays a link.
    static func place(_ name: String) throws(Diagnostic) -> DiskPath {
        let path = DiskPath(name.isEmpty ? "." : name)
        if let found = path.resolved {
            guard found.status()?.isFolder == true else {
                throw Diagnostic(path: name, found: "a file, not a folder")
            }
            return found
        }
        if path.status()?.isLink == true { throw Diagnostic(path: name, found: "a link to nothing") }
        let parts = path.bytes.split(separator: DiskPath.slash).map { DiskPath(Array($0)) }
        guard let last = parts.last, last != DiskPath("..") else {
            throw Diagnostic(path: name, found: "no name for a folder")
        }
        let isAbsolute = path.bytes.first == DiskPath.slash
        let parent = parts.dropLast().reduce(DiskPath(isAbsolute ? "/" : ".")) { $0.appending($1) }
        // The nearest folder that is there, without links.
        guard parent.status(following: true) == nil else {
            guard let found = parent.resolved, found.status()?.isFolder == true else {
                throw Diagnostic(path: name, found: "a file where a folder should be")
            }
            return found.appending(last)
        }
        return try place(parent.text).appending(last)
    }

    /// Makes a folder and those above it.
    ///
    /// - Returns: those that were not there, the last made last.
    static func makeFolders(_ path: DiskPath) throws(SystemFailure) -> [DiskPath] {
        guard path.status(following: true) == nil, !path.bytes.isEmpty else { return [] }
        let made = try makeFolders(path.parent)
        let failure = WorkFolder.makeFolder(path, mode: 0o777)
        guard failure == 0 || failure == EEXIST else {
            removeFolders(made)
            throw SystemFailure(number: failure)
        }
        return made + [path]
    }

    /// Takes folders away that are empty.
    static func removeFolders(_ made: [DiskPath]) {
        for path in made.reversed() { _ = unsafe path.call { unsafe rmdir($0) } }
    }

    /// Refuses a folder whose contents are not ours, or that this run reads from.
    func requireOurs(_ inputs: [String]) throws(Diagnostic) {
        guard let status = target.status() else { return }
        guard target.parent != target, !target.name.bytes.isEmpty else {
            throw Diagnostic(path: name, found: "the root of all folders")
        }
        if DiskPath(".").resolved?.lies(in: target) == true {
            throw Diagnostic(
                path: name, found: "the folder in which the program runs",
                expected: "another: this one is replaced as a whole")
        }
        for input in inputs where input != "-" {
            let path = DiskPath(input)
            // As it is named, and where links lead.
            let parent = path.parent.bytes.isEmpty ? DiskPath(".") : path.parent
            let places = [path.resolved, parent.resolved?.appending(path.name)]
            if places.contains(where: { $0?.lies(in: target) == true }) {
                throw Diagnostic(
                    path: name, found: "the input \(input) in it",
                    expected: "no input in the folder that is replaced")
            }
        }
        let contents: FolderContents
        do throws(FolderContents.Unreadable) {
            contents = try FolderContents(of: target)
        } catch {
            throw Diagnostic(path: name, found: "a folder that cannot be read (\(shownPath(error.path)))")
        }
        if contents.entries.isEmpty { return }
        for entry in contents.entries where entry.status.st_dev != status.st_dev {
            throw Diagnostic(path: name, found: "another disk in it (\(shownPath(entry.path)))")
        }
        for folder in [DiskPath([])] + contents.entries.filter(\.status.isFolder).map(\.path) {
            let place = folder.bytes.isEmpty ? target : target.appending(folder)
            guard unsafe place.call({ unsafe access($0, W_OK | X_OK) }) == 0 else {
                throw Diagnostic(
                    path: name, found: "a folder that may not be changed (\(shownPath(folder)))")
            }
        }
        if FileList(in: target) != nil { return }
        if let foreign = EarlierReport.foreign(in: contents, of: target) {
            throw Diagnostic(path: name, foreign: shownPath(foreign))
        }
    }

    func shownPath(_ path: DiskPath) -> String { harmless(path.bytes.isEmpty ? name : path.text) }
}
