/// Degrees to metres about the middle of a made-up ward, and back.
struct MapFrame {
    /// Metres east and north of the middle; no two the same.
    let sites: [PlanePoint]
    private let middle: (longitude: Double, latitude: Double)
    private let metresEast: Double
    private let metresNorth = 111_200.0

    init(_ places: [(longitude: Double, latitude: Double)]) {
        let count = Double(max(1, places.count))
        let middle = (
            longitude: places.map(\.longitude).reduce(0, +) / count,
            latitude: places.map(\.latitude).reduce(0, +) / count
        )
        // cos φ to four places, by its series: no mathematics library, so the same bytes on every machine.
        let square = middle.latitude * middle.latitude * 0.000_304_617_42
        let metresEast =
            111_200 * max(0.05, 1 - square / 2 + square * square / 24 - square * square * square / 720)
        var sites: [PlanePoint] = []
        var taken: Set<PlanePoint> = []
        for place in places {
            var site = PlanePoint(
                x: (place.longitude - middle.longitude) * metresEast,
                y: (place.latitude - middle.latitude) * metresNorth)
            // Two groups at one place: beside each other.
            while !taken.insert(site).inserted { site = PlanePoint(x: site.x + 60, y: site.y + 25) }
            sites.append(site)
        }
        self.sites = sites
        self.middle = middle
        self.metresEast = metresEast
    }

    /// "106.198020,21.270660": a millionth of a degree is about 0.1 m.
    func degrees(of point: PlanePoint) -> String {
        millionths(middle.longitude + point.x / metresEast) + ","
            + millionths(middle.latitude + point.y / metresNorth)
    }

    private func millionths(_ degrees: Double) -> String {
        let number = Int((degrees * 1_000_000).rounded())
        let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        return (number < 0 ? "-" : "") + "\(whole)." + String("\(1_000_000 + rest)".dropFirst())
    }
}
