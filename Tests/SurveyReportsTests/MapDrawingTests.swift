import Basics
import SurveyData
import TestSupport
import Testing

@testable import SurveyReports

@Suite struct MapDrawingTests {
    private func tile(_ name: String, figure: String = "", shade: Int? = 2) -> TileMap.Tile {
        TileMap.Tile(name: name, figure: figure, shade: shade, title: "Tổ \(name)")
    }

    private func area(
        _ name: String, _ corners: [(Double, Double)], ward: String? = nil, shade: Int? = 2,
        figure: String = "",
        points: [(Double, Double)] = []
    ) -> MapDrawing.Area {
        func positions(_ list: [(Double, Double)]) -> [WardMap.Position] {
            list.map { WardMap.Position(longitude: $0.0, latitude: $0.1) }
        }
        return MapDrawing.Area(
            shape: WardMap.Shape(
                group: GroupID(name), polygons: corners.isEmpty ? [] : [[positions(corners)]],
                points: positions(points)),
            tile: tile(name, figure: figure, shade: shade), formerWard: ward)
    }

    private func box(_ left: Double, _ bottom: Double, _ right: Double, _ top: Double) -> [(Double, Double)] {
        [(left, bottom), (right, bottom), (right, top), (left, top)]
    }

    @Test func theProjectionKeepsTheAspectAtTheMeanLatitude() {
        // At 60° north a degree of longitude is half a degree of latitude long.
        let wide = MapProjection([(10, 59.9), (10.8, 60.1)].map { .init(longitude: $0.0, latitude: $0.1) })
        let corners = [(10.0, 60.1), (10.8, 59.9)].map {
            wide.point(.init(longitude: $0.0, latitude: $0.1))
        }
        #expect(corners[0].column == 80)
        let (width, height) = (corners[1].x - corners[0].x, corners[1].y - corners[0].y)
        #expect(abs(width - 344) < 0.11)
        #expect(abs(width / height - 2) < 0.01)
        let tall = MapProjection([(10, 59), (10.1, 61)].map { .init(longitude: $0.0, latitude: $0.1) })
        #expect(tall.height == 460)
        #expect(MapProjection([]).height == 60)
        #expect(MapProjection([.init(longitude: 106, latitude: 21)]).height == 60)
        let nearly = MapProjection([0, 1e-307].map { .init(longitude: $0, latitude: 0) })
        #expect(nearly.point(.init(longitude: 1e-307, latitude: 0)) == GridPoint(x: 180, y: 30))
    }

    /// A random walk, in tenths of a unit.
    private func walk(_ random: inout SplitMix64, steps: Int) -> [GridPoint] {
        var (x, y) = (100.0, 100.0)
        return (0..<steps).map { _ in
            x += Double(Int.random(in: -9...12, using: &random)) / 10
            y += Double(Int.random(in: -10...10, using: &random)) / 10
            return GridPoint(x: x, y: y)
        }
    }

    @Test func noPointTakenOutLayFartherThanTheTolerance() {
        for seed in 0..<50 {
            var random = SplitMix64(test: seed)
            var line = walk(&random, steps: 200)
            if seed % 2 == 0, let first = line.first { line.append(first) }
            let simple = LineSimplification.simplified(line, tolerance: 0.4)
            #expect(simple.first == line.first && simple.last == line.last)
            #expect(simple.count < line.count)
            for point in line {
                let nearest = zip(simple, simple.dropFirst()).map {
                    Segment($0, $1).squaredDistance(x: point.x, y: point.y)
                }.min()
                #expect((nearest ?? .infinity).squareRoot() <= 0.4 + 1e-9, "seed \(seed)")
            }
        }
    }

    @Test func neighboursKeepTheSamePointsOfTheirBorder() {
        for seed in 0..<30 {
            var random = SplitMix64(test: seed)
            let border = (0...200).map {
                GridPoint(x: 100 + Double.random(in: -1...1, using: &random), y: Double($0))
            }
            let left = border + [GridPoint(x: 0, y: 200), GridPoint(x: 0, y: 0)]
            let right = Array(border.reversed()) + [GridPoint(x: 200, y: 0), GridPoint(x: 200, y: 200)]
            let topology = MapTopology(shapes: [[left], [right]], tolerance: 0.4)
            let shared = topology.rings.map { Set($0.joined().filter { (50...150).contains($0.x) }) }
            #expect(shared[0] == shared[1], "seed \(seed)")
            #expect(shared[0].count < border.count)
            #expect(topology.arcs.count { $0.users.count == 2 } == 1)
        }
    }

    @Test func aSliverAndAnIslandStay() {
        let sliver = [(0.0, 0.0), (50, 0.2), (100, 0), (50, -0.2)].map { GridPoint(x: $0.0, y: $0.1) }
        let topology = MapTopology(shapes: [[sliver]], tolerance: 0.4)
        #expect(topology.rings.first?.first?.count ?? 0 >= 3)
    }

    @Test func aBoxFindsTheWidestPlace() throws {
        // An L whose foot is wide and low: a wide label fits only there.
        let corners = [(0.0, 0.0), (10, 0), (10, 80), (90, 80), (90, 95), (0, 95)]
        let region = MapRegion(rings: [corners.map { GridPoint(x: $0.0, y: $0.1) }])
        let room = try #require(LabelRoom(in: region, beside: [], width: 40, height: 9))
        #expect(room.times > 1.6 && room.y > 85 && room.y < 90)
        let taken = LabelBox(x: 50, y: 87.5, width: 40, height: 15)
        let beside = try #require(LabelRoom(in: region, beside: [taken], width: 20, height: 9))
        #expect(beside.times >= 1 && (beside.x < 20 || beside.x > 80))
        #expect(LabelRoom(in: MapRegion(rings: []), beside: [], width: 9, height: 9) == nil)
    }

    @Test func aHoleIsNoRoomAndHatchingLeavesItOut() {
        func ring(_ low: Double, _ high: Double) -> [GridPoint] {
            [(low, low), (high, low), (high, high), (low, high)].map { GridPoint(x: $0.0, y: $0.1) }
        }
        let region = MapRegion(rings: [ring(0, 100), ring(20, 80).reversed()])
        #expect(!region.contains(x: 50, y: 50) && region.contains(x: 10, y: 10))
        let middles = region.hatch(step: 7).map { (($0.x1 + $0.x2) / 2, ($0.y1 + $0.y2) / 2) }
        #expect(middles.count > 20 && middles.allSatisfy { region.contains(x: $0.0, y: $0.1) })
    }

    @Test func everyShapeHasATitleAShadeAndItsName() {
        let map = MapDrawing(areas: [
            area("1", box(106, 21, 106.1, 21.1), ward: "A", figure: "45"),
            area("2", box(106.1, 21, 106.2, 21.1), ward: "A", shade: nil),
            area("<3>", box(106.2, 21, 106.3, 21.1), ward: "B", shade: 9),
            area("4", box(106.3, 21, 106.300_001, 21.000_001), ward: "B"),
            area("5", [], ward: "B", points: [(106.05, 21.2)]),
        ])
        let markup = map.drawing(description: "a \"map\"").markup
        for name in ["1", "2", "&lt;3&gt;", "4", "5"] {
            #expect(markup.contains("<title>Tổ \(name)</title>"))
        }
        for name in ["1", "2", "&lt;3&gt;", "5"] { #expect(markup.contains(">\(name)</text>")) }
        #expect(markup.contains(">45</text>") && markup.contains("class=\"hatch\""))
        #expect(markup.contains("tile shade-none") && markup.contains("tile shade4"))
        #expect(markup.contains(">A</text>") && markup.contains("class=\"ward-line\""))
        // A shape too small for the grid, and a point, are dots.
        #expect(markup.components("<circle") == 2)
        #expect(markup == map.drawing(description: "a \"map\"").markup)
    }

    @Test func linesBetweenGroupsOfOneWardAreNoBorderOfWards() {
        func borders(_ wards: [String?]) -> Double {
            let shapes = [0.0, 50, 100].map { left in
                [
                    [(left, 0.0), (left + 50, 0), (left + 50, 50), (left, 50)].map {
                        GridPoint(x: $0.0, y: $0.1)
                    }
                ]
            }
            let topology = MapTopology(shapes: shapes, tolerance: 0.4)
            let lines = MapBorders(
                topology: topology, wards: wards, regions: topology.rings.map(MapRegion.init(rings:))
            ).lines
            return lines.reduce(0) { sum, line in
                sum
                    + zip(line, line.dropFirst()).reduce(0) {
                        $0 + abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y)
                    }
            }
        }
        #expect(borders(["A", "A", "A"]) == 400)
        #expect(borders(["A", "A", "B"]) == 450)
        #expect(borders(["A", "B", "A"]) == 500)
        #expect(borders([nil, nil, nil]) == 0)
    }

    @Test func nothingToDrawIsAnEmptyDrawing() {
        let markup = MapDrawing(areas: []).drawing(description: "").markup
        #expect(markup.contains("viewBox=\"0 0 360 60\""))
    }

    /// Shapes of any kind, also crossing themselves: a drawing, never a trap.
    @Test func oddShapesNeverTrap() {
        for seed in 0..<60 {
            var random = SplitMix64(test: seed)
            let areas = (0..<8).map { number -> MapDrawing.Area in
                let corners = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                    (
                        Double(Int.random(in: 0...9, using: &random)) / 7 + 106,
                        Double(Int.random(in: -3...9, using: &random)) * (seed % 3 == 0 ? 9 : 0.1)
                    )
                }
                return area(
                    "\(number)", corners, ward: number % 3 == 0 ? nil : "W\(number % 2)",
                    shade: number % 4 == 0 ? nil : number, figure: "1",
                    points: seed % 5 == 0 ? [(106, 21)] : [])
            }
            let markup = MapDrawing(areas: areas).drawing(description: "seed \(seed)").markup
            #expect(markup.components("<title>") == 8, "seed \(seed)")
            #expect(!markup.contains("nan") && !markup.contains("inf"), "seed \(seed)")
        }
    }
}

extension String {
    fileprivate func components(_ piece: String) -> Int { ranges(of: piece).count }
}
