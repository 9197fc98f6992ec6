internal import SurveyData
package import SurveyStatistics

/// The sampling design of a survey, bound once, as cells.
package struct WardDesign: Sendable {
    /// Where the weights come from: what the figures may claim.
    package enum Weighting: String, Sendable, Codable {
        /// A weight column of the survey.
        case column
        /// N_g ÷ n_g from the ward's registry, drawn at random inside each group.
        case registry
        /// Every household counts one: the figures speak for those asked.
        case equal
    }

    package let weighting: Weighting
    let moments: MomentDesign
    /// In the order of the design's cells: by stratum, PSU, then as in a document.
    let cells: [(key: SummaryCell.Key, cell: SummaryCell)]
    let rule: DesignRule
    /// By cell: its weighting classes, ascending.
    private let classes: [[ClassOfCell]]

    /// What the households of one weighting class in one cell say.
    struct ClassOfCell: Sendable {
        let own: WeightingClass
        let counts: AnswerCounts
        /// Ascending by answers.
        let filing: [FilingCounts.Count]
        /// By base of indicators: how many are known to be out of it.
        let outside: [Int]

        init(_ own: WeightingClass, _ told: ClassCounts) {
            self.own = own
            counts = told.counts
            filing = told.filing.sorted
            var outside = IndicatorBase.allCases.map { _ in 0 }
            for told in filing {
                for base in IndicatorBase.allCases where base.leavesOut(told.answers) {
                    outside[base.rawValue] += told.count
                }
            }
            self.outside = outside
        }
    }

    /// The classes of a part of a cell; none of a procedure.
    func classes(of part: SurveyDomains.Part) -> [ClassOfCell] {
        guard part.part <= HouseholdType.allCases.count else { return [] }
        if part.part == 0 { return classes[part.cell] }
        return classes[part.cell].filter { $0.own.isOf(HouseholdType.allCases[part.part - 1]) }
    }

    package var strata: Int { moments.strataCount }
    package var psus: Int { moments.psuCount }
    package var degreesOfFreedom: Int { moments.degreesOfFreedom }

    /// - Throws: `DesignError` where weights or population sizes make no design.
    package init(_ summary: SurveySummary) throws(DesignError) {
        let rule = DesignRule(summary)
        let placed = summary.sortedCells.map { (place: rule.place(of: $0.key), key: $0.key, cell: $0.value) }
        let strata = Numbering(placed.map(\.place.stratum))
        let hasPSUs = placed.contains { $0.place.psu != nil }
        let psus = Numbering(placed.map { PSUKey(stratum: strata[$0.place.stratum], psu: $0.place.psu) })
        let sorted = placed.enumerated().sorted { left, right in
            (order(left.element), left.offset) < (order(right.element), right.offset)
        }
        func order(_ cell: (place: DesignRule.Place, key: SummaryCell.Key, cell: SummaryCell)) -> Int {
            psus[PSUKey(stratum: strata[cell.place.stratum], psu: cell.place.psu)]
        }
        self.rule = rule
        weighting = rule.weighting
        cells = sorted.map { ($0.element.key, $0.element.cell) }
        classes = sorted.map { cell in
            cell.element.cell.classes.sorted { $0.key < $1.key }.map {
                ClassOfCell($0.key, $0.value)
            }
        }
        moments = MomentDesign(
            cells: sorted.map { cell in
                .init(
                    stratum: strata[cell.element.place.stratum], weight: cell.element.place.weight,
                    psu: hasPSUs ? order(cell.element) : nil,
                    households: cell.element.cell.everyone.households)
            },
            strata: try Self.strata(placed.map { ($0.place, $0.cell.everyone.households) }, strata, hasPSUs),
            lonelyPSU: .adjust)
    }

    private struct PSUKey: Hashable, Comparable {
        let stratum: Int
        let psu: String?

        static func < (left: PSUKey, right: PSUKey) -> Bool {
            (left.stratum, left.psu ?? "") < (right.stratum, right.psu ?? "")
        }
    }

    private static func strata(
        _ cells: [(place: DesignRule.Place, households: Int)], _ numbering: Numbering<String?>,
        _ hasPSUs: Bool
    ) throws(DesignError) -> [MomentDesign.Stratum] {
        var psus: [Set<String?>] = Array(repeating: [], count: numbering.count)
        var households = Array(repeating: 0, count: numbering.count)
        var populations: [Double?] = Array(repeating: nil, count: numbering.count)
        for (place, count) in cells {
            let stratum = numbering[place.stratum]
            psus[stratum].insert(place.psu)
            households[stratum] += count
            if let population = place.population {
                guard population > 0, populations[stratum] ?? population == population else {
                    throw .populationsDiffer(stratum: place.stratum ?? "")
                }
                populations[stratum] = population
            }
        }
        var strata: [MomentDesign.Stratum] = []
        for stratum in 0..<numbering.count {
            let sampled = hasPSUs ? psus[stratum].count : households[stratum]
            if let population = populations[stratum], population > 1, Double(sampled) > population {
                throw .sampleOverPopulation(stratum: stratum, sampled: sampled, population: population)
            }
            strata.append(.init(sampledPSUs: sampled, population: populations[stratum]))
        }
        return strata
    }
}

/// Numbers for labels, by their sorted order, so that the order in a file does not matter.
struct Numbering<Label: Hashable>: Sendable where Label: Sendable {
    private let places: [Label: Int]

    var count: Int { places.count }

    /// The label must be one that was numbered.
    subscript(label: Label) -> Int { places[label] ?? 0 }
}

extension Numbering where Label: Comparable {
    init(_ labels: [Label]) { self.init(sorted: Set(labels).sorted()) }
}

extension Numbering where Label == String? {
    /// No label stands first.
    init(_ labels: [String?]) { self.init(sorted: Set(labels).sorted { ($0 ?? "") < ($1 ?? "") }) }
}

extension Numbering {
    private init(sorted: [Label]) {
        places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element, $0.offset) })
    }
}
