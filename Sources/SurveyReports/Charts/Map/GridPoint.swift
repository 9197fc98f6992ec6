/// A point of a drawing, in whole tenths of a unit: what two shapes share is equal to the last digit.
struct GridPoint: Hashable, Comparable, Sendable {
    /// Tenths of a unit to the right.
    let column: Int
    /// Tenths of a unit downwards.
    let row: Int

    /// Units.
    var x: Double { Double(column) / 10 }
    /// Units.
    var y: Double { Double(row) / 10 }

    /// The nearest point of the grid.
    init(x: Double, y: Double) {
        column = Int((x * 10).rounded())
        row = Int((y * 10).rounded())
    }

    static func < (left: GridPoint, right: GridPoint) -> Bool {
        (left.column, left.row) < (right.column, right.row)
    }
}
