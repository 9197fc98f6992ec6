package import Basics
internal import Foundation

extension Diagnostic.Code {
    /// A folder or file that cannot be written.
    package static let cannotWrite = Self("cannotWrite", .cannotCreate)
    /// The place is there, but the system did not take all.
    package static let writeFailed = Self("writeFailed", .inputOutput)
}

/// Outputs that cannot be written, as the user named them.
extension Diagnostic {
    init(
        path: String, found: String, expected: String? = nil, action: String? = nil,
        isWriteFailure: Bool = false
    ) {
        self.init(
            isWriteFailure ? .writeFailed : .cannotWrite, file: path, found: found,
            expected: expected ?? (isWriteFailure ? "room for it" : "a folder that may be written to"),
            action: action
                ?? (isWriteFailure
                    ? "Make room, or name a folder on another disk with --output. Nothing is changed."
                    : "Name another with --output. Nothing is changed."))
    }

    /// A folder with something in it that we did not write.
    init(path: String, foreign: String) {
        self.init(
            path: path, found: "\(foreign), which sansang did not write",
            expected: "a new or empty folder, or one that sansang made",
            action: "Name another with --output, or move that file away. Nothing is changed.")
    }

    /// A file of somebody's in the way.
    init(inTheWay path: String) {
        self.init(
            path: path, found: "a file that sansang did not write, or that was changed since",
            expected: "no file, or one that sansang wrote",
            action: "Name another, or move that file away. Nothing is changed.")
    }

    /// - Parameter failure: the system's number.
    init(path: String, failure: Int32) {
        switch failure {
        case ENOSPC, EDQUOT: self.init(path: path, found: "a full disk", isWriteFailure: true)
        case EIO: self.init(path: path, found: "a disk that fails", isWriteFailure: true)
        case EFBIG: self.init(path: path, found: "a limit to the size of files", isWriteFailure: true)
        case EEXIST, ENOTEMPTY:
            self.init(
                path: path, found: "something that was put there meanwhile", expected: "nothing there",
                action: "Run this again. Nothing is changed.")
        default: self.init(path: path, found: "a place that cannot be written")
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
            path: stream, found: found, expected: "a place that takes what is printed",
            action: "Send it elsewhere.", isWriteFailure: true)
    }
}
