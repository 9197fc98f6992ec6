internal import Basics
internal import Foundation
internal import SurveyReports

extension OutputFolder {
    /// Writes files into a folder that no reader knows yet, by all threads.
    func write(_ files: [ReportFile], under folder: DiskPath, threads: Int) throws(OutputError) {
        do throws(SystemFailure) {
            try Self.writeTexts(files, under: folder, threads: threads)
        } catch {
            throw OutputError(folder: name, failure: error.number)
        }
        // After all others: the engine has words of its own for a full disk.
        for file in files {
            guard case .workbook(let workbook) = file.contents else { continue }
            do throws(XLSXError) {
                try writeXLSX(workbook, to: folder.appending(file.path).text)
            } catch {
                throw OutputError(folder: name, found: error.description, isWriteFailure: true)
            }
        }
    }

    private static func writeTexts(
        _ files: [ReportFile], under folder: DiskPath, threads: Int
    ) throws(SystemFailure) {
        var made: Set<DiskPath> = [folder]
        for file in files {
            let parent = folder.appending(file.path).parent
            guard made.insert(parent).inserted else { continue }
            _ = try makeFolders(parent)
            _ = unsafe parent.call { unsafe chmod($0, file.isPrivate ? 0o700 : 0o755) }
        }
        _ = try parallelMap(files.count, threads: threads) { place throws(SystemFailure) in
            // A workbook begins as an empty file: its engine would make one that others may read.
            let text = if case .text(let text) = files[place].contents { text } else { "" }
            try write(text, of: files[place], in: folder)
        }
    }

    private static func write(_ text: String, of file: ReportFile, in folder: DiskPath) throws(SystemFailure)
    {
        let open = try OpenFile(new: folder.appending(file.path))
        try open.write(text)
        try open.allow(file.isPrivate ? 0o600 : 0o644)
    }
}
