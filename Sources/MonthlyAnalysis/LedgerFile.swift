package import Basics
internal import Foundation
package import Readiness
package import SurveyData
internal import SurveyReports

/// The file of a ward's ledger of published cells, as it was read.
package struct LedgerFile: Sendable {
    package let path: String
    /// Empty where there is no file yet.
    private let ledgers: PublicationLedgers
    /// nil where there is no file yet.
    private let bytes: [UInt8]?

    /// The name of the file beside the report folders.
    package static let usualName = "published-cells.json"

    /// Where the ledger of a report is unless another is named: beside the report folder.
    package static func usualPath(beside reportFolder: String) -> String {
        let folder = URL(fileURLWithPath: reportFolder).standardizedFileURL
        let parent = folder.deletingLastPathComponent()
        let isHere = parent.path == URL(fileURLWithPath: ".").standardizedFileURL.path
        return isHere ? usualName : (reportFolder as NSString).deletingLastPathComponent + "/" + usualName
    }

    /// - Throws: `Diagnostic` where the file is there and cannot be read; `Diagnostic` `.badLedger` where it is no ledger.
    package init(path: String) throws {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else {
            (ledgers, bytes) = (PublicationLedgers(), nil)
            return
        }
        let text = try TextFile.read(path)
        bytes = Array(text.utf8)
        ledgers = try LedgerDocument.ledgers(in: text, file: path)
    }

    /// What was published of surveys as real, or as made up, as this one; nil where nothing was.
    package func ledger(of survey: Survey) -> PublicationLedger? { ledgers[isSynthetic: survey.isSynthetic] }

    /// - Throws: `Diagnostic` `.foreignLedger` where the ledger is that of another ward.
    package func check(_ survey: Survey) throws(Diagnostic) {
        guard let ledger = ledger(of: survey),
            !ledger.fits(groups: survey.groupCodes, formerWards: survey.registry.formerWards)
        else { return }
        let groups = ledger.groups.prefix(3).joined(separator: ", ") + (ledger.groups.count > 3 ? ", …" : "")
        throw Diagnostic(
            .foreignLedger, file: path,
            found: "the ledger of another ward" + (groups.isEmpty ? "" : " (its groups \(groups))"),
            expected: "a ledger with at least one of the survey's residential groups",
            action: "Name this ward's own ledger with --ledger, or another folder with --output.")
    }

    /// Whether the file lies inside a folder that is replaced by a report.
    package func isInside(_ reportFolder: String) -> Bool {
        guard let folder = try? OutputFolder.place(reportFolder) else { return false }
        let own = DiskPath(path)
        let parent = try? OutputFolder.place(own.parent.text)
        return [own.resolved, parent?.appending(own.name)].contains { $0?.lies(in: folder) == true }
    }

    /// Writes a new ledger to a file beside this one, which takes its name when the report is written.
    ///
    /// - Throws: `Diagnostic` where it cannot be written.
    package func staged(_ ledger: PublicationLedger) throws(Diagnostic) -> StagedLedger {
        try StagedLedger(
            LedgerDocument(ledgers.replacing(by: ledger)).text(), for: path, replacing: bytes)
    }
}

/// A new ledger that waits beside the old one; it goes unless it takes its place.
package struct StagedLedger: Sendable {
    private let name: String
    private let file: PendingFile
    /// What the new ledger was made from; nil: no file.
    private let old: [UInt8]?

    fileprivate init(_ text: String, for name: String, replacing old: [UInt8]?) throws(Diagnostic) {
        (self.name, self.old) = (name, old)
        // A link stays one: what it leads to is replaced.
        let path = DiskPath(name).resolved ?? DiskPath(name)
        do throws(SystemFailure) {
            file = try PendingFile(text, for: path, mode: 0o600)
        } catch {
            throw Diagnostic(path: name, failure: error.number)
        }
    }

    /// Gives the new ledger the old one's place.
    ///
    /// - Throws: `Diagnostic` where another run changed the ledger meanwhile, or the file cannot be replaced.
    package func commit() throws(Diagnostic) {
        guard file.place.contents == old else {
            throw Diagnostic(
                path: name, found: "a ledger that another run changed meanwhile",
                expected: "one run at a time",
                action: "Run this again to record the page.")
        }
        do throws(SystemFailure) {
            try file.commit(isNew: old == nil)
        } catch {
            throw Diagnostic(path: name, failure: error.number)
        }
    }
}

extension Survey {
    /// Codes of the residential groups that the survey knows.
    var groupCodes: [String] { registry.groups.map(\.id.text) }
}
