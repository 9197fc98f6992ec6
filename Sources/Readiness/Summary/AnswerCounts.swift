internal import SurveyStatistics

/// What some households say, as counts.
package struct AnswerCounts: Sendable, Equatable {
    package var households = 0
    /// By position among all indicators: households that answered, and of these, that say yes.
    package var known: [Int]
    package var yes: [Int]
    package var dossiers = DossierSums()

    package init() {
        known = Array(repeating: 0, count: Indicator.allCases.count)
        yes = known
    }

    package static func += (left: inout AnswerCounts, right: AnswerCounts) {
        left.households += right.households
        for place in left.known.indices {
            left.known[place] += right.known[place]
            left.yes[place] += right.yes[place]
        }
        left.dossiers += right.dossiers
    }

    /// The sums that a figure and its variance are made of.
    func moments(of indicator: Indicator, place: Int) -> RatioMoments {
        guard indicator.isDossierRatio else { return RatioMoments(cases: known[place], yes: yes[place]) }
        return RatioMoments(
            cases: filers, y: dossiers.x, x: dossiers.y, yy: dossiers.xx, xy: dossiers.xy, xx: dossiers.yy)
    }

    /// Households with a dossier that told both counts, and of these, those with one online.
    package var filers: Int { known[Self.filing] }
    package var onlineFilers: Int { yes[Self.filing] }

    mutating func setFilers(_ filers: Int, online: Int) {
        known[Self.filing] = filers
        yes[Self.filing] = online
    }

    private static let filing = Indicator.allCases.firstIndex(of: .onlineUptakeHouseholds) ?? 0
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

    /// In the order of a document.
    package var list: [Int] { [households, x, y, xx, yy, xy] }

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
