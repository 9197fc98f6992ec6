package import Basics
internal import Foundation
package import SurveyReports

/// A folder that is written whole or not at all: beside its place, which it then takes at one instant.
///
/// Nothing that is not ours is replaced or removed: the folder that stands there must have our list of files
/// (`FileList`), or be a report of version 0.1.0, or be empty. What people added to it, or changed in it, moves
/// along.
package struct OutputFolder: Sendable {
    /// As the user named it: for messages.
    let name: String
    let target: DiskPath

    /// - Parameter inputs: files of this run; none of them may lie in the folder.
    /// - Throws: `Diagnostic` where the folder may not be replaced.
    package init(_ name: String, inputs: [String] = []) throws(Diagnostic) {
        self.name = name
        target = try Self.place(name)
        try requireOurs(inputs)
    }

    /// What was done beside writing the files.
    package struct Outcome {
        /// Why there are no PDF files though they were asked for; nil where there are. All else is written then.
        package let printingFailure: String?
        /// A line for each file or folder of somebody's that is now elsewhere.
        package let notes: [String]
    }

    /// - Parameter printed: pages that become PDF files as well; nil: none.
    /// - Throws: `Diagnostic`; then the earlier folder is as it was.
    package func write(
        _ files: [ReportFile], printed: PrintedReport? = nil, threads: Int = 1
    ) throws(Diagnostic) -> Outcome {
        let work: WorkFolder
        var made: [DiskPath] = []
        do throws(SystemFailure) {
            made = try Self.makeFolders(target.parent)
            Leftovers.sweep(target.parent)
            work = try WorkFolder(for: target)
        } catch {
            Self.removeFolders(made)
            throw Diagnostic(path: name, failure: error.number)
        }
        // Its lock is held to the end.
        defer { withExtendedLifetime(work) {} }
        do throws(Diagnostic) {
            let failure = try fill(work.path, with: files, printed, threads: threads)
            return Outcome(printingFailure: failure, notes: try replace(by: work))
        } catch {
            try? FileManager.default.removeItem(atPath: work.path.text)
            Self.removeFolders(made)
            throw error
        }
    }

    /// Writes all files, then the list of them; returns why there are no PDF files.
    private func fill(
        _ work: DiskPath, with files: [ReportFile], _ printed: PrintedReport?, threads: Int
    ) throws(Diagnostic) -> String? {
        let prints = printed?.paths ?? []
        var list = FileList(open: files.map(\.path) + prints)
        try save(list, in: work)
        list.note(try write(files, under: work, threads: threads))
        let failure = printed.flatMap { print($0, in: work, threads: threads) }
        list.close(in: work)
        try save(list, in: work)
        return failure
    }

    private func save(_ list: FileList, in work: DiskPath) throws(Diagnostic) {
        do throws(SystemFailure) {
            try list.write(in: work)
        } catch {
            throw Diagnostic(path: name, failure: error.number)
        }
    }

    /// Makes the PDF files; returns why it cannot.
    private func print(_ printed: PrintedReport, in folder: DiskPath, threads: Int) -> String? {
        guard let engine = PDFEngine() else {
            return
                "PDF: found no weasyprint or no qpdf; expected both to make PDF files. Run apt-get install "
                + "weasyprint qpdf, or pass --no-pdf. Every other file is written."
        }
        do throws(PDFError) {
            try PDFWriter(printed, by: engine, in: URL(fileURLWithPath: folder.text), threads: threads)
                .write()
            return nil
        } catch {
            return error.description
        }
    }
}
