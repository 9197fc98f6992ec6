internal import Foundation
internal import SurveyReports
internal import SurveyStatistics

/// Prints a report's pages: each sheet as a file of its own, and booklets of them with their index.
///
/// Sheets are laid out once, many to a file and side by side; qpdf then divides and binds them, which takes little.
struct PDFWriter {
    private let engine: PDFEngine
    private let printed: PrintedReport
    private let folder: URL
    private let threads: Int

    init(_ printed: PrintedReport, by engine: PDFEngine, in folder: URL, threads: Int) {
        self.printed = printed
        self.engine = engine
        self.folder = folder
        self.threads = threads
    }

    /// Where a sheet's pages are: a file, the first page in it from 1, and how many.
    private struct Place {
        let pdf: String
        let first, count: Int

        var range: String { "\(first)-\(first + count - 1)" }
    }

    /// Writes all PDF files into the folder that holds the pages already.
    func write() throws(PDFError) {
        let work = folder.appendingPathComponent(".pdf")
        do {
            try FileManager.default.createDirectory(
                at: work, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw PDFError(program: "making a folder") }
        defer { try? FileManager.default.removeItem(at: work) }
        let places = try layOut(in: work)
        _ = try parallelMap(printed.sheets.count + printed.booklets.count, threads: threads) {
            place throws(PDFError) in
            if place < printed.sheets.count {
                try divide(printed.sheets[place], places)
            } else {
                try bind(printed.booklets[place - printed.sheets.count], places, work, number: place)
            }
        }
    }

    /// Every sheet laid out, in as many files as there are threads.
    private func layOut(in work: URL) throws(PDFError) -> [String: Place] {
        let parts = max(1, min(threads, printed.sheets.count))
        let found = try parallelMap(parts, threads: threads) { part throws(PDFError) -> [String: Place] in
            // Every so many-th: a part gets as much of each kind.
            let own = stride(from: part, to: printed.sheets.count, by: parts).map { printed.sheets[$0] }
            let pdf = work.appendingPathComponent("part\(part).pdf").path
            let pages = try engine.layOut(
                own.map { (key: $0.key, html: folder.appendingPathComponent($0.html).path) }, into: pdf)
            var places: [String: Place] = [:]
            var first = 1
            for sheet in own {
                let count = pages[sheet.key] ?? 0
                places[sheet.key] = Place(pdf: pdf, first: first, count: count)
                first += count
            }
            return places
        }
        return found.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }

    private func divide(_ sheet: PrintedReport.Sheet, _ places: [String: Place]) throws(PDFError) {
        guard let place = places[sheet.key], place.count > 0 else { return }
        let pdf = folder.appendingPathComponent(sheet.pdf).path
        try engine.bind([(place.pdf, place.range)], into: pdf)
        protect(pdf, isPrivate: sheet.isPrivate)
    }

    private func bind(
        _ booklet: PrintedReport.Booklet, _ places: [String: Place], _ work: URL, number: Int
    ) throws(PDFError) {
        var parts: [(pdf: String, pages: String)] = []
        var first: [String: Int] = [:]
        var page = 1
        for key in booklet.keys {
            guard let place = places[key], place.count > 0 else { continue }
            first[key] = page
            page += place.count
            parts.append((place.pdf, place.range))
        }
        if let index = booklet.index {
            let html = work.appendingPathComponent("index\(number).html")
            let pdf = work.appendingPathComponent("index\(number).pdf").path
            guard
                FileManager.default.createFile(
                    atPath: html.path, contents: Data(index.utf8), attributes: [.posixPermissions: 0o600])
            else { throw PDFError(program: "writing an index") }
            try engine.layOut(index: html.path, first: first, into: pdf)
            parts.insert((pdf, "1-z"), at: 0)
        }
        let pdf = folder.appendingPathComponent(booklet.pdf).path
        try engine.bind(parts, into: pdf)
        protect(pdf, isPrivate: true)
    }

    private func protect(_ path: String, isPrivate: Bool) {
        try? FileManager.default.setAttributes(
            [.posixPermissions: isPrivate ? 0o600 : 0o644], ofItemAtPath: path)
    }
}
