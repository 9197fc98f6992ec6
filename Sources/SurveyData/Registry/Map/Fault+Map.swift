internal import Basics

extension Fault {
    func inMap(_ file: String, line: Int? = nil) -> Diagnostic {
        Diagnostic(.badMap, file: file, line: line, self)
    }

    /// The same fault, of one feature (from 1).
    func inFeature(_ number: Int) -> Fault {
        Fault(place: "feature \(number)", found: found, expected: expected, action: action)
    }

    static let notReadable = Fault(
        found: "coordinates that cannot be read", expected: "pairs of numbers: longitude, latitude",
        action: "Save the layer as GeoJSON again.")

    /// A pair of numbers that is no place in degrees.
    static func outOfRange(longitude: Double, latitude: Double) -> Fault {
        let isSwapped = abs(longitude) <= 90 && (90...180).contains(abs(latitude))
        return Fault(
            found: "coordinates \(shortened(longitude)), \(shortened(latitude))",
            expected: "WGS 84 longitude, latitude in degrees, as 106.19, 21.27",
            action: isSwapped
                ? "Latitude seems to stand first: put longitude first."
                : "If these are metres (VN-2000 or UTM), save the layer as GeoJSON with the CRS EPSG:4326 (WGS 84)."
        )
    }

    private static func shortened(_ number: Double) -> String {
        abs(number) < 1e9 ? String((number * 100).rounded() / 100) : String(number)
    }
}
