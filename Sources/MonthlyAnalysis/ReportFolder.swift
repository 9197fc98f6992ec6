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

    static func make(_ folder: URL, isPrivate: Bool) throws {
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
