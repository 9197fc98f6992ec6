import Basics
import TestSupport
import Testing

@testable import SurveyData

@Suite struct WardMapTests {
    private static let square = "[[[106,21],[106.1,21],[106.1,21.1],[106,21.1],[106,21]]]"

    static let registry = Registry(
        groups: [("AA01", "Hoa Sim", "Tổ 1"), ("AA02", "Hoa Sim", "Tổ 2"), ("3", "Lúa Vàng", "Tổ 1")].map {
            ResidentialGroup(
                id: GroupID($0.0), formerWard: $0.1, name: $0.2, households: 1, share60Plus: nil,
                latitude: nil, longitude: nil, siteDistanceKilometres: nil)
        }, isGiven: true)

    private func map(_ features: String..., top: String = "") throws -> WardMap {
        let text =
            #"{"type":"FeatureCollection",\#(top)"features":["# + features.joined(separator: ",") + "]}"
        return try WardMap(bytes: Array(text.utf8), file: "map.geojson", registry: Self.registry)
    }

    private func feature(
        _ properties: String, _ coordinates: String = square, type: String = "Polygon", id: String = ""
    ) -> String {
        #"{"type":"Feature",\#(id)"properties":\#(properties),"geometry":"#
            + #"{"type":"\#(type)","coordinates":\#(coordinates)}}"#
    }

    private func error(_ text: String) -> String {
        do {
            _ = try WardMap(bytes: Array(text.utf8), file: "map.geojson", registry: Self.registry)
            return ""
        } catch { return "\(error)" }
    }

    private func collection(_ features: String...) -> String {
        #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
    }

    @Test(arguments: [
        (#"{"group_id":"AA02"}"#, "AA02"), (#"{"Mã TDP":"aa 02"}"#, "AA02"), (#"{"code":3}"#, "3"),
        (#"{"id":"AA01"}"#, "AA01"), (#"{"id":3.0}"#, "3"),
        (#"{"residential_group":"TDP số 02","former_ward":"P. HOA SIM"}"#, "AA02"),
        (#"{"ten":"to 1","phuong":"lua vang"}"#, "3"),
        // The ward of today says nothing about the former one; only one group is called Tổ 2.
        (#"{"name":"Tổ 2","phuong":"Phường Mới"}"#, "AA02"),
        // A number that the drawing program gave goes behind the names.
        (#"{"id":3,"name":"Tổ 2","former_ward":"Hoa Sim"}"#, "AA02"),
        (#"{"group_id":"?","name":"Tổ 2"}"#, "AA02"),
    ]) func aFeatureFindsItsGroup(properties: String, group: String) throws {
        let map = try map(feature(properties))
        #expect(map.shapes.map(\.group.text) == [group])
        #expect(map.groupsWithoutShape.count == 2)
        #expect(map.shapesWithoutGroup.isEmpty)
    }

    @Test func theFeaturesOwnIDIsACode() throws {
        #expect(try map(feature("null", id: #""id":"AA01","#)).shapes.map(\.group.text) == ["AA01"])
    }

    @Test func whatDoesNotMatchIsCountedNotRefused() throws {
        let map = try map(
            feature(#"{"group_id":"ZZ9","owner":"A person"}"#), feature(#"{"group_id":"AA02"}"#),
            feature(#"{"code":"A person","name":"Tổ 2","former_ward":"Elsewhere"}"#), feature("{}"))
        #expect(map.shapes.map(\.group.text) == ["AA02"])
        #expect(map.groupsWithoutShape.map(\.text) == ["AA01", "3"])
        #expect(map.shapesWithoutGroup.map(\.feature) == [1, 3, 4])
        #expect(map.shapesWithoutGroup.map(\.code) == ["ZZ9", nil, nil])
    }

    @Test func shapesComeInTheOrderOfTheRegistryAndPartsOfAGroupAreOne() throws {
        let map = try map(
            feature(#"{"group_id":"AA02"}"#), feature(#"{"group_id":"AA01"}"#),
            feature(#"{"group_id":"AA02"}"#, "[\(Self.square),\(Self.square)]", type: "MultiPolygon"))
        #expect(map.shapes.map(\.group.text) == ["AA01", "AA02"])
        #expect(map.shapes.map(\.polygons.count) == [1, 3])
    }

    @Test func ringsAreOpenedAndWoundAlikeAndHolesTheOtherWay() throws {
        let clockwise = "[[106,21],[106,21.1],[106.1,21.1],[106.1,21.1],[106.1,21]]"
        let hole = "[[106.02,21.02,5],[106.04,21.02,5],[106.04,21.04,5],[106.02,21.02,5]]"
        let rings = try #require(
            try map(feature(#"{"code":"AA01"}"#, "[\(clockwise),\(hole)]")).shapes.first?.polygons.first)
        #expect(rings.map(\.count) == [4, 3])
        #expect(rings.map(Self.area).map { $0 > 0 } == [true, false])
    }

    private static func area(_ ring: WardMap.Ring) -> Double {
        ring.indices.reduce(0) { sum, index in
            let next = ring[(index + 1) % ring.count]
            return sum + ring[index].longitude * next.latitude - next.longitude * ring[index].latitude
        }
    }

    @Test(arguments: [
        ("Polygon", "[]"), ("Polygon", "[[]]"), ("Polygon", "[[[106,21],[106,21],[106,21]]]"),
        ("Polygon", "[[[106,21],[107,21],[108,21]]]"), ("MultiPolygon", "[]"), ("Point", "[]"),
        ("LineString", "[[106,21],[107,21]]"),
    ]) func aGeometryWithoutAreaIsNoShape(type: String, coordinates: String) throws {
        let map = try map(
            feature(#"{"group_id":"AA01"}"#, coordinates, type: type), feature(#"{"group_id":"AA02"}"#),
            #"{"type":"Feature","properties":{"group_id":"3"},"geometry":null}"#)
        #expect(map.shapes.map(\.group.text) == ["AA02"])
        #expect(map.groupsWithoutShape.map(\.text) == ["AA01", "3"])
        #expect(map.shapesWithoutGroup.isEmpty)
    }

    @Test("two features with one id are refused; parts of a group say its group_id")
    func repeatedIDs() throws {
        let text = error(
            collection(
                feature("{}", id: #""id":"AA01","#), feature("{}", id: #""id":"AA02","#),
                feature(#"{"name":"x"}"#, id: #""id":"aa 01","#)))
        #expect(text.contains("which is also that of feature 1") && text.contains("feature 3"), "\(text)")
        let part = feature(#"{"group_id":"AA01"}"#, id: #""id":7,"#)
        #expect(try map(part, part).shapes.first?.polygons.count == 2)
    }

    @Test func pointsAndCollectionsAreRead() throws {
        let dot = feature(#"{"group_id":"AA01"}"#, "[106.5,21.5]", type: "Point")
        let both =
            #"{"properties":{"group_id":"AA02"},"geometry":{"type":"GeometryCollection","geometries":["#
            + #"{"type":"Polygon","coordinates":\#(Self.square)},{"type":"MultiPoint","coordinates":[[106,21]]}]}}"#
        let map = try map(dot, both)
        #expect(map.shapes.map(\.points.count) == [1, 1])
        #expect(map.shapes.map(\.polygons.count) == [0, 1])
    }

    @Test func aByteOrderMarkAndTheNoteOfMadeUpDataAreRead() throws {
        #expect(try map(feature(#"{"id":"AA01"}"#), top: #""synthetic":true,"#).isSynthetic)
        let text = "\u{FEFF}" + collection(feature(#"{"id":"AA01"}"#))
        let map = try WardMap(bytes: Array(text.utf8), file: "map.geojson", registry: Self.registry)
        #expect(!map.isSynthetic)
    }

    @Test func coordinatesThatAreNoDegreesAreRefused() {
        let metres = feature(#"{"id":"AA01"}"#, "[[[421000.256,2353000],[421100,2353000],[421100,2353100]]]")
        #expect(
            error(collection(feature("{}"), metres))
                == "map.geojson: feature 2: found coordinates 421000.26, 2353000.0; expected WGS 84 longitude, "
                + "latitude in degrees, as 106.19, 21.27. If these are metres (VN-2000 or UTM), save the layer as "
                + "GeoJSON with the CRS EPSG:4326 (WGS 84).")
        let swapped = feature(#"{"id":"AA01"}"#, "[[[21,106],[21.1,106],[21.1,106.1]]]")
        #expect(error(collection(swapped)).contains("put longitude first"))
        #expect(error(collection(feature("{}", "[[[1e300,0],[0,0],[1,1]]]"))).contains("degrees"))
        let far = feature("{}", "[0,0]", type: "Point")
        #expect(
            error(collection(feature("{}"), far, feature("{}"))).contains(
                "feature 2: found a place more than 10° from the others"))
    }

    @Test(arguments: [
        ("", "found an empty file"), ("<kml></kml>", "found XML"), ("PK\u{3}\u{4}", "found a ZIP file"),
        ("{\n\"type\":", "found JSON that is broken"), ("hello", "found a file that is no JSON"),
        (String(repeating: "[", count: 100_000), "found lists nested too deep"),
        ("[1]", "expected a GeoJSON FeatureCollection"), ("null", "expected a GeoJSON FeatureCollection"),
        (#"{"type":"Topology"}"#, #"found "Topology"; expected a GeoJSON FeatureCollection"#),
        (#"{"features":[]}"#, "found JSON without a type"),
        (#"{"type":"FeatureCollection"}"#, "found no list of features"),
        (#"{"type":"FeatureCollection","features":{}}"#, "found no list of features"),
        (
            #"{"type":"FeatureCollection","features":[7]}"#,
            "feature 1: found something that is no GeoJSON feature"
        ),
        (
            #"{"type":"FeatureCollection","features":[]}"#,
            "found 0 features, none of them a residential group"
        ),
    ]) func aFileThatIsNoMapIsRefused(text: String, message: String) {
        let error = error(text)
        #expect(error.contains(message), "\(error)")
    }

    @Test(arguments: [
        #"[[["a","b"]]]"#, "[[[106]]]", "[[106,21]]", "[[[null,21]]]", "7", "{}",
    ]) func coordinatesThatAreNoPairsOfNumbersAreRefused(coordinates: String) {
        let error = error(collection(feature("{}"), feature("{}", coordinates)))
        #expect(error.contains("feature 2: found coordinates that cannot be read"), "\(error)")
    }

    @Test func otherBreaksAreRefused() {
        #expect(error(collection(feature("{}", "[[[NaN,1]]]"))).contains("JSON that is broken"))
        #expect(error(collection(feature("{}", "[[[1e999,21]]]"))).contains("a number that is too large"))
        #expect(
            error(collection(feature("{}", type: "Circle"))).contains(
                "feature 1: found a geometry of another type"))
        #expect(
            error(collection(feature(#"{"group_id":"AA01"}"#, "[]"))).contains(
                "all groups among them without a shape"))
        #expect(error(collection(feature(#"{"group_id":"ZZ"}"#))).contains("(as AA01)"))
        let closed = collection(
            feature("{}").replacing(
                #""type":"Polygon""#,
                with: #""type":"GeometryCollection","geometries":["#
                    + #"{"type":"GeometryCollection","geometries":[]}]"#))
        #expect(error(closed).contains("another type"))
        let bomb = String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 400)
        #expect(error(collection(#"{"geometry":"# + bomb)).contains("nested"))
    }

    @Test func bytesThatAreNoUTF8AreRefused() {
        let bytes = Array(#"{"type":"FeatureCollection","features":[{"properties":{"ten":"T"#.utf8) + [0xE6]
        #expect {
            try WardMap(bytes: bytes + Array("\"}}]}".utf8), file: "map.geojson", registry: Self.registry)
        } throws: { "\($0)".contains("no UTF-8") }
    }

    @Test func aBrokenFileSaysTheLine() {
        #expect(error("{\"type\":\"FeatureCollection\",\n\"features\":[}]}").hasPrefix("map.geojson:2: "))
    }

    @Test func aFileTooLargeIsRefused() {
        #expect(throws: Diagnostic.self) {
            try WardMap(
                bytes: Array(repeating: 0x20, count: WardMap.mostBytes + 1), file: "map.geojson",
                registry: Self.registry)
        }
    }

    /// 3,000 broken files: an error or a map, never a trap.
    @Test func mutatedBytesNeverTrap() {
        let whole = Array(
            collection(
                feature(#"{"group_id":"AA01","n":[1,{"a":null}]}"#),
                feature(#"{"ten":"Tổ 2","phuong_cu":"Hoa Sim"}"#, "[\(Self.square)]", type: "MultiPolygon"),
                feature("null", "[106,21]", type: "Point", id: #""id":3,"#)
            ).utf8)
        let pieces = [
            "\"", "[", "]", "{", "}", "-", "1e308", "1e999", "null", ",", "\u{FEFF}", "\\u0000", "\\",
        ]
        for seed in 0..<3_000 {
            var random = SplitMix64(test: seed)
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(min(place, bytes.count)..<min(bytes.count, place + 5))
                case 2:
                    bytes.insert(
                        contentsOf: Array(pieces[place % pieces.count].utf8), at: min(place, bytes.count))
                default: if random.chance(0.1) { bytes.removeSubrange(min(place, bytes.count)...) }
                }
            }
            do {
                let map = try WardMap(bytes: bytes, file: "map.geojson", registry: Self.registry)
                #expect(map.shapes.count + map.groupsWithoutShape.count == 3, "seed \(seed)")
            } catch {
                #expect(error is Diagnostic, "seed \(seed): \(error)")
            }
        }
    }
}
