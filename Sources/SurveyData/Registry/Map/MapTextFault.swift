internal import Foundation

/// Why a file is no JSON, and in which line, as far as the parser says.
struct MapTextFault {
    let fault: MapFault
    let line: Int?

    init(_ bytes: ArraySlice<UInt8>) {
        let message = Self.message(of: bytes)
        let found =
            switch bytes.first(where: { $0 > 0x20 }) {
            case nil: "an empty file"
            case UInt8(ascii: "<"): "XML, such as KML, or a web page"
            case UInt8(ascii: "P") where bytes.starts(with: [0x50, 0x4B]):
                "a ZIP file, such as a shapefile or KMZ"
            case _ where String(validating: bytes, as: UTF8.self) == nil: "bytes that are no UTF-8"
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if message.contains("nested") {
                    "lists nested too deep"
                } else if message.contains("representable") {
                    "a number that is too large"
                } else {
                    "JSON that is broken or cut off"
                }
            default: "a file that is no JSON"
            }
        fault = MapFault(
            found: found, expected: "GeoJSON",
            action:
                "Save the layer of the residential groups as GeoJSON (in QGIS: Export, Save Features As).")
        line = Self.place(in: message).map { place in
            1 + bytes.prefix(place).count { $0 == UInt8(ascii: "\n") }
        }
    }

    /// What the parser says; the decoder keeps it to itself. Its wording is no promise: without it, we say less.
    private static func message(of bytes: ArraySlice<UInt8>) -> String {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            return ""
        } catch {
            return (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
        }
    }

    /// The byte that the parser names.
    private static func place(in message: String) -> Int? {
        guard let word = message.range(of: "around character ") else { return nil }
        return Int(message[word.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }
}
