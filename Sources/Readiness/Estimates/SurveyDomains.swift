internal import SurveyData

/// The domains of a report and the cells of each.
struct SurveyDomains: Sendable {
    /// Which households of a cell belong to a domain.
    struct Part: Sendable {
        let cell: Int
        /// 0 for everyone, else a kind of household or a procedure (`CellPart`).
        let part: Int
    }

    /// In the order of tables: all, former wards, groups, household types, procedures, declared groupings.
    let list: [(key: DomainKey, parts: [Part])]

    /// `cells` in the order of the design.
    init(_ summary: SurveySummary, cells: [SummaryCell.Key]) {
        var list: [(key: DomainKey, parts: [Part])] = []
        func add(_ key: DomainKey, _ places: [Int], part: Int = 0) {
            list.append((key, places.map { Part(cell: $0, part: part) }))
        }
        let all = Array(cells.indices)
        add(.all, all)
        let byWard = Dictionary(grouping: all, by: { cells[$0].formerWard ?? "" })
        for ward in summary.formerWards {
            add(DomainKey(kind: .formerWard, code: ward, label: ward), byWard[ward] ?? [])
        }
        let byGroup = Dictionary(grouping: all, by: { cells[$0].group ?? "" })
        for group in summary.groups {
            add(
                DomainKey(kind: .residentialGroup, code: group.id.text, label: group.label),
                byGroup[group.id.text] ?? [])
        }
        for type in HouseholdType.allCases where summary.types.contains(type) {
            add(
                DomainKey(kind: .householdType, code: type.rawValue, label: type.rawValue), all,
                part: CellPart.place(of: type))
        }
        if summary.asksProcedures {
            for procedure in CellPart.procedures {
                add(
                    DomainKey(kind: .procedure, code: procedure.rawValue, label: procedure.rawValue), all,
                    part: CellPart.place(of: procedure))
            }
        }
        for (place, grouping) in summary.groupings.enumerated() {
            let byCode = Dictionary(grouping: all, by: { cells[$0].groupings[place] })
            for code in byCode.keys.compactMap(\.self).sorted(by: Self.isBefore) {
                add(
                    DomainKey(
                        kind: .declared(grouping.name), code: code, label: grouping.labels[code] ?? code),
                    byCode[code] ?? [])
            }
        }
        self.list = list
    }

    /// Numbers by size, before texts.
    private static func isBefore(_ left: String, _ right: String) -> Bool {
        switch (Int(left), Int(right)) {
        case (let left?, let right?) where left != right: left < right
        case (_?, nil): true
        case (nil, _?): false
        default: left < right
        }
    }
}

extension ResidentialGroup {
    /// The group's name with its former ward, since names recur ("Tổ 3 (An Lạc)").
    package var label: String { formerWard.isEmpty ? name : "\(name) (\(formerWard))" }
}
