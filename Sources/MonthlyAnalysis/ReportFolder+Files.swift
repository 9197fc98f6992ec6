internal import Basics
internal import Foundation
internal import SurveyReports
internal import SurveyStatistics

extension ReportFolder {
    /// Writes files into a folder that no reader knows yet, by all threads.
    ///
    /// - Parameter path: the folder that they are for: messages name it.
    /// - Throws: `OutputError`, or what Foundation throws for a folder that cannot be made.
    static func write(_ files: [ReportFile], under folder: URL, for path: String, threads: Int) throws {
        var parents: Set<URL> = []
        for file in files {
            let parent = folder.appendingPathComponent(file.path).deletingLastPathComponent()
            if parents.insert(parent).inserted { try make(parent, isPrivate: file.isPrivate) }
        }
        _ = try parallelMap(files.count, threads: threads) { place throws(OutputError) in
            if case .text(let text) = files[place].contents {
                try write(text, of: files[place], under: folder, for: path)
            }
        }
        // After all others: the engine has words of its own for a full disk.
        for file in files {
            if case .workbook(let workbook) = file.contents {
                // An empty file first: the engine would make one that others may read.
                try write("", of: file, under: folder, for: path)
                do { try writeXLSX(workbook, to: place(of: file, under: folder)) } catch {
                    throw OutputError(folder: path, found: error.description, isWriteFailure: true)
                }
            }
        }
    }

    private static func place(of file: ReportFile, under folder: URL) -> String {
        folder.appendingPathComponent(file.path).path
    }

    private static func write(
        _ text: String, of file: ReportFile, under folder: URL, for path: String
    ) throws(OutputError) {
        var text = text
        let mode: mode_t = file.isPrivate ? 0o600 : 0o644
        let failure = text.withUTF8 { unsafe write($0, to: place(of: file, under: folder), mode) }
        if let failure { throw OutputError(folder: path, failure: failure) }
    }

    /// Writes a new file. It does not wait for the disk, which would take longer than the whole run on a slow one: a report
    /// that a loss of power takes is made again from the same survey.
    ///
    /// - Returns: the system's number of what went wrong; nil where all is written.
    private static func write(
        _ bytes: UnsafeBufferPointer<UInt8>, to path: String, _ mode: mode_t
    ) -> Int32? {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return errno }
        defer { close(file) }
        var rest = UnsafeRawBufferPointer(bytes)
        while unsafe !rest.isEmpty {
            let written = unsafe Foundation.write(file, rest.baseAddress, rest.count)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return written < 0 ? errno : EIO }
            unsafe rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
        return fchmod(file, mode) == 0 ? nil : errno
    }
}
