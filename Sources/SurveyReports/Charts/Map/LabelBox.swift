/// The room that a line of text takes in a drawing, in units.
struct LabelBox {
    /// The middle.
    let x, y: Double
    let left, top, right, bottom: Double

    init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        left = x - width / 2
        right = x + width / 2
        top = y - height / 2
        bottom = y + height / 2
    }

    func overlaps(_ other: LabelBox) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// The same with all lengths across and down multiplied.
    func scaled(x: Double, y: Double) -> LabelBox {
        LabelBox(x: self.x * x, y: self.y * y, width: (right - left) * x, height: (bottom - top) * y)
    }

    /// Half the side of the largest square around a point outside that does not touch the box; negative inside.
    func squareRoom(x: Double, y: Double) -> Double { max(left - x, x - right, top - y, y - bottom) }

    /// How wide a text is at most, by rule of thumb: the type is the reader's.
    static func width(_ text: String, size: Double, isBold: Bool) -> Double {
        Double(text.count) * size * (isBold ? 0.68 : 0.62)
    }
}
