/// A whole percentage that is never 0 or 100 where somebody says otherwise.
package enum PublishedPercent: Sendable, Equatable {
    /// 1…99 percent, to the nearest; upwards from the middle.
    case whole(Int)
    /// Under half a percent, but not nothing.
    case underOne
    /// At least 99.5 percent, but not all.
    case overNinetyNine

    /// The percentage of two rounded numbers, 0 < count < base.
    init(_ count: Int, of base: Int) {
        let nearest = (200 * count + base) / (2 * base)
        self = nearest < 1 ? .underOne : nearest > 99 ? .overNinetyNine : .whole(nearest)
    }

    /// A share of which it is known that some say yes and some no.
    package init(share: Double) {
        let nearest = Int((share * 100).rounded())
        self = nearest < 1 ? .underOne : nearest > 99 ? .overNinetyNine : .whole(nearest)
    }

    /// Percent, 0…100, for differences of months.
    package var nearest: Int {
        switch self {
        case .whole(let percent): percent
        case .underOne: 0
        case .overNinetyNine: 100
        }
    }
}
