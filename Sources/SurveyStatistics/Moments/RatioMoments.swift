/// Sums over the cases of one cell that a mean, a share or a ratio Σ w·y ÷ Σ w·x and its variance are made of.
///
/// Whole numbers: adding two is exact and in any order the same. For a share y is 1 for yes, x is 1.
public struct RatioMoments: Sendable, Hashable {
    /// Rows with an answer.
    public var cases: Int
    /// Σ y, Σ x.
    public var y, x: Int
    /// Σ y², Σ x·y, Σ x².
    public var yy, xy, xx: Int

    /// Sums of products of cases.
    public init(cases: Int, y: Int, x: Int, yy: Int, xy: Int, xx: Int) {
        self.cases = cases
        self.y = y
        self.x = x
        self.yy = yy
        self.xy = xy
        self.xx = xx
    }

    /// Cases of which `yes` say yes.
    public init(cases: Int, yes: Int) {
        self.init(cases: cases, y: yes, x: cases, yy: yes, xy: yes, xx: cases)
    }

    /// Adds the cases of another cell.
    public static func += (left: inout RatioMoments, right: RatioMoments) {
        left.cases += right.cases
        left.y += right.y
        left.x += right.x
        left.yy += right.yy
        left.xy += right.xy
        left.xx += right.xx
    }
}

/// The households of a domain that share stratum, PSU and weight.
public struct MomentCell: Sendable {
    /// Position of the cell in its design.
    public let place: Int
    /// Households of the domain, with an answer or without.
    public let members: Int
    /// Sums over its members with an answer.
    public let moments: RatioMoments

    /// A cell's part of a domain; `members` nil: all have an answer.
    public init(place: Int, members: Int? = nil, moments: RatioMoments) {
        self.place = place
        self.members = members ?? moments.cases
        self.moments = moments
    }
}
