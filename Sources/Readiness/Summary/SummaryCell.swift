/// What the households of one place, design and weight say, as counts.
package struct SummaryCell: Sendable, Equatable {
    /// What the households of a cell share.
    package struct Key: Hashable, Sendable {
        /// The code in each grouping that the codebook declares.
        package var groupings: [String?] = []
        package var formerWard: String?
        package var group: String?
        package var stratum: String?
        package var psu: String?
        /// nil where the survey has no weights: each household counts one.
        package var weight: Double?
        package var population: Double?

        package init() {}
    }

    package var households = 0
    /// By position among all indicators: households that answered, and of these, that say yes.
    package var known: [Int]
    package var yes: [Int]
    package var dossiers = DossierSums()

    package init() {
        known = Array(repeating: 0, count: Indicator.allCases.count)
        yes = known
    }

    package static func += (left: inout SummaryCell, right: SummaryCell) {
        left.households += right.households
        for place in left.known.indices {
            left.known[place] += right.known[place]
            left.yes[place] += right.yes[place]
        }
        left.dossiers += right.dossiers
    }
}

/// Sums over households that told both counts: x online, y in all.
package struct DossierSums: Sendable, Equatable {
    package var households = 0
    package var x = 0
    package var y = 0
    package var xx = 0
    package var yy = 0
    package var xy = 0

    package init() {}

    /// In the order of a document.
    package init(_ sums: [Int]) {
        precondition(sums.count == 6)
        (households, x, y) = (sums[0], sums[1], sums[2])
        (xx, yy, xy) = (sums[3], sums[4], sums[5])
    }

    @inline(__always)
    mutating func add(x own: Int, y all: Int) {
        households += 1
        x += own
        y += all
        xx += own * own
        yy += all * all
        xy += own * all
    }

    package static func += (left: inout DossierSums, right: DossierSums) {
        left.households += right.households
        left.x += right.x
        left.y += right.y
        left.xx += right.xx
        left.yy += right.yy
        left.xy += right.xy
    }
}

extension SummaryCell.Key {
    /// The order of cells in a document.
    static func isBefore(_ left: Self, _ right: Self) -> Bool {
        let (leftTexts, rightTexts) = (left.texts, right.texts)
        if leftTexts != rightTexts {
            return leftTexts.lexicographicallyPrecedes(rightTexts) { ($0 ?? "") < ($1 ?? "") }
        }
        return (left.weight ?? 0, left.population ?? 0) < (right.weight ?? 0, right.population ?? 0)
    }

    private var texts: [String?] { groupings + [formerWard, group, stratum, psu] }
}
