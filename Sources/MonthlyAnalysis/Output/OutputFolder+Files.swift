internal import Basics
internal import Foundation
internal import SurveyReports

extension OutputFolder {
    /// Writes files into a folder that no reader knows yet, by all threads.
    ///
    /// - Returns: by path, the sums of those files that are whole.
    func write(
        _ files: [ReportFile], under folder: DiskPath, threads: Int
    ) throws(Diagnostic) -> [String: UInt64] {
        let sums: [String: UInt64]
        do throws(SystemFailure) {
            sums = try Self.writeTexts(files, under: folder, threads: threads)
        } catch {
            throw Diagnostic(path: name, failure: error.number)
        }
        // After all others: the engine has words of its own for a full disk.
        for file in files {
            guard case .workbook(let workbook) = file.contents else { continue }
            do throws(XLSXError) {
                try writeXLSX(workbook, to: folder.appending(file.path).text)
            } catch {
                throw Diagnostic(path: name, found: error.description, isWriteFailure: true)
            }
        }
        return sums
    }

    private static func writeTexts(
        _ files: [ReportFile], under folder: DiskPath, threads: Int
    ) throws(SystemFailure) -> [String: UInt64] {
        var made: Set<DiskPath> = [folder]
        for file in files {
            let parent = folder.appending(file.path).parent
            guard made.insert(parent).inserted else { continue }
            _ = try makeFolders(parent)
            _ = unsafe parent.call { unsafe chmod($0, file.isPrivate ? 0o700 : 0o755) }
        }
        let sums = try parallelMap(files.count, threads: threads) { place throws(SystemFailure) in
            try write(files[place], in: folder)
        }
        return Dictionary(
            zip(files, sums).compactMap { file, sum in sum.map { (file.path, $0) } },
            uniquingKeysWith: { $1 })
    }

    /// Returns the sum of a text; a workbook begins as an empty file, as its engine would make one that others may
    /// read.
    private static func write(_ file: ReportFile, in folder: DiskPath) throws(SystemFailure) -> UInt64? {
        let open = try OpenFile(new: folder.appending(file.path))
        var sum: FNV1a?
        if case .text(let text) = file.contents {
            var own = FNV1a()
            try open.write(text, to: &own)
            sum = own
        }
        try open.allow(file.isPrivate ? 0o600 : 0o644)
        return sum?.value
    }
}
