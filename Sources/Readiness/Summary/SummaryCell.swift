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

    package var everyone = AnswerCounts()
    /// Kinds without a household are absent. A household may be of several.
    package var types: [HouseholdType: AnswerCounts] = [:]
    /// Procedures that no household had are absent. Only dossiers and who filed online are counted.
    package var procedures: [Procedure: AnswerCounts] = [:]

    package init() {}

    package static func += (left: inout SummaryCell, right: SummaryCell) {
        left.everyone += right.everyone
        for (type, counts) in right.types { left.types[type, default: AnswerCounts()] += counts }
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

/// The kinds of household and the procedures that a cell counts apart, in their order.
enum CellPart {
    /// 0: everyone; then household types; then procedures.
    static let count = 1 + HouseholdType.allCases.count + procedures.count
    static let procedures = Procedure.allCases.filter { $0 != .none }

    /// What procedures are counted for.
    static let ofProcedures = Indicator.allCases.firstIndex(of: .onlineUptakeHouseholds) ?? 0

    static func place(of type: HouseholdType) -> Int {
        1 + (HouseholdType.allCases.firstIndex(of: type) ?? 0)
    }

    static func place(of procedure: Procedure) -> Int {
        1 + HouseholdType.allCases.count + (procedures.firstIndex(of: procedure) ?? 0)
    }

    /// A bit for each part that a household belongs to, everyone among them.
    static func bits(_ household: Household) -> UInt32 {
        var bits: UInt32 = 1
        for type in household.types { bits |= 1 << UInt32(place(of: type)) }
        for procedure in procedures where household.procedures.value?.contains(procedure) == true {
            bits |= 1 << UInt32(place(of: procedure))
        }
        return bits
    }

    /// The parts that are procedures.
    static let procedureBits: UInt32 = procedures.reduce(0) { $0 | 1 << UInt32(place(of: $1)) }
}

extension SummaryCell {
    /// A cell of counts by part; parts without a household are left out.
    init(parts: [AnswerCounts]) {
        everyone = parts[0]
        for type in HouseholdType.allCases where parts[CellPart.place(of: type)].households > 0 {
            types[type] = parts[CellPart.place(of: type)]
        }
        for procedure in CellPart.procedures where parts[CellPart.place(of: procedure)].households > 0 {
            procedures[procedure] = parts[CellPart.place(of: procedure)]
        }
    }

    /// Counts of one part; nil where no household is of it.
    func counts(ofPart part: Int) -> AnswerCounts? {
        if part == 0 { return everyone }
        if part <= HouseholdType.allCases.count { return types[HouseholdType.allCases[part - 1]] }
        return procedures[CellPart.procedures[part - 1 - HouseholdType.allCases.count]]
    }
}
