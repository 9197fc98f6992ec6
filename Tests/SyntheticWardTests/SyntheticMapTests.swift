import Foundation
import Testing

@testable import SyntheticWard

@Suite struct SyntheticMapTests {
    private typealias Place = (code: String, latitude: Double, longitude: Double)

    private static let places = (0..<97).map { number -> Place in
        let north = Double(number * 7919 % 613)
        let east = Double(number * 104_729 % 911)
        return ("G\(number)", 21.27 + north / 20_000, 106.19 + east / 25_000)
    }

    private struct Collection: Decodable {
        struct Feature: Decodable {
            struct Geometry: Decodable { let coordinates: [[[Double]]] }
            let properties: [String: String]
            let geometry: Geometry
        }
        let synthetic: Bool
        let features: [Feature]
    }

    /// The first corner stands at the end again.
    private func rings(_ places: [Place]) throws -> [[PlanePoint]] {
        let map = try JSONDecoder().decode(Collection.self, from: Data(syntheticMap(of: places).utf8))
        #expect(map.synthetic)
        #expect(map.features.map { $0.properties["group_id"] } == places.map(\.code))
        return map.features.map { feature in
            feature.geometry.coordinates.joined().map { PlanePoint(x: $0[0], y: $0[1]) }
        }
    }

    /// In square degrees, above 0 counterclockwise.
    private func area(_ ring: [PlanePoint]) -> Double {
        guard let first = ring.first else { return 0 }
        return zip(ring, ring.dropFirst()).reduce(0) { $0 + first.turn($1.0, $1.1) / 2 }
    }

    @Test func everySideIsTheHullsOrOneOtherCells() throws {
        var sides: [[PlanePoint]: Int] = [:]
        for ring in try rings(Self.places) {
            #expect(ring.count >= 4 && ring.first == ring.last && area(ring) > 0)
            for (one, two) in zip(ring, ring.dropFirst()) { sides[[one, two].sorted(), default: 0] += 1 }
        }
        #expect(sides.values.allSatisfy { $0 <= 2 })
        // Sides met once are the outer edge: each of its corners has two of them.
        let edge = sides.filter { $0.value == 1 }.keys.joined().reduce(into: [PlanePoint: Int]()) {
            $0[$1, default: 0] += 1
        }
        #expect(edge.values.allSatisfy { $0 == 2 })
        #expect(edge.count > 20 && edge.count < 100)
    }

    @Test func eachPlaceLiesInItsOwnCell() throws {
        for (ring, place) in zip(try rings(Self.places), Self.places) {
            let site = PlanePoint(x: place.longitude, y: place.latitude)
            // Convex and counterclockwise: the place is to the left of every side.
            for (one, two) in zip(ring, ring.dropFirst()) { #expect(one.turn(two, site) > -1e-12) }
        }
    }

    @Test func equalPlacesMakeEqualBytes() {
        #expect(syntheticMap(of: Self.places) == syntheticMap(of: Self.places))
    }

    @Test func fewAndOddPlacesMakeCellsToo() throws {
        func hundredths(_ steps: [(Int, Int)]) -> [Place] {
            steps.map { ("\($0.0) \($0.1)", 21 + Double($0.0) / 100, 106 + Double($0.1) / 100) }
        }
        #expect(try rings([]).isEmpty)
        #expect(try rings([("A \"1\"\\", 21, 106)]).count == 1)
        let same = hundredths([(0, 0), (0, 0), (0, 0)])
        let line = hundredths([(0, 0), (0, 1), (0, 2), (0, 5)])
        let lattice = hundredths((0..<9).map { ($0 / 3, $0 % 3) })
        for places in [same, line, lattice] { #expect(try rings(places).allSatisfy { area($0) > 0 }) }
        #expect(try rings([("S", -33, -70), ("T", -33.01, -70.02)]).count == 2)
    }
}
