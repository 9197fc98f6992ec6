/// A dot with its interval a row: the chart for shares. Labels stand above their line, so that it reads at
/// 360 pixels and printed alike.
package struct IntervalPlot: Sendable {
    package struct Row: Sendable {
        package let label: String
        /// The figure in words ("41,2 % (39,5–42,9)"), or why there is none.
        package let note: String
        /// nil: drawn as "not enough data".
        package let dot: Dot?

        package init(label: String, note: String, dot: Dot?) {
            self.label = label
            self.note = note
            self.dot = dot
        }
    }

    /// Shares, 0…1.
    package struct Dot: Sendable {
        package let value, lower, upper: Double

        package init(value: Double, lower: Double, upper: Double) {
            self.value = value
            self.lower = lower
            self.upper = upper
        }
    }

    package let rows: [Row]
    /// A line to compare the first row with, 0…1, and what it is.
    package let reference: (share: Double, label: String)?
    /// Draws bars from 0: for a cascade, where what is lost matters.
    package let hasBars: Bool

    package init(rows: [Row], reference: (share: Double, label: String)? = nil, hasBars: Bool = false) {
        self.rows = rows
        self.reference = reference
        self.hasBars = hasBars
    }

    private static let width = 360.0
    private static let rowHeight = 42.0
    private static let margin = 6.0

    /// The drawing; `description` is read aloud in its place.
    package func drawing(description: String) -> HTML {
        let top = reference == nil ? 4.0 : 20.0
        let height = top + Double(rows.count) * Self.rowHeight + 18
        var shapes: [HTML] = []
        shapes += axis(top: top, bottom: height - 16)
        for (index, row) in rows.enumerated() {
            shapes += draw(row, y: top + Double(index) * Self.rowHeight, isCompared: index == 0)
        }
        return SVG.drawing(width: Self.width, height: height, description: description, shapes)
    }

    private func x(_ share: Double) -> Double {
        Self.margin + min(max(share, 0), 1) * (Self.width - 2 * Self.margin)
    }

    private func axis(top: Double, bottom: Double) -> [HTML] {
        var shapes: [HTML] = []
        for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
            shapes.append(SVG.line(x(tick), top, x(tick), bottom, "grid"))
            let anchor = tick == 0 ? "start" : tick == 1 ? "end" : "middle"
            shapes.append(SVG.text(x(tick), bottom + 12, "\(Int(tick * 100))", "tick", anchor: anchor))
        }
        if let reference {
            shapes.append(SVG.line(x(reference.share), top - 6, x(reference.share), top, "reference"))
            shapes.append(
                SVG.text(
                    x(reference.share), top - 8, reference.label, "reference-label",
                    anchor: reference.share > 0.6 ? "end" : "start"))
        }
        return shapes
    }

    private func draw(_ row: Row, y: Double, isCompared: Bool) -> [HTML] {
        let line = y + 29
        var shapes = [
            SVG.text(x(0), y + 14, row.label, "label"),
            SVG.text(x(1), y + 14, row.note, row.dot == nil ? "note nodata" : "note", anchor: "end"),
        ]
        if isCompared, let reference {
            shapes.append(SVG.line(x(reference.share), line - 9, x(reference.share), line + 9, "reference"))
        }
        guard let dot = row.dot else {
            shapes.append(SVG.line(x(0), line, x(1), line, "nodata"))
            return shapes
        }
        if hasBars {
            shapes.append(SVG.box(x(0), line - 6, max(0, x(dot.value) - x(0)), 12, "bar"))
        }
        shapes.append(SVG.line(x(dot.lower), line, x(dot.upper), line, hasBars ? "whisker" : "interval"))
        shapes.append(SVG.circle(x(dot.value), line, hasBars ? 3 : 5, "dot"))
        return shapes
    }
}
