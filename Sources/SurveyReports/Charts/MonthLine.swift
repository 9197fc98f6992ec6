/// One figure month by month, each with its interval: a step between two months is seen beside the doubt of both.
package struct MonthLine: Sendable {
    package struct Month: Sendable {
        package let label: String
        /// The figure in words.
        package let note: String
        package let dot: IntervalPlot.Dot

        package init(label: String, note: String, dot: IntervalPlot.Dot) {
            self.label = label
            self.note = note
            self.dot = dot
        }
    }

    /// At least two, the oldest first.
    package let months: [Month]
    /// A line to compare with, 0…1, and what it is.
    package let reference: (share: Double, label: String)?

    package init(months: [Month], reference: (share: Double, label: String)?) {
        self.months = months
        self.reference = reference
    }

    private static let width = 360.0
    private static let height = 190.0
    private static let top = 18.0
    private static let bottom = 150.0

    /// The drawing; `description` is read aloud in its place.
    package func drawing(description: String) -> HTML {
        var shapes: [HTML] = []
        for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
            shapes.append(SVG.line(28, y(tick), Self.width, y(tick), "grid"))
            shapes.append(SVG.text(24, y(tick) + 3.5, "\(Int(tick * 100))", "tick", anchor: "end"))
        }
        if let reference {
            shapes.append(
                SVG.line(28, y(reference.share), Self.width, y(reference.share), "reference"))
            shapes.append(
                SVG.text(
                    Self.width, y(reference.share) - 5, reference.label, "reference-label", anchor: "end"))
        }
        for (place, month) in months.enumerated().dropFirst() {
            let before = months[place - 1]
            shapes.append(
                SVG.line(x(place - 1), y(before.dot.value), x(place), y(month.dot.value), "whisker"))
        }
        for (place, month) in months.enumerated() {
            shapes.append(SVG.line(x(place), y(month.dot.lower), x(place), y(month.dot.upper), "interval"))
            shapes.append(SVG.circle(x(place), y(month.dot.value), 5, "dot"))
            shapes.append(SVG.text(x(place), Self.bottom + 18, month.label, "label", anchor: "middle"))
            shapes.append(SVG.text(x(place), Self.bottom + 34, month.note, "note", anchor: "middle"))
        }
        return SVG.drawing(width: Self.width, height: Self.height, description: description, shapes)
    }

    private func x(_ place: Int) -> Double {
        // Room for a label under the first and the last.
        let step = months.count > 1 ? 200.0 / Double(months.count - 1) : 0
        return 94 + Double(place) * step
    }

    private func y(_ share: Double) -> Double {
        Self.bottom - min(max(share, 0), 1) * (Self.bottom - Self.top)
    }
}
