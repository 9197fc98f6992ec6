internal import Basics

/// Why a file is no JSON, and in which line, as far as the parser says.
struct MapTextFault {
    let fault: Fault
    let line: Int?

    init(_ bytes: ArraySlice<UInt8>) {
        let message = JSONPlace.message(of: bytes)
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
        fault = Fault(
            found: found, expected: "GeoJSON",
            action:
                "Save the layer of the residential groups as GeoJSON (in QGIS: Export, Save Features As).")
        line = lineOfInvalidUTF8(bytes) ?? JSONPlace.line(ofMessage: message, in: bytes)
    }
}
