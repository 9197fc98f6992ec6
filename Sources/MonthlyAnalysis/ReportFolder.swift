internal import Foundation
package import SurveyReports
internal import SurveyStatistics

/// Writes a folder whole or not at all: into a new folder beside the target, then renamed into its place.
package enum ReportFolder {
    /// Writes `files` as the folder at `path`. An earlier folder there is replaced only once all is written.
    ///
    /// - Parameters:
    ///   - printed: pages that become PDF files as well; nil: none.
    /// - Returns: why there are no PDF files though they were asked for; nil where there are. All else is written then.
    /// - Throws: `OutputError`; then the earlier folder is as it was.
    @discardableResult
    package static func write(
        _ files: [ReportFile], printed: PrintedReport? = nil, threads: Int = 1, to path: String
    ) throws(OutputError) -> String? {
        let target = URL(fileURLWithPath: path).standardizedFileURL
        let parent = target.deletingLastPathComponent()
        let fresh = parent.appendingPathComponent(
            ".\(target.lastPathComponent).writing-\(ProcessInfo.processInfo.processIdentifier)")
        let manager = FileManager.default
        do {
            try refuseForeign(target)
            try manager.createDirectory(at: parent, withIntermediateDirectories: true)
            removeAbandoned(beside: fresh, of: target)
            try make(fresh, isPrivate: false)
            try write(files, under: fresh, for: path, threads: threads)
            let failure = printed.flatMap { print($0, in: fresh, threads: threads) }
            try replace(target, with: fresh)
            return failure
        } catch let error as OutputError {
            try? manager.removeItem(at: fresh)
            throw error
        } catch {
            try? manager.removeItem(at: fresh)
            throw OutputError(folder: path, found: "a folder that cannot be written")
        }
    }

    /// Makes the PDF files; returns why it cannot.
    private static func print(_ printed: PrintedReport, in folder: URL, threads: Int) -> String? {
        guard let engine = PDFEngine() else {
            return
                "PDF: found no weasyprint or no qpdf; expected both to make PDF files. Run apt-get install "
                + "weasyprint qpdf, or pass --no-pdf. Every other file is written."
        }
        do throws(PDFError) {
            try PDFWriter(printed, by: engine, in: folder, threads: threads).write()
            return nil
        } catch {
            return error.description
        }
    }

    /// A folder that holds something else than a report is never replaced.
    private static func refuseForeign(_ target: URL) throws(OutputError) {
        let manager = FileManager.default
        guard manager.fileExists(atPath: target.path) else { return }
        guard let entries = try? manager.contentsOfDirectory(atPath: target.path) else {
            throw OutputError(folder: target.relativePath, found: "a file, not a folder")
        }
        let known: Set<String> = [
            "leader", "officer", "public", "volunteers", "groups", "summary.json", "summary-part.json",
            "figures.json",
            "rejected.csv",
            "quality.html",
            "revisits.csv", "changes.csv",
            marker,
        ]
        guard entries.allSatisfy(known.contains) || entries.contains(marker) else {
            throw OutputError(folder: target.relativePath, found: "a folder with other files in it")
        }
    }

    /// Tells a folder that we made from any other.
    static let marker = ".sansang"

    /// Folders of runs that were killed while they wrote.
    private static func removeAbandoned(beside fresh: URL, of target: URL) {
        let manager = FileManager.default
        try? manager.removeItem(at: fresh)
        let parent = fresh.deletingLastPathComponent()
        let start = ".\(target.lastPathComponent).writing-"
        for name in (try? manager.contentsOfDirectory(atPath: parent.path)) ?? [] where name.hasPrefix(start)
        {
            guard let process = pid_t(name.dropFirst(start.count)), kill(process, 0) == -1, errno == ESRCH
            else { continue }
            try? manager.removeItem(at: parent.appendingPathComponent(name))
        }
    }

    private static func write(
        _ files: [ReportFile], under folder: URL, for path: String, threads: Int
    ) throws {
        var parents: Set<URL> = []
        for file in files {
            let parent = folder.appendingPathComponent(file.path).deletingLastPathComponent()
            if parents.insert(parent).inserted { try make(parent, isPrivate: file.isPrivate) }
        }
        let paths = files.map { folder.appendingPathComponent($0.path).path }
        _ = try parallelMap(files.count, threads: threads) { place throws(OutputError) in
            let mode: mode_t = files[place].isPrivate ? 0o600 : 0o644
            let failure =
                switch files[place].contents {
                case .text(var text): text.withUTF8 { write($0, to: paths[place], mode) }
                case .bytes(let bytes): bytes.withUnsafeBufferPointer { write($0, to: paths[place], mode) }
                }
            if let failure { throw OutputError(folder: path, failure: failure) }
        }
    }

    /// Writes a new file. It does not wait for the disk, which would take longer than the whole run on a slow one: a report
    /// that a loss of power takes is made again from the same survey.
    ///
    /// - Returns: the system's number of what went wrong; nil where all is written.
    private static func write(
        _ bytes: UnsafeBufferPointer<UInt8>, to path: String, _ mode: mode_t
    ) -> Int32? {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return errno }
        defer { close(file) }
        var rest = UnsafeRawBufferPointer(bytes)
        while !rest.isEmpty {
            let written = Foundation.write(file, rest.baseAddress, rest.count)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return written < 0 ? errno : EIO }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
        return fchmod(file, mode) == 0 ? nil : errno
    }

    private static func make(_ folder: URL, isPrivate: Bool) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: isPrivate ? 0o700 : 0o755])
    }

    /// The old folder steps aside, the new one takes its name, then the old one goes; a failure puts it back.
    private static func replace(_ target: URL, with fresh: URL) throws {
        let manager = FileManager.default
        guard manager.fileExists(atPath: target.path) else {
            try manager.moveItem(at: fresh, to: target)
            return
        }
        let old = fresh.deletingLastPathComponent().appendingPathComponent(fresh.lastPathComponent + "-old")
        try? manager.removeItem(at: old)
        try manager.moveItem(at: target, to: old)
        do {
            try manager.moveItem(at: fresh, to: target)
        } catch {
            try manager.moveItem(at: old, to: target)
            throw error
        }
        try? manager.removeItem(at: old)
    }
}

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
