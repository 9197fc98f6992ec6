internal import SurveyData

/// Degrees to units of a drawing: equirectangular, true to scale along the map's mean latitude.
///
/// - Source: Snyder, "Map Projections: A Working Manual", USGS Professional Paper 1395, 1987, chapter 12.
struct MapProjection {
    static let width = 360.0
    static let mostHeight = 460.0
    private static let leastHeight = 60.0
    /// Left free on every side: for dots, and half the width of the outermost lines.
    private static let margin = 8.0

    /// Units.
    let height: Double
    private let west: Double
    private let north: Double
    /// Units a degree of longitude.
    private let eastScale: Double
    /// Units a degree of latitude.
    private let scale: Double
    private let left: Double
    private let top: Double

    /// Fits all positions into the drawing.
    init(_ positions: [WardMap.Position]) {
        let longitudes = positions.map(\.longitude)
        let latitudes = positions.map(\.latitude)
        let east = longitudes.max() ?? 0
        let south = latitudes.min() ?? 0
        west = longitudes.min() ?? 0
        north = latitudes.max() ?? 0
        let shrink = max(0.01, Self.cosine(degrees: (north + south) / 2))
        let wide = (east - west) * shrink
        let high = north - south
        let room = (x: Self.width - 2 * Self.margin, y: Self.mostHeight - 2 * Self.margin)
        // A single place has no extent: a tenth of a metre will do.
        let scale = min(room.x / max(wide, 1e-6), room.y / max(high, 1e-6))
        height = min(Self.mostHeight, max(Self.leastHeight, high * scale + 2 * Self.margin)).rounded(.up)
        left = (Self.width - wide * scale) / 2
        top = (height - high * scale) / 2
        self.scale = scale
        eastScale = scale * shrink
    }

    func point(_ position: WardMap.Position) -> GridPoint {
        GridPoint(
            x: left + (position.longitude - west) * eastScale, y: top + (north - position.latitude) * scale)
    }

    /// By its series, so that a drawing is the same bytes on every machine.
    private static func cosine(degrees: Double) -> Double {
        let square = degrees * degrees * (Double.pi / 180) * (Double.pi / 180)
        var term = 1.0
        var sum = 1.0
        for step in 1...14 {
            term *= -square / Double((2 * step - 1) * (2 * step))
            sum += term
        }
        return sum
    }
}
