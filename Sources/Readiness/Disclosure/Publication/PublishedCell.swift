/// One cell of a public page, as it is printed.
package struct PublishedCell: Sendable, Equatable {
    /// What the page prints in the cell.
    package enum Content: Sendable, Equatable {
        /// A rate, and of how many households it is, to the nearest 5.
        case rate(PublishedPercent, base: Int)
        /// Nothing, as few say yes or few say no.
        case small
        /// Nothing, as it would tell a small cell of the same page.
        case protecting
        /// Nothing, as it would tell a small cell together with pages published earlier.
        case protectingOverTime
        /// Nothing, as the report itself shows no rate.
        case notEnough
        /// Nothing, as nobody answered.
        case noData
    }

    package let indicator: Indicator
    package let domain: DomainKey
    package var content: Content
    /// What the rate is above the plain weighted share of the households that answered, in shares of 1: missing
    /// answers are made up for.
    package let shift: Double

    package init(indicator: Indicator, domain: DomainKey, content: Content, shift: Double = 0) {
        self.indicator = indicator
        self.domain = domain
        self.content = content
        self.shift = shift
    }

    package var isShown: Bool {
        if case .rate = content { true } else { false }
    }

    /// Whether both are cells of one indicator and domain.
    package func isSameFigure(as other: PublishedCell) -> Bool {
        indicator == other.indicator && domain.kind == other.domain.kind && domain.code == other.domain.code
    }

    /// Whether a reader sees the same in both: why a cell is hidden for disclosure cannot be seen.
    package func looksLike(_ other: PublishedCell) -> Bool {
        isSameFigure(as: other) && content.seen == other.content.seen
    }
}

extension PublishedCell.Content {
    /// The same for all contents that look alike.
    fileprivate var seen: PublishedCell.Content {
        switch self {
        case .small, .protecting, .protectingOverTime: .small
        case .rate, .notEnough, .noData: self
        }
    }
}
