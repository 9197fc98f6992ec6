internal import Foundation

/// The few shapes that our charts are drawn with. Colours and type come from classes in the style sheet.
enum SVG {
    static func drawing(width: Double, height: Double, description: String, _ shapes: [HTML]) -> HTML {
        .element(
            "svg",
            [
                ("viewBox", "0 0 \(number(width)) \(number(height))"), ("role", "img"),
                ("aria-label", description), ("xmlns", "http://www.w3.org/2000/svg"),
            ], shapes)
    }

    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) -> HTML {
        .shape(
            "line",
            [
                ("x1", number(x1)), ("y1", number(y1)), ("x2", number(x2)), ("y2", number(y2)),
                ("class", style),
            ])
    }

    static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String) -> HTML {
        .shape(
            "rect",
            [
                ("x", number(x)), ("y", number(y)), ("width", number(width)), ("height", number(height)),
                ("class", style),
            ])
    }

    static func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String) -> HTML {
        .shape("circle", [("cx", number(x)), ("cy", number(y)), ("r", number(radius)), ("class", style)])
    }

    static func text(_ x: Double, _ y: Double, _ text: String, _ style: String, anchor: String = "start")
        -> HTML
    {
        .element(
            "text", [("x", number(x)), ("y", number(y)), ("class", style), ("text-anchor", anchor)],
            text: text)
    }

    static func group(_ style: String, title: String, _ shapes: [HTML]) -> HTML {
        .element("g", [("class", style)], [.element("title", text: title)] + shapes)
    }

    private static func number(_ value: Double) -> String {
        let text = String(format: "%.1f", value)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
