internal import Basics
internal import Foundation

/// Small text files of settings.
package enum TextFile {
    /// All of standard input.
    static func standardInput() -> [UInt8] { [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }

    /// - Throws: `InputError` where there is no such file.
    static func bytes(_ path: String) throws(InputError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InputError(file: path, found: "no file that can be read", isText: false)
        }
        return [UInt8](data)
    }

    /// - Throws: `InputError`.
    package static func read(_ path: String) throws(InputError) -> String {
        let bytes = try bytes(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let line = lineOfInvalidUTF8(bytes).map { " in line \($0)" } ?? ""
            throw InputError(file: path, found: "bytes that are no UTF-8\(line)", isText: true)
        }
        return text
    }
}

/// A file of settings that cannot be read.
package struct InputError: Error, Equatable, CustomStringConvertible {
    package let file: String
    package let found: String
    /// The file is there, but it is no text.
    package let isText: Bool

    package var description: String {
        "\(file): found \(found); expected a text file in UTF-8. Check the name and the folder."
    }
}
