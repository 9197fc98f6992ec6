package import SurveyData

/// The ward's residential groups where they lie, shaded by a figure.
package struct MapDrawing: Sendable {
    /// One group: its shape, and what is said of it.
    package struct Area: Sendable {
        package let shape: WardMap.Shape
        package let tile: TileMap.Tile
        /// The former ward that the group was in; nil: no outline and no name for it.
        package let formerWard: String?

        package init(shape: WardMap.Shape, tile: TileMap.Tile, formerWard: String?) {
            self.shape = shape
            self.tile = tile
            self.formerWard = formerWard
        }
    }

    package let areas: [Area]

    package init(areas: [Area]) { self.areas = areas }

    /// Borders may move by 0.4 units, about half a pixel; those that two groups share move together.
    static let tolerance = 0.4

    /// A drawing 360 units wide and at most 460 high; the same areas make the same bytes.
    package func drawing(description: String) -> HTML {
        let projection = MapProjection(
            areas.flatMap { $0.shape.polygons.flatMap { $0.flatMap(\.self) } + $0.shape.points })
        let topology = MapTopology(
            shapes: areas.map { area in
                area.shape.polygons.flatMap { $0.map { $0.map(projection.point) } }
            }, tolerance: Self.tolerance)
        let dots = MapDots(
            zip(areas, topology.rings).map { area, rings in
                rings.isEmpty ? area.dots.map(projection.point) : []
            })
        let regions = topology.rings.map(MapRegion.init(rings:))
        let wards = areas.map(\.formerWard)
        let names = MapWardNames(
            wards: wards, regions: regions, dots: dots.places, height: projection.height)
        let labels = areas.indices.map { index in
            let taken = names.boxes.filter(regions[index].box.overlaps)
            return MapLabel(areas[index].tile, in: regions[index], beside: taken)
                ?? dots.places[index].first.flatMap {
                    dots.isFree($0) ? MapLabel(areas[index].tile, at: $0, radius: dots.radius) : nil
                }
        }
        let borders = MapBorders(topology: topology, wards: wards, regions: regions)
        let faces = areas.indices.map { index in
            draw(
                areas[index].tile, rings: topology.rings[index], region: regions[index],
                dots: dots.places[index].map { ($0, dots.radius) }, label: labels[index])
        }
        // Dots lie on top of what others cover.
        let order =
            areas.indices.filter { dots.places[$0].isEmpty }
            + areas.indices.filter { !dots.places[$0].isEmpty }
        return SVG.drawing(
            width: MapProjection.width, height: projection.height, description: description,
            [
                .element(
                    "g", [("class", "map")],
                    order.map { faces[$0] }
                        + (borders.lines.isEmpty
                            ? [] : [SVG.path(borders.lines, isClosed: false, "ward-line")])
                        + names.texts)
            ])
    }

    private func draw(
        _ tile: TileMap.Tile, rings: [[GridPoint]], region: MapRegion,
        dots: [(place: GridPoint, radius: Double)], label: MapLabel?
    ) -> HTML {
        let style = tile.style
        var shapes = dots.map { SVG.circle($0.place.x, $0.place.y, $0.radius, "face") }
        if !rings.isEmpty { shapes.append(SVG.path(rings, isClosed: true, "face")) }
        let hatch = !tile.hasData ? region.hatch(step: 7) : []
        if !hatch.isEmpty {
            shapes.append(
                SVG.path(
                    hatch.map { [GridPoint(x: $0.x1, y: $0.y1), GridPoint(x: $0.x2, y: $0.y2)] },
                    isClosed: false, "hatch"))
        }
        return SVG.group(style, title: tile.title, shapes + (label?.texts ?? []))
    }
}

extension MapDrawing.Area {
    /// Where a dot stands for the group: its points; for shapes too small to draw, where they lie.
    fileprivate var dots: [WardMap.Position] {
        shape.points.isEmpty ? shape.polygons.prefix(1).compactMap { $0.first?.first } : shape.points
    }
}
