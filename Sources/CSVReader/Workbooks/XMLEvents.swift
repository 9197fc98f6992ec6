internal import Basics
internal import CExpat

/// What is told of an XML file while it is read.
protocol XMLHandler: AnyObject {
    func start(_ element: XMLName, _ attributes: XMLAttributes)
    func end(_ element: XMLName)
    func text(_ bytes: UnsafeRawBufferPointer)
    /// Whether the rest is not needed.
    var isDone: Bool { get }
}

/// The name of an element without the prefix of its namespace.
@safe struct XMLName {
    private let name: UnsafePointer<CChar>

    init(_ whole: UnsafePointer<CChar>) { unsafe name = Self.local(whole) }

    static func == (name: XMLName, other: StaticString) -> Bool {
        unsafe Self.isEqual(name.name, other)
    }

    static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
        var (place, start) = unsafe (name, name)
        while unsafe place.pointee != 0 {
            if unsafe place.pointee == CChar(UInt8(ascii: ":")) { unsafe start = place + 1 }
            unsafe place += 1
        }
        return unsafe start
    }

    static func isEqual(_ name: UnsafePointer<CChar>, _ other: StaticString) -> Bool {
        for place in 0..<other.utf8CodeUnitCount
        where unsafe name[place] != CChar(bitPattern: other.utf8Start[place]) { return false }
        return unsafe name[other.utf8CodeUnitCount] == 0
    }
}

/// The attributes of an element, by their names without prefixes.
@safe struct XMLAttributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { unsafe self.pairs = pairs }

    subscript(name: StaticString) -> String? {
        unsafe bytes(name).map { unsafe String(cString: $0) }
    }

    /// The value as it stands in memory, ended by a zero.
    func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
        guard let pairs = unsafe pairs else { return nil }
        var place = 0
        while let key = unsafe pairs[place] {
            if unsafe XMLName.isEqual(XMLName.local(key), name) { return unsafe pairs[place + 1] }
            place += 2
        }
        return nil
    }
}

/// Reads a file of an archive as XML.
///
/// A document type is refused: with it entities could be declared, that grow without end or read other files.
@safe final class XMLEvents {
    private let parser: XML_Parser
    private let handler: any XMLHandler
    private var hasDocumentType = false
    private var depth = 0
    /// Elements inside each other: sheets have about ten.
    private static let deepest = 200

    private init?(_ handler: any XMLHandler) {
        guard let made = unsafe XML_ParserCreate(nil) else { return nil }
        unsafe parser = made
        self.handler = handler
    }

    deinit { unsafe XML_ParserFree(parser) }

    /// - Throws: `Diagnostic` where the archive has no such file or it is no XML.
    static func read(
        _ name: String, of archive: borrowing ZipArchive, file: String, by handler: any XMLHandler
    ) throws(Diagnostic) {
        guard let events = XMLEvents(handler) else { throw ZipArchive.damaged(file) }
        events.connect()
        try unsafe archive.read(name) { (piece: UnsafeRawBufferPointer) throws(Diagnostic) -> Bool in
            try unsafe events.take(piece, isLast: false, name, file)
            return !handler.isDone
        }
        if !handler.isDone {
            try unsafe events.take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, name, file)
        }
    }

    private func connect() {
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        unsafe XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let name = unsafe name, let events = unsafe XMLEvents.from(context) else { return }
                events.depth += 1
                unsafe events.handler.start(XMLName(name), XMLAttributes(attributes))
                if events.handler.isDone || events.depth > XMLEvents.deepest {
                    unsafe _ = XML_StopParser(events.parser, XML_Bool(XML_FALSE))
                }
            },
            { context, name in
                guard let name = unsafe name, let events = unsafe XMLEvents.from(context) else { return }
                events.depth -= 1
                unsafe events.handler.end(XMLName(name))
                if events.handler.isDone { unsafe _ = XML_StopParser(events.parser, XML_Bool(XML_FALSE)) }
            })
        unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let events = unsafe XMLEvents.from(context) else { return }
            unsafe events.handler.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
        }
        unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            guard let events = unsafe XMLEvents.from(context) else { return }
            events.hasDocumentType = true
            unsafe _ = XML_StopParser(events.parser, XML_Bool(XML_FALSE))
        }
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
        guard let context = unsafe context else { return nil }
        return unsafe Unmanaged<XMLEvents>.fromOpaque(context).takeUnretainedValue()
    }

    private func take(
        _ piece: UnsafeRawBufferPointer, isLast: Bool, _ name: String, _ file: String
    ) throws(Diagnostic) {
        let bytes = unsafe piece.bindMemory(to: CChar.self)
        let status = unsafe XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
        if hasDocumentType {
            throw Diagnostic(
                .unusableData, file: file, found: "a workbook whose part \(name) declares a document type",
                expected: "a workbook as Excel writes it: such declarations can hide other content",
                action: "Do not use this file; ask the sender for another.")
        }
        guard status == XML_STATUS_OK || handler.isDone else {
            throw Diagnostic(
                .unusableData, file: file,
                found: "a workbook whose part \(name) is damaged in line "
                    + "\(unsafe XML_GetCurrentLineNumber(parser))",
                expected: "a whole workbook", action: "Open it in Excel and save it again as .xlsx.")
        }
    }
}
