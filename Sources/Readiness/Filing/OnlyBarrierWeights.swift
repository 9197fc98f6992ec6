internal import SurveyStatistics

/// What households with complete answers count for, so that they stand for those of their group and kind without.
///
/// A class of a group and kinds of household with under five complete households, or in which each would count over
/// three times, is folded with others of its former ward, then with others of its kinds, then with all that are left.
///
/// - Source: methods as for weighting-class adjustment, J. T. Lessler, W. D. Kalsbeek, Nonsampling Error in Surveys
///   (1992), 8.
struct OnlyBarrierWeights: Sendable {
    /// Σ w of all households of a class, and of those with complete answers; how many these are.
    struct Class: Sendable {
        fileprivate(set) var all = 0.0
        fileprivate(set) var complete = 0.0
        fileprivate var households = 0

        /// What a complete household counts for.
        var factor: Double { complete > 0 ? all / complete : 0 }
        fileprivate var isUsable: Bool {
            households >= OnlyBarrierWeights.fewest && factor <= OnlyBarrierWeights.highestFactor
        }

        fileprivate static func += (left: inout Class, right: Class) {
            left.all += right.all
            left.complete += right.complete
            left.households += right.households
        }
    }

    private static let fewest = 5
    private static let highestFactor = 3.0

    let classes: [Class]
    /// By design cell, then weighting class: the position of the class.
    private let places: [[WeightingClass: Int]]

    init(_ design: WardDesign) {
        var groups: [FoldKey: Class] = [:]
        var keys: [(cell: Int, key: FoldKey)] = []
        for (place, cell) in design.cells.enumerated() {
            let weight = design.moments.weight(ofCell: place)
            for own in design.classes(of: .init(cell: place, part: 0)) {
                let fold = FoldKey(ward: cell.key.formerWard, group: cell.key.group, own: own.own)
                for told in own.filing {
                    var sums = Class()
                    sums.all = weight * Double(told.count)
                    if told.answers.tellsAllSteps {
                        (sums.complete, sums.households) = (sums.all, told.count)
                    }
                    groups[fold, default: Class()] += sums
                }
                keys.append((place, fold))
            }
        }
        var folded: [FoldKey: FoldKey] = [:]
        for level in FoldKey.Level.allCases {
            for key in groups.keys.sorted() where groups[key]?.isUsable == false {
                guard let wider = key.widened(to: level), let own = groups.removeValue(forKey: key) else {
                    continue
                }
                groups[wider, default: Class()] += own
                folded[key] = wider
            }
        }
        let order = groups.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        classes = order.map { groups[$0] ?? Class() }
        var places: [[WeightingClass: Int]] = design.cells.map { _ in [:] }
        for (cell, key) in keys {
            var last = key
            while let wider = folded[last] { last = wider }
            places[cell][key.own] = numbers[last]
        }
        self.places = places
    }

    /// The class of a cell's households of a weighting class, which must have some.
    func place(cell: Int, _ own: WeightingClass) -> Int { places[cell][own] ?? 0 }
}

/// Households that are folded together: of a group and kinds; of a former ward and kinds; of kinds; all.
private struct FoldKey: Hashable, Comparable {
    enum Level: Int, CaseIterable {
        case formerWard, types, all
    }

    private var level = -1
    private var ward, group: String?
    private(set) var own: WeightingClass

    init(ward: String?, group: String?, own: WeightingClass) {
        self.ward = ward
        self.group = group
        self.own = own
    }

    /// nil where it is as wide already.
    func widened(to level: Level) -> FoldKey? {
        guard self.level < level.rawValue else { return nil }
        var wider = self
        wider.level = level.rawValue
        wider.group = nil
        if level != .formerWard { wider.ward = nil }
        if level == .all { wider.own = WeightingClass(bits: 0) }
        return wider
    }

    static func < (left: FoldKey, right: FoldKey) -> Bool {
        (left.level, left.ward ?? "", left.group ?? "", left.own)
            < (right.level, right.ward ?? "", right.group ?? "", right.own)
    }
}
