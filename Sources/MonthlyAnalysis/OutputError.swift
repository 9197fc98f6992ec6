internal import Foundation

/// A folder that cannot be written.
package struct OutputError: Error, Equatable, CustomStringConvertible {
    package let folder: String
    package let found: String
    /// The folder is there, but the disk did not take all.
    package let isWriteFailure: Bool

    package init(folder: String, found: String, isWriteFailure: Bool = false) {
        self.folder = folder
        self.found = found
        self.isWriteFailure = isWriteFailure
    }

    /// - Parameter failure: the system's number.
    init(folder: String, failure: Int32) {
        switch failure {
        case ENOSPC, EDQUOT: self.init(folder: folder, found: "a full disk", isWriteFailure: true)
        case EIO: self.init(folder: folder, found: "a disk that fails", isWriteFailure: true)
        default: self.init(folder: folder, found: "a file that cannot be written")
        }
    }

    package var description: String {
        isWriteFailure
            ? "\(folder): found \(found); expected room for a report. Make room, or name a folder on another disk with "
                + "--output. Nothing is changed."
            : "\(folder): found \(found); expected a folder that a report may be written to. Name another with --output."
    }
}
