/// What an estimate's influence values add up to in one cell of a design, for a domain.
public struct ScoreCell: Sendable {
    /// Position of the cell in its design.
    public let place: Int
    /// Households of the domain, and of these, those with an answer.
    public let members, cases: Int
    /// Σ z and Σ z² over the households: by how much one more of its kind would move the estimate. Weights not
    /// included.
    public let total, squares: Double

    /// A cell's part of a domain.
    public init(place: Int, members: Int, cases: Int, total: Double, squares: Double) {
        self.place = place
        self.members = members
        self.cases = cases
        self.total = total
        self.squares = squares
    }
}
