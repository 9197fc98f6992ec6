package import Basics
internal import Foundation

/// Small text files of settings.
package enum TextFile {
    /// All of standard input.
    static func standardInput() -> [UInt8] { [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }

    /// - Throws: `Diagnostic` where there is no such file.
    static func bytes(_ path: String) throws(Diagnostic) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Diagnostic(.noInput, settings: path, found: "no file that can be read")
        }
        return [UInt8](data)
    }

    /// - Throws: `Diagnostic`.
    package static func read(_ path: String) throws(Diagnostic) -> String {
        let bytes = try bytes(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let line = lineOfInvalidUTF8(bytes).map { " in line \($0)" } ?? ""
            throw Diagnostic(.unusableData, settings: path, found: "text that is not valid UTF-8\(line)")
        }
        return text
    }
}

extension Diagnostic {
    /// A file of settings that cannot be read.
    fileprivate init(_ code: Code, settings file: String, found: String) {
        self.init(
            code, file: file, found: found, expected: "a text file in UTF-8",
            action: "Check the name and the folder.")
    }
}
