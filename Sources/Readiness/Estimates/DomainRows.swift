internal import SurveyData

/// The households of each domain, as positions in the survey.
struct DomainRows: Sendable {
    private let rows: [DomainKey.Kind: [String: [Int]]]

    init(_ survey: Survey) {
        let households = survey.households
        var rows: [DomainKey.Kind: [String: [Int]]] = [.all: ["": Array(households.indices)]]
        func add(_ row: Int, _ kind: DomainKey.Kind, _ code: String?) {
            if let code { rows[kind, default: [:]][code, default: []].append(row) }
        }
        for (row, household) in households.enumerated() {
            add(row, .formerWard, household.formerWard)
            add(row, .residentialGroup, household.group?.text)
            for type in household.types { add(row, .householdType, type.rawValue) }
            for procedure in household.procedures.value?.elements ?? [] {
                add(row, .procedure, procedure.rawValue)
            }
            for (grouping, code) in zip(survey.codebook.groupings, household.groupings) {
                add(row, .declared(grouping.name), code)
            }
        }
        self.rows = rows
    }

    /// Ascending; empty for a domain without a household.
    subscript(domain: DomainKey) -> [Int] { rows[domain.kind]?[domain.code] ?? [] }
}
