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
            cases: dossiers.filers, y: dossiers.x, x: dossiers.y, yy: dossiers.xx, xy: dossiers.xy,
            xx: dossiers.yy)
    }

    /// Households with a procedure that told whether they filed online, and of these, those that did.
    package var filing: (known: Int, online: Int) { (known[Self.filing], yes[Self.filing]) }

    mutating func setFiling(known answered: Int, online: Int) {
        known[Self.filing] = answered
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
    /// Households with a dossier.
    package var filers = 0

    package init() {}

    /// In the order of a document.
    package init(_ sums: [Int]) {
        precondition(sums.count == Self.listed)
        (households, x, y) = (sums[0], sums[1], sums[2])
        (xx, yy, xy, filers) = (sums[3], sums[4], sums[5], sums[6])
    }

    package static let listed = 7

    /// In the order of a document.
    package var list: [Int] { [households, x, y, xx, yy, xy, filers] }

    @inline(__always)
    mutating func add(x own: Int, y all: Int) {
        households += 1
        x += own
        y += all
        xx += own * own
        yy += all * all
        xy += own * all
        filers += all > 0 ? 1 : 0
    }

    package static func += (left: inout DossierSums, right: DossierSums) {
        left.households += right.households
        left.x += right.x
        left.y += right.y
        left.xx += right.xx
        left.yy += right.yy
        left.xy += right.xy
        left.filers += right.filers
    }
}
