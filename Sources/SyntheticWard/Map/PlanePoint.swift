/// A point of a plane, in metres.
struct PlanePoint: Hashable, Comparable {
    let x, y: Double

    static func < (left: PlanePoint, right: PlanePoint) -> Bool { (left.x, left.y) < (right.x, right.y) }

    /// Above 0 where the turn from `self` by `one` to `two` goes left.
    func turn(_ one: PlanePoint, _ two: PlanePoint) -> Double {
        (one.x - x) * (two.y - y) - (one.y - y) * (two.x - x)
    }

    func squaredDistance(_ other: PlanePoint) -> Double {
        (other.x - x) * (other.x - x) + (other.y - y) * (other.y - y)
    }
}
