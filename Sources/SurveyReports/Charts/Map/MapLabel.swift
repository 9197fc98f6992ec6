/// What is written in one shape: name and figure, or the name alone, where there is room.
struct MapLabel {
    let box: LabelBox
    let texts: [HTML]

    private static let nameSize = 9.5
    private static let figureSize = 12.0

    /// nil where not even the name has room beside what is there already.
    init?(_ tile: TileMap.Tile, in region: MapRegion, beside taken: [LabelBox]) {
        let name = LabelBox.width(tile.name, size: Self.nameSize, isBold: false)
        let figure = LabelBox.width(tile.figure, size: Self.figureSize, isBold: true)
        if !tile.figure.isEmpty, !tile.name.isEmpty,
            let box = Self.box(in: region, beside: taken, width: max(name, figure) + 2, height: 21)
        {
            self.box = box
            texts = [
                SVG.text(box.x, box.top + 8, tile.name, "tile-name", anchor: "middle"),
                SVG.text(box.x, box.bottom - 2, tile.figure, "tile-figure", anchor: "middle"),
            ]
        } else if !tile.name.isEmpty,
            let box = Self.box(in: region, beside: taken, width: name + 1, height: 9)
        {
            self.box = box
            texts = [SVG.text(box.x, box.bottom - 1, tile.name, "tile-name", anchor: "middle")]
        } else {
            return nil
        }
    }

    /// The name in a dot.
    init?(_ tile: TileMap.Tile, at point: GridPoint, radius: Double) {
        let width = LabelBox.width(tile.name, size: Self.nameSize, isBold: false)
        guard !tile.name.isEmpty, width <= 1.7 * radius else { return nil }
        box = LabelBox(x: point.x, y: point.y, width: width, height: 9)
        texts = [SVG.text(point.x, point.y + 3.4, tile.name, "tile-name", anchor: "middle")]
    }

    private static func box(in region: MapRegion, beside taken: [LabelBox], width: Double, height: Double)
        -> LabelBox?
    {
        guard region.right - region.left >= width, region.bottom - region.top >= height,
            let room = LabelRoom(in: region, beside: taken, width: width, height: height), room.times >= 1
        else { return nil }
        return LabelBox(x: room.x, y: room.y, width: width, height: height)
    }
}
