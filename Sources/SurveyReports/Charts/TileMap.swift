/// One tile a residential group, blocks by former ward: a map where no map is given.
package struct TileMap: Sendable {
    package struct Tile: Sendable {
        /// Short name inside the former ward ("3").
        package let name: String
        /// The figure on the tile; "" for none.
        package let figure: String
        /// 0 (least) … 4 (most); nil: nothing to shade.
        package let shade: Int?
        /// Whether something is known of the group: else it is hatched, whatever figure it has.
        package let hasData: Bool
        /// Said in full when pointed at.
        package let title: String

        /// - Parameter hasData: nil: what is not shaded has none.
        package init(name: String, figure: String, shade: Int?, hasData: Bool? = nil, title: String) {
            self.name = name
            self.figure = figure
            self.shade = hasData == false ? nil : shade
            self.hasData = hasData ?? (shade != nil)
            self.title = title
        }

        /// The class of its look.
        var style: String {
            guard hasData else { return "tile shade-none" }
            return shade.map { "tile shade\(min(max($0, 0), 4))" } ?? "tile shade-plain"
        }
    }

    package struct Block: Sendable {
        package let title: String
        package let tiles: [Tile]

        package init(title: String, tiles: [Tile]) {
            self.title = title
            self.tiles = tiles
        }
    }

    package let blocks: [Block]

    package init(blocks: [Block]) { self.blocks = blocks }

    private static let width = 360.0
    private static let columns = 8
    private static let tileHeight = 36.0
    private static let titleHeight = 22.0

    package func drawing(description: String) -> HTML {
        let step = Self.width / Double(Self.columns)
        var shapes: [HTML] = []
        var y = 0.0
        for block in blocks {
            shapes.append(SVG.text(1, y + 15, block.title, "label"))
            y += Self.titleHeight
            for (index, tile) in block.tiles.enumerated() {
                let column = Double(index % Self.columns)
                let row = Double(index / Self.columns)
                shapes.append(Self.draw(tile, x: column * step, y: y + row * Self.tileHeight, width: step))
            }
            y += Double((block.tiles.count + Self.columns - 1) / Self.columns) * Self.tileHeight + 6
        }
        return SVG.drawing(width: Self.width, height: max(y, 1), description: description, shapes)
    }

    private static func draw(_ tile: Tile, x: Double, y: Double, width: Double) -> HTML {
        return SVG.group(
            tile.style, title: tile.title,
            [
                SVG.box(x + 1, y + 1, width - 2, tileHeight - 2, "face"),
                SVG.text(x + 5, y + 13, tile.name, "tile-name"),
                SVG.text(x + width - 5, y + 29, tile.figure, "tile-figure", anchor: "end"),
            ])
    }
}
