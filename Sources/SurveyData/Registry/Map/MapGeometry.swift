internal import Basics

/// The polygons and dots of one feature, cleaned: rings open, wound alike, none without an area.
struct MapGeometry: Decodable {
    private(set) var polygons: [[WardMap.Ring]] = []
    private(set) var points: [WardMap.Position] = []

    var isEmpty: Bool { polygons.isEmpty && points.isEmpty }

    init() {}

    private enum Key: String, CodingKey {
        case type, coordinates, geometries
    }

    /// - Throws: `Fault` for a type that is none, or coordinates that are no places in degrees.
    init(from decoder: any Decoder) throws {
        try self.init(from: decoder, isInCollection: false)
    }

    private init(from decoder: any Decoder, isInCollection: Bool) throws {
        let values = try decoder.container(keyedBy: Key.self)
        switch try values.decode(String.self, forKey: .type) {
        case "Polygon": try add(polygon: values.decode([[[Double]]].self, forKey: .coordinates))
        case "MultiPolygon":
            for polygon in try values.decode([[[[Double]]]].self, forKey: .coordinates) {
                try add(polygon: polygon)
            }
        case "Point":
            let numbers = try values.decode([Double].self, forKey: .coordinates)
            // An empty point has no numbers.
            if !numbers.isEmpty { points.append(try Self.position(numbers)) }
        case "MultiPoint":
            points = try values.decode([[Double]].self, forKey: .coordinates).map(Self.position)
        case "LineString", "MultiLineString":
            return  // A line has no area: the group stays without a shape.
        case "GeometryCollection" where !isInCollection:
            var parts = try values.nestedUnkeyedContainer(forKey: .geometries)
            while !parts.isAtEnd {
                add(try MapGeometry(from: parts.superDecoder(), isInCollection: true))
            }
        default:
            throw Fault(
                found: "a geometry of another type", expected: "Polygon, MultiPolygon or Point",
                action: "Save the layer of areas as GeoJSON.")
        }
    }

    mutating func add(_ other: MapGeometry) {
        polygons += other.polygons
        points += other.points
    }

    private mutating func add(polygon rings: [[[Double]]]) throws {
        let rings = try rings.map { Self.ring(try $0.map(Self.position)) }
        guard let outer = rings.first, let outer = Self.wound(outer, isHole: false) else { return }
        polygons.append([outer] + rings.dropFirst().compactMap { Self.wound($0, isHole: true) })
    }

    private static func position(_ numbers: [Double]) throws -> WardMap.Position {
        guard numbers.count >= 2 else { throw Fault.notReadable }
        let (longitude, latitude) = (numbers[0], numbers[1])
        guard abs(longitude) <= 180, abs(latitude) <= 90 else {
            throw Fault.outOfRange(longitude: longitude, latitude: latitude)
        }
        return WardMap.Position(longitude: longitude, latitude: latitude)
    }

    /// Without positions said twice in a row, and without the first again at the end.
    private static func ring(_ positions: [WardMap.Position]) -> WardMap.Ring {
        var ring: WardMap.Ring = []
        for position in positions where position != ring.last { ring.append(position) }
        while ring.count > 1, ring.first == ring.last { ring.removeLast() }
        return ring
    }

    /// Counterclockwise, a hole clockwise; nil without an area.
    private static func wound(_ ring: WardMap.Ring, isHole: Bool) -> WardMap.Ring? {
        guard ring.count > 2, let origin = ring.first else { return nil }
        var area = 0.0
        var last = (x: 0.0, y: 0.0)
        for position in ring {
            let next = (x: position.longitude - origin.longitude, y: position.latitude - origin.latitude)
            area += last.x * next.y - next.x * last.y
            last = next
        }
        if area == 0 { return nil }
        return (area > 0) == isHole ? ring.reversed() : ring
    }
}
