internal import Basics
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

    /// Where intermediate files lie, in the report's folder while it is written.
    static let workFolder = ".pdf"

    /// Writes all PDF files into the folder that holds the pages already.
    func write() throws(PDFError) {
        let work = folder.appendingPathComponent(Self.workFolder)
        do {
            try FileManager.default.createDirectory(
                at: work, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        } catch { throw PDFError.noRoom }
        defer { try? FileManager.default.removeItem(at: work) }
        let places = try layOut(in: work)
        let (sheets, booklets) = (printed.sheets.count, printed.booklets.count)
        _ = try parallelMap(sheets + booklets + 1, threads: threads) { place throws(PDFError) in
            if place < sheets {
                try divide(printed.sheets[place], places, work, number: place)
            } else if place < sheets + booklets {
                try bind(printed.booklets[place - sheets], places, work, number: place)
            } else {
                try draw(printed.card, work)
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

    private func divide(
        _ sheet: PrintedReport.Sheet, _ places: [String: Place], _ work: URL, number: Int
    ) throws(PDFError) {
        guard let place = places[sheet.key], place.count > 0 else { return }
        let pdf = work.appendingPathComponent("sheet\(number).pdf")
        try engine.bind([(place.pdf, place.range)], into: pdf.path)
        try deliver(pdf, to: sheet.pdf, isPrivate: sheet.isPrivate)
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
        let html = try self.place(booklet.index, work, "index\(number)")
        let index = work.appendingPathComponent("index\(number).pdf").path
        let own = try engine.layOut(index: html, first: first, into: index)
        parts.insert((index, "1-z"), at: 0)
        let bound = work.appendingPathComponent("bound\(number).pdf").path
        try engine.bind(parts, into: bound)
        // The numbers that the index names stand on the pages, beside those of each sheet.
        let pdf = work.appendingPathComponent("booklet\(number).pdf")
        try engine.number(bound, pages: own + page - 1, label: booklet.pageLabel, into: pdf.path)
        try deliver(pdf, to: booklet.pdf, isPrivate: true)
    }

    /// The picture, in the largest letters that leave it one page.
    private func draw(_ picture: PrintedReport.Picture, _ work: URL) throws(PDFError) {
        guard engine.draws else { throw .missing(.pdftoppm) }
        let pdf = work.appendingPathComponent("card.pdf").path
        for page in picture.pages {
            let html = try place(page, work, "card")
            let pages = try engine.layOut([(key: "card", html: html)], into: pdf)
            if pages["card"] == 1 { break }
        }
        let png = work.appendingPathComponent("card.png")
        try engine.picture(of: pdf, into: png.path)
        try deliver(png, to: picture.png, isPrivate: false)
    }

    /// A page that is no file of the report.
    private func place(_ page: String, _ work: URL, _ name: String) throws(PDFError) -> String {
        let html = work.appendingPathComponent(name + ".html").path
        guard
            FileManager.default.createFile(
                atPath: html, contents: Data(page.utf8), attributes: [.posixPermissions: 0o600])
        else { throw PDFError.noRoom }
        return html
    }

    /// Puts a file into its place if it is whole: the programs do not all say so when the disk is full.
    private func deliver(_ file: URL, to path: String, isPrivate: Bool) throws(PDFError) {
        let manager = FileManager.default
        guard let end = Self.lastBytes(of: file), end.contains("%%EOF") || end.contains("IEND") else {
            throw .noRoom
        }
        do {
            try manager.setAttributes([.posixPermissions: isPrivate ? 0o600 : 0o644], ofItemAtPath: file.path)
            try manager.moveItem(at: file, to: folder.appendingPathComponent(path))
        } catch { throw .noRoom }
    }

    /// Where a PDF file has its mark of the end, and a picture its last chunk.
    private static func lastBytes(of file: URL) -> String? {
        guard let handle = try? FileHandle(forReadingFrom: file), let size = try? handle.seekToEnd(),
            (try? handle.seek(toOffset: size - min(size, 32))) != nil, let end = try? handle.readToEnd()
        else { return nil }
        return String(decoding: end, as: UTF8.self)
    }
}
