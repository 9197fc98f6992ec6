internal import SurveyData

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

    /// Of one household: its weighting class, then a bit for each procedure that it had.
    static func bits(_ household: Household) -> UInt64 {
        var bits = UInt64(WeightingClass(household).bits)
        for procedure in procedures where household.procedures.value?.contains(procedure) == true {
            bits |= bit(of: procedure)
        }
        return bits
    }

    /// The bit of a kind of household among `bits`.
    static func bit(of type: HouseholdType) -> UInt64 {
        1 << UInt64(HouseholdType.allCases.firstIndex(of: type) ?? 0)
    }

    /// The bit of a procedure among `bits`; none of "none".
    static func bit(of procedure: Procedure) -> UInt64 {
        procedures.firstIndex(of: procedure).map { 1 << UInt64(WeightingClass.bitCount + $0) } ?? 0
    }
}

extension CellPart {
    /// Of each household of a survey, in its order: a bit for each kind of household that it is of, and for each
    /// procedure that it had.
    static func bits(_ survey: Survey) -> [UInt64] {
        let (table, rows) = (survey.table, survey.rows)
        var parts = Array(repeating: UInt64(0), count: rows.count)
        for variable in [Variable.womenHeaded, .children, .procedures] {
            guard let column = TallyPlan.AnsweredColumn(variable, table, indicators: IndicatorBits()) else {
                continue
            }
            for (place, row) in rows.enumerated() { parts[place] |= column.kinds[column.codes[Int(row)]][1] }
        }
        if let size = TallyPlan.CountColumn(.householdSize, table, missing: .infinity),
            let older = TallyPlan.CountColumn(.people60Plus, table, missing: -1)
        {
            let bit = bit(of: .only60Plus)
            for (place, row) in rows.enumerated()
            where older.numbers[older.codes[Int(row)]] >= size.numbers[size.codes[Int(row)]] {
                parts[place] |= bit
            }
        }
        return parts
    }
}
