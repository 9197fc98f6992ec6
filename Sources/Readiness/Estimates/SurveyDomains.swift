internal import SurveyData

/// The domains of a report and the rows of each, sorted.
struct SurveyDomains: Sendable {
    /// In the order of tables: all, former wards, groups, household types, procedures, declared groupings.
    let list: [(key: DomainKey, rows: [Int])]

    init(_ survey: Survey) {
        let households = survey.households
        var list: [(key: DomainKey, rows: [Int])] = [(.all, Array(households.indices))]
        let byWard = Dictionary(grouping: households.indices, by: { households[$0].formerWard ?? "" })
        let wards = survey.registry.formerWards.filter { !$0.isEmpty }
        let named = wards.isEmpty ? byWard.keys.filter { !$0.isEmpty }.sorted() : wards
        for ward in named {
            list.append((DomainKey(kind: .formerWard, code: ward, label: ward), byWard[ward] ?? []))
        }
        let byGroup = Dictionary(grouping: households.indices, by: { households[$0].group })
        for group in survey.registry.groups {
            let key = DomainKey(kind: .residentialGroup, code: group.id.text, label: group.label)
            list.append((key, byGroup[group.id] ?? []))
        }
        let types = households.map(\.types)
        for type in HouseholdType.allCases {
            let rows = households.indices.filter { types[$0].contains(type) }
            if !rows.isEmpty {
                list.append(
                    (DomainKey(kind: .householdType, code: type.rawValue, label: type.rawValue), rows))
            }
        }
        if survey.asked.contains(.procedures) {
            for procedure in Procedure.allCases where procedure != .none {
                let rows = households.indices.filter {
                    households[$0].procedures.value?.contains(procedure) == true
                }
                let key = DomainKey(kind: .procedure, code: procedure.rawValue, label: procedure.rawValue)
                list.append((key, rows))
            }
        }
        for (place, grouping) in survey.codebook.groupings.enumerated() {
            let byCode = Dictionary(grouping: households.indices, by: { households[$0].groupings[place] })
            for code in byCode.keys.compactMap(\.self).sorted(by: Self.isBefore) {
                let key = DomainKey(
                    kind: .declared(grouping.name), code: code, label: grouping.labels[code] ?? code)
                list.append((key, byCode[code] ?? []))
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
