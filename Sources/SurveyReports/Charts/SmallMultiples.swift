/// The same few bars for every part of the ward, side by side, on one scale: where the parts differ is seen at once.
package struct SmallMultiples: Sendable {
    package struct Panel: Sendable {
        package let title: String
        /// In the order of the steps; nil: not enough data.
        package let dots: [IntervalPlot.Dot?]

        package init(title: String, dots: [IntervalPlot.Dot?]) {
            self.title = title
            self.dots = dots
        }
    }

    package let panels: [Panel]
    package let numbers: NumberStyle

    package init(panels: [Panel], numbers: NumberStyle) {
        self.panels = panels
        self.numbers = numbers
    }

    private static let width = 360.0
    private static let columns = 2
    private static let rowHeight = 17.0
    private static let titleHeight = 22.0
    private static let gap = 12.0

    /// The drawing; `description` is read aloud in its place.
    package func drawing(description: String) -> HTML {
        let panelWidth = (Self.width - Self.gap) / Double(Self.columns)
        let rows = panels.map(\.dots.count).max() ?? 0
        let panelHeight = Self.titleHeight + Double(rows) * Self.rowHeight + Self.gap
        var shapes: [HTML] = []
        for (place, panel) in panels.enumerated() {
            let x = Double(place % Self.columns) * (panelWidth + Self.gap)
            let y = Double(place / Self.columns) * panelHeight
            shapes += draw(panel, x: x, y: y, width: panelWidth)
        }
        let lines = (panels.count + Self.columns - 1) / Self.columns
        return SVG.drawing(
            width: Self.width, height: max(1, Double(lines) * panelHeight), description: description, shapes)
    }

    private func draw(_ panel: Panel, x: Double, y: Double, width: Double) -> [HTML] {
        let start = x + 14
        let scale = width - 14 - 44
        var shapes = [SVG.text(x, y + 14, panel.title, "label")]
        for (step, dot) in panel.dots.enumerated() {
            let middle = y + Self.titleHeight + Double(step) * Self.rowHeight + Self.rowHeight / 2
            shapes.append(SVG.text(x, middle + 4, "\(step + 1)", "tick"))
            guard let dot else {
                shapes.append(SVG.line(start, middle, start + scale, middle, "nodata"))
                continue
            }
            shapes.append(SVG.box(start, middle - 5, max(0, dot.value * scale), 10, "bar"))
            shapes.append(
                SVG.line(start + dot.lower * scale, middle, start + dot.upper * scale, middle, "whisker"))
            shapes.append(
                SVG.text(x + width, middle + 4, numbers.wholePercent(dot.value), "note", anchor: "end"))
        }
        return shapes
    }
}
