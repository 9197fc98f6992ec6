extension SVG {
    /// Lines as one shape; each begins at a place of its own and goes on by steps, which takes fewer digits.
    static func path(_ lines: [[GridPoint]], isClosed: Bool, _ style: String) -> HTML {
        let data = lines.map { line -> String in
            guard var place = line.first else { return "" }
            var text = "M\(tenths(place.column)) \(tenths(place.row))"
            for (number, point) in line.dropFirst().enumerated() {
                text += number == 0 ? "l" : " "
                text += "\(tenths(point.column - place.column)) \(tenths(point.row - place.row))"
                place = point
            }
            return text + (isClosed ? "z" : "")
        }
        return .shape("path", [("d", data.joined()), ("class", style)])
    }

    /// A number of tenths as a decimal number.
    private static func tenths(_ number: Int) -> String {
        let sign = number < 0 ? "-" : ""
        let (whole, tenth) = number.magnitude.quotientAndRemainder(dividingBy: 10)
        return tenth == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(tenth)"
    }
}
