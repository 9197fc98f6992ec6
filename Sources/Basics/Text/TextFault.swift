/// The line of the first byte that is not valid UTF-8, from 1; nil for text.
package func lineOfInvalidUTF8(_ bytes: some Collection<UInt8>) -> Int? {
    var line = 1
    for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        if String(validating: text, as: UTF8.self) == nil { return line }
        line += 1
    }
    return nil
}
