internal import SurveyData

/// The households of each domain, as positions in the survey.
struct DomainRows: Sendable {
    private let rows: [DomainKey.Kind: [String: [Int]]]

    init(_ survey: Survey) {
        let table = survey.table
        let places = table.places
        var rows: [DomainKey.Kind: [String: [Int]]] = [
            .all: ["": Array(survey.rows.indices)],
            .formerWard: survey.positionsByFormerWard,
            .residentialGroup: survey.positions(
                places.codes, places.places.map { $0.group.map { [$0.text] } ?? [] }),
        ]
        if let procedures = table.coded(.procedures) {
            rows[.procedure] = survey.positions(
                procedures.codes,
                procedures.answers.map { answer in
                    answer.value.map { AnswerSet<Procedure>(bits: $0).elements.map(\.rawValue) } ?? []
                })
        }
        for (grouping, column) in zip(survey.codebook.groupings, table.groupings) {
            guard let column else { continue }
            rows[.declared(grouping.name)] = survey.positions(
                column.codes, column.answers.map { answer in answer.value.map { [$0] } ?? [] })
        }
        let parts = CellPart.bits(survey)
        rows[.householdType] = HouseholdType.allCases.reduce(into: [:]) { rows, type in
            let bit = CellPart.bit(of: type)
            rows[type.rawValue] = parts.indices.filter { parts[$0] & bit != 0 }
        }
        self.rows = rows
    }

    /// Ascending; empty for a domain without a household.
    subscript(domain: DomainKey) -> [Int] { rows[domain.kind]?[domain.code] ?? [] }
}
