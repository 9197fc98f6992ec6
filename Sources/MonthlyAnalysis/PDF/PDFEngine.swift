internal import Foundation

/// WeasyPrint, which lays pages out, qpdf, which binds and divides them, and pdftoppm, which makes a picture of one:
/// programs of the machine.
struct PDFEngine: Sendable {
    /// The Python that has WeasyPrint.
    private let python: ChildProgram
    private let qpdf: ChildProgram
    /// Only the picture needs it.
    private let pdftoppm: ChildProgram?

    /// nil where WeasyPrint or qpdf is missing.
    init?() {
        guard let qpdf = Self.program("qpdf"), let python = Self.pythonOfWeasyPrint() else { return nil }
        self.python = python
        self.qpdf = ChildProgram(command: [qpdf])
        pdftoppm = Self.program("pdftoppm").map { ChildProgram(command: [$0]) }
    }

    /// The program `weasyprint` names its Python in the first line, by a path or through env; else the Pythons of the
    /// machine are asked, each whether it has the library.
    private static func pythonOfWeasyPrint() -> ChildProgram? {
        let named = program("weasyprint").flatMap(interpreter)
        let others = ["python3", "python"].flatMap(programs).map { [$0] }
        return ([named].compactMap(\.self) + others).lazy.map(ChildProgram.init).first { python in
            (try? python.run(["-I", "-c", "import weasyprint"], seconds: secondsToStart)) != nil
        }
    }

    /// "#!/usr/bin/env python3" is ["/usr/bin/env", "python3"]; nil where it is no Python.
    private static func interpreter(of script: String) -> [String]? {
        guard
            let line = DiskPath(script).resolved?.contents?.prefix(512).prefix(while: {
                $0 != UInt8(ascii: "\n")
            }),
            line.starts(with: "#!".utf8)
        else { return nil }
        let words = String(decoding: line.dropFirst(2), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return words.contains { $0.contains("python") } ? words.map(String.init) : nil
    }

    private static func program(_ name: String) -> String? { programs(name).first }

    /// All of a name, in the order of the search path.
    private static func programs(_ name: String) -> [String] {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.filter { FileManager.default.isExecutableFile(atPath: $0) }
    }

    // Seconds after which a program is taken to hang; a sheet takes well under one.
    private static let secondsToStart = 60.0
    private static let secondsPerSheet = 3.0

    /// Sheets laid out one after another into one file.
    ///
    /// - Returns: pages by key.
    func layOut(
        _ sheets: [(key: String, html: String)], into pdf: String
    ) throws(PDFError) -> [String: Int] {
        try pages(
            Job(lists: sheets.map { .init(key: $0.key, html: $0.html) }, pdf: pdf), sheets: sheets.count)
    }

    /// An index whose "⟦key⟧" become page numbers: `first` counts from the first page after the index.
    ///
    /// - Returns: the pages of the index itself.
    func layOut(index: String, first: [String: Int], into pdf: String) throws(PDFError) -> Int {
        try pages(Job(index: index, first: first, pdf: pdf))["index"] ?? 0
    }

    /// Writes "label 12 / 523" at the head of every page of a file.
    func number(_ pdf: String, pages count: Int, label: String, into numbered: String) throws(PDFError) {
        let stamps = numbered + ".stamps"
        defer { try? FileManager.default.removeItem(atPath: stamps) }
        _ = try pages(Job(stamps: count, label: label, pdf: stamps))
        _ = try run(
            qpdf, ["--deterministic-id", pdf, "--overlay", stamps, "--", numbered], as: .qpdf)
    }

    /// Ranges of pages ("1-z", "3-4") of files, bound into one; the same input makes the same bytes.
    func bind(_ parts: [(pdf: String, pages: String)], into pdf: String) throws(PDFError) {
        _ = try run(
            qpdf,
            ["--deterministic-id", "--empty", "--pages"] + parts.flatMap { [$0.pdf, $0.pages] } + [
                "--", pdf,
            ], as: .qpdf)
    }

    /// The first page of a file as a picture, 10 pixels a millimetre.
    func picture(of pdf: String, into png: String) throws(PDFError) {
        guard let pdftoppm else { throw PDFError.missing(.pdftoppm) }
        _ = try run(
            pdftoppm, ["-png", "-singlefile", "-r", "254", pdf, String(png.dropLast(4))], as: .pdftoppm)
    }

    private struct Job: Encodable {
        struct Sheet: Encodable {
            let key, html: String
        }

        var lists: [Sheet]?
        var index: String?
        var first: [String: Int]?
        var stamps: Int?
        var label: String?
        let pdf: String
    }

    private struct Answer: Decodable {
        let pages: [String: Int]
    }

    private func pages(_ job: Job, sheets: Int = 1) throws(PDFError) -> [String: Int] {
        let script = String(decoding: PackageResources.pages_py, as: UTF8.self)
        // By a file beside the result, not by a pipe: a program that ends early would break that, and us with it.
        let file = job.pdf + ".json"
        defer { try? FileManager.default.removeItem(atPath: file) }
        guard let input = try? JSONEncoder().encode(job),
            FileManager.default.createFile(
                atPath: file, contents: input, attributes: [.posixPermissions: 0o600])
        else { throw PDFError.noRoom }
        // -I: nothing of the user's own Python gets in.
        let output = try run(python, ["-I", "-c", script, file], as: .weasyprint, sheets: sheets)
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(output)) else {
            throw PDFError.failed(.weasyprint)
        }
        return answer.pages
    }

    /// Whether pictures can be made.
    var draws: Bool { pdftoppm != nil }

    private func run(
        _ program: ChildProgram, _ arguments: [String], as name: PDFError.Program, sheets: Int = 1
    ) throws(PDFError) -> [UInt8] {
        do throws(ChildProgram.Failure) {
            return try program.run(
                arguments, seconds: Self.secondsToStart + Self.secondsPerSheet * Double(sheets))
        } catch {
            if case .tooLong = error { throw .tooLong(name) }
            throw .failed(name)
        }
    }
}

/// Why some PDF files, or the picture, are not made.
package enum PDFError: Error, Equatable, CustomStringConvertible {
    case failed(Program)
    case missing(Program)
    /// It did not end in its time, and was ended.
    case tooLong(Program)
    /// A file could not be written.
    case noRoom

    package enum Program: String, Sendable {
        case weasyprint, qpdf, pdftoppm

        fileprivate var task: String {
            switch self {
            case .weasyprint: "lay the pages out. Run it on leader/leader.html to see why"
            case .qpdf: "divide and bind pages. Look whether the disk is full (df -h)"
            case .pdftoppm: "make leader/card.png. Run it on leader/leader.pdf to see why"
            }
        }
    }

    package var description: String {
        let problem =
            switch self {
            case .failed(let program):
                "PDF: \(program.rawValue) failed; expected it to \(program.task), or pass --no-pdf."
            case .missing(let program):
                "PDF: found no \(program.rawValue); expected it to make leader/card.png. Run apt-get install poppler-utils."
            case .tooLong(let program):
                "PDF: \(program.rawValue) did not end in its time and was stopped; expected it to \(program.task), or pass "
                    + "--no-pdf."
            case .noRoom:
                "PDF: a file could not be written; expected room on the disk (df -h), or pass --no-pdf."
            }
        return problem
            + " Every page, list and table is written; PDF files may be missing, none is half-made."
    }
}
