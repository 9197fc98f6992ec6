/// Codes that more than one room has a use for.
extension Diagnostic.Code {
    /// The command was wrong.
    package static let usage = Self("usage", .usage)
    /// There is no such file, it is a folder, or it may not be opened.
    package static let noInput = Self("noInput", .noInput)
    /// The bytes are no table or text: empty, binary, in another encoding, quotes that never close.
    package static let unusableData = Self("unusableData", .data)
    /// Reading stopped in the middle.
    package static let readFailed = Self("readFailed", .inputOutput)
}
