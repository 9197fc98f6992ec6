internal import Foundation

/// Where a JSON text breaks off.
package enum JSONPlace {
    /// The line at which the text is no JSON any more, from 1; nil where it is JSON, of another kind than expected.
    package static func line(of error: any Error, in bytes: [UInt8]) -> Int? {
        guard let error = error as? DecodingError, case .dataCorrupted = error else { return nil }
        return line(ofMessage: message(of: bytes[...]), in: bytes[...])
    }

    /// What the parser says; the decoder keeps it to itself. Its wording is no promise: without it, we say less.
    static func message(of bytes: ArraySlice<UInt8>) -> String {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            return ""
        } catch {
            return (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
        }
    }

    /// The line of the byte or number that the parser names; where it names none the text ends too early: its last line.
    static func line(ofMessage message: String, in bytes: ArraySlice<UInt8>) -> Int? {
        if message.isEmpty { return nil }
        let end = bytes.lastIndex { $0 > 0x20 } ?? bytes.startIndex
        let place = byte(in: message).map { bytes.startIndex + $0 } ?? number(in: message, bytes) ?? end
        return 1 + bytes[..<min(place, bytes.endIndex)].count { $0 == UInt8(ascii: "\n") }
    }

    /// The byte of "around character 12", from 0.
    private static func byte(in message: String) -> Int? {
        message.range(of: "around character ").flatMap {
            Int(message[$0.upperBound...].prefix { $0.isASCII && $0.isNumber })
        }
    }

    /// Where the number of "Number 1e999 is not representable" stands.
    private static func number(in message: String, _ bytes: ArraySlice<UInt8>) -> Int? {
        let words = message.split(separator: " ")
        guard let name = words.firstIndex(of: "Number"), name + 1 < words.count else { return nil }
        return bytes.firstRange(of: Array(words[name + 1].utf8))?.lowerBound
    }
}
