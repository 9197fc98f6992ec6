internal import Basics

/// A workbook's parts: which sheets it has, what its styles mean, the texts that its cells share.
struct Workbook: ~Copyable {
    /// Its name in the workbook, and the file of the archive that holds it.
    struct Sheet: Equatable {
        let name: String
        let part: String
    }

    /// Without charts, in the workbook's order.
    let sheets: [Sheet]
    let is1904: Bool
    let file: String
    private let archive: ZipArchive
    private let stylesPart: String?
    private let stringsPart: String?

    /// - Throws: `Diagnostic` `.unusableData` where the bytes are no workbook of Excel's newer kind.
    init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        let archive = try ZipArchive(bytes, file: file)
        let roots = try Relations.read("_rels/.rels", base: "", archive, file)
        let main = roots.all.first { $0.kind == "officeDocument" }?.part ?? "xl/workbook.xml"
        guard archive.has(main), !main.hasSuffix(".bin"), !main.hasPrefix("word/"), !main.hasPrefix("ppt/")
        else {
            throw Self.refusal(of: archive, file: file)
        }
        let folder = main.split(separator: "/").dropLast().joined(separator: "/")
        let name = main.split(separator: "/").last.map(String.init) ?? main
        let parts = try Relations.read(
            folder + (folder.isEmpty ? "" : "/") + "_rels/\(name).rels", base: folder, archive, file)
        let list = SheetList()
        try XMLEvents.read(main, of: archive, file: file, by: list)
        let sheets = list.sheets.compactMap { sheet in
            parts.all.first { $0.id == sheet.id && $0.kind == "worksheet" }
                .map { Sheet(name: sheet.name, part: $0.part) }
        }
        guard !sheets.isEmpty else {
            throw Diagnostic(
                .unusableData, file: file, found: "a workbook without a sheet of cells",
                expected: "a sheet with a header row", action: "Copy the households into a sheet.")
        }
        self.stylesPart = parts.all.first { $0.kind == "styles" }?.part
        self.stringsPart = parts.all.first { $0.kind == "sharedStrings" }?.part
        is1904 = list.is1904
        self.sheets = sheets
        self.file = file
        self.archive = archive
    }

    /// The sheet of a name; nil: the first.
    ///
    /// - Throws: `Diagnostic` `.unusableData` where there is none, with those that there are.
    func sheet(named name: String?) throws(Diagnostic) -> Sheet {
        guard let name else { return sheets[0] }
        if let exact = sheets.first(where: { $0.name == name }) { return exact }
        let alike = sheets.filter { $0.name.lowercased() == name.lowercased() }
        if alike.count == 1 { return alike[0] }
        let names = sheets.map { "\"\($0.name)\"" }.joined(separator: ", ")
        throw Diagnostic(
            .unusableData, file: file, found: "no sheet of the name that --sheet gives",
            expected: "one of \(names)", action: "Write --sheet with one of these names.")
    }

    /// The cells of a sheet as text.
    func cells(_ sheet: Sheet, as form: CellForm) throws(Diagnostic) -> SheetCells {
        let styles = CellStyles()
        if let stylesPart, archive.has(stylesPart) {
            try XMLEvents.read(stylesPart, of: archive, file: file, by: styles)
        }
        let strings = SharedStrings()
        if let stringsPart, archive.has(stringsPart) {
            try XMLEvents.read(stringsPart, of: archive, file: file, by: strings)
        }
        let reader = SheetReader(
            styles: styles.formats, strings: strings.texts, is1904: is1904, form: form, file: file,
            sheet: sheet.name)
        try XMLEvents.read(sheet.part, of: archive, file: file, by: reader)
        return try reader.result()
    }

    private static func refusal(of archive: borrowing ZipArchive, file: String) -> Diagnostic {
        let known: [(part: String, what: String)] = [
            ("xl/workbook.bin", "a binary Excel workbook (.xlsb)"),
            ("content.xml", "an OpenDocument file (.ods)"),
            ("word/document.xml", "a Word document (.docx)"),
            ("ppt/presentation.xml", "a presentation (.pptx)"),
        ]
        let what = known.first { archive.has($0.part) }?.what ?? "a zip file that is no workbook"
        return Diagnostic(
            .unusableData, file: file, found: what, expected: "a CSV file or an Excel workbook (.xlsx)",
            action: what.hasPrefix("a zip") ? "Unpack it first." : "Save the sheet as .xlsx or as CSV.")
    }
}

/// Which parts a part speaks of.
private final class Relations: XMLHandler {
    private(set) var all: [(id: String, kind: String, part: String)] = []
    private let base: String
    var isDone: Bool { false }

    private init(base: String) { self.base = base }

    static func read(
        _ part: String, base: String, _ archive: borrowing ZipArchive, _ file: String
    ) throws(Diagnostic) -> Relations {
        let relations = Relations(base: base)
        if archive.has(part) { try XMLEvents.read(part, of: archive, file: file, by: relations) }
        return relations
    }

    func start(_ element: XMLName, _ attributes: XMLAttributes) {
        guard element == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
            let target = attributes["Target"], attributes["TargetMode"] != "External"
        else { return }
        let kind = type.split(separator: "/").last.map(String.init) ?? ""
        all.append((id, kind, Self.path(target, base: base)))
    }

    func end(_ element: XMLName) {}
    func text(_ bytes: UnsafeRawBufferPointer) {}

    /// A target as a path in the archive.
    private static func path(_ target: String, base: String) -> String {
        var parts = target.hasPrefix("/") ? [] : base.split(separator: "/").map(String.init)
        for part in target.split(separator: "/") where part != "." {
            if part == ".." {
                _ = parts.popLast()
            } else {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}

/// The sheets that a workbook names.
private final class SheetList: XMLHandler {
    private(set) var sheets: [(name: String, id: String)] = []
    private(set) var is1904 = false
    private(set) var isDone = false

    func start(_ element: XMLName, _ attributes: XMLAttributes) {
        if element == "workbookPr" {
            is1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
        } else if element == "sheet", let name = attributes["name"], let id = attributes["id"] {
            sheets.append((name, id))
        }
    }

    func end(_ element: XMLName) { if element == "sheets" { isDone = true } }
    func text(_ bytes: UnsafeRawBufferPointer) {}
}
