/// A made-up map as GeoJSON: a shape around each place, neighbours with a border in common.
///
/// The top level says `"synthetic": true`. Each feature has the property `group_id`. Equal places make equal bytes.
///
/// ```swift
/// let geoJSON = syntheticMap(of: [("AA01", 21.27066, 106.19802), ("AA02", 21.28073, 106.19917)])
/// ```
///
/// - Parameter places: The code of each group and where its middle is, in degrees (WGS 84).
package func syntheticMap(of places: [(code: String, latitude: Double, longitude: Double)]) -> String {
    let frame = MapFrame(places.map { ($0.longitude, $0.latitude) })
    let cells = VoronoiCells(sites: frame.sites)
    let features = zip(places, cells.rings).map { place, ring in
        let corners = (ring + ring.prefix(1)).map { "[\(frame.degrees(of: $0))]" }
            .reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        return #"{"type":"Feature","properties":{"group_id":"\#(escaped(place.code))"},"#
            + #""geometry":{"type":"Polygon","coordinates":[["# + corners.joined(separator: ",") + "]]}}"
    }
    return #"{"type":"FeatureCollection","synthetic":true,"features":["# + "\n"
        + features.joined(separator: ",\n") + "\n]}\n"
}

private func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
        if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
        result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
}
