internal import Foundation

/// A folder or file that cannot be written.
package struct OutputError: Error, Equatable, CustomStringConvertible {
    /// As the user named it.
    package let path: String
    package let found: String
    package let expected: String
    package let action: String
    /// The place is there, but the system did not take all.
    package let isWriteFailure: Bool

    init(
        folder: String, found: String, expected: String? = nil, action: String? = nil,
        isWriteFailure: Bool = false
    ) {
        path = folder
        self.found = found
        self.expected =
            expected ?? (isWriteFailure ? "room for it" : "a folder that may be written to")
        self.action =
            action
            ?? (isWriteFailure
                ? "Make room, or name a folder on another disk with --output. Nothing is changed."
                : "Name another with --output. Nothing is changed.")
        self.isWriteFailure = isWriteFailure
    }

    /// A folder with something in it that we did not write.
    init(folder: String, foreign: String) {
        self.init(
            folder: folder, found: "\(foreign), which sansang did not write",
            expected: "a new or empty folder, or one that sansang made",
            action: "Name another with --output, or move that file away. Nothing is changed.")
    }

    /// A file of somebody's in the way.
    init(file: String) {
        self.init(
            folder: file, found: "a file that sansang did not write, or that was changed since",
            expected: "no file, or one that sansang wrote",
            action: "Name another, or move that file away. Nothing is changed.")
    }

    /// - Parameter failure: the system's number.
    init(folder: String, failure: Int32) {
        switch failure {
        case ENOSPC, EDQUOT: self.init(folder: folder, found: "a full disk", isWriteFailure: true)
        case EIO: self.init(folder: folder, found: "a disk that fails", isWriteFailure: true)
        case EFBIG: self.init(folder: folder, found: "a limit to the size of files", isWriteFailure: true)
        case EEXIST, ENOTEMPTY:
            self.init(
                folder: folder, found: "something that was put there meanwhile", expected: "nothing there",
                action: "Run this again. Nothing is changed.")
        default: self.init(folder: folder, found: "a place that cannot be written")
        }
    }

    /// Standard output or standard error.
    package init(stream: String, failure: Int32) {
        let found =
            switch failure {
            case ENOSPC, EDQUOT: "a full disk"
            case EFBIG: "a limit to the size of files"
            case EBADF: "it closed"
            case EPIPE: "nobody reading it any more"
            default: "a place that cannot be written"
            }
        self.init(
            folder: stream, found: found, expected: "a place that takes what is printed",
            action: "Send it elsewhere.", isWriteFailure: true)
    }

    package var description: String { "\(path): found \(found); expected \(expected). \(action)" }
}
