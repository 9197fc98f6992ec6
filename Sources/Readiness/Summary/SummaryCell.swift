package import SurveyData

/// What the households of one place, design and weight say: all of them, and those of each kind apart.
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

    package private(set) var everyone = AnswerCounts()
    /// Households of each weighting class; classes without a household are absent.
    package private(set) var classes: [WeightingClass: ClassCounts] = [:]
    /// Procedures that no household had are absent. Only dossiers and who filed online are counted.
    package var procedures: [Procedure: AnswerCounts] = [:]

    package init() {}

    /// Adds households of a class.
    package mutating func add(_ own: WeightingClass, _ counts: ClassCounts) {
        classes[own, default: ClassCounts()] += counts
        everyone += counts.counts
    }

    package static func += (left: inout SummaryCell, right: SummaryCell) {
        for (own, counts) in right.classes { left.add(own, counts) }
        for (procedure, counts) in right.procedures {
            left.procedures[procedure, default: AnswerCounts()] += counts
        }
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

extension SummaryCell {
    /// Counts of one part; nil where no household is of it.
    func counts(ofPart part: Int) -> AnswerCounts? {
        if part == 0 { return everyone }
        if part > HouseholdType.allCases.count {
            return procedures[CellPart.procedures[part - 1 - HouseholdType.allCases.count]]
        }
        let type = HouseholdType.allCases[part - 1]
        let own = classes.filter { $0.key.isOf(type) }
        return own.isEmpty ? nil : own.values.reduce(into: AnswerCounts()) { $0 += $1.counts }
    }
}
