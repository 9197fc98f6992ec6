internal import SurveyData

/// The households of each domain, as positions in the survey.
struct DomainRows: Sendable {
    private let rows: [DomainKey.Kind: [String: [Int]]]

    init(_ survey: Survey) {
        let table = survey.table
        var rows: [DomainKey.Kind: [String: [Int]]] = [.all: ["": Array(survey.rows.indices)]]
        /// Adds the rows of each code to the domains that the code stands for.
        func add(_ kind: DomainKey.Kind, _ codes: CodeList, _ domains: [[String]]) {
            var byCode: [[Int]] = domains.map { _ in [] }
            for (place, row) in survey.rows.enumerated() { byCode[codes[Int(row)]].append(place) }
            // Several codes may be one domain.
            var found: [String: [[Int]]] = [:]
            for (code, own) in zip(domains, byCode) where !own.isEmpty {
                for domain in code { found[domain, default: []].append(own) }
            }
            rows[kind] = found.mapValues { $0.count == 1 ? $0[0] : $0.flatMap(\.self).sorted() }
        }
        let places = table.places
        add(.formerWard, places.codes, places.places.map { $0.formerWard.map { [$0] } ?? [] })
        add(.residentialGroup, places.codes, places.places.map { $0.group.map { [$0.text] } ?? [] })
        if let procedures = table.coded(.procedures) {
            add(
                .procedure, procedures.codes,
                procedures.answers.map { answer in
                    answer.value.map { AnswerSet<Procedure>(bits: $0).elements.map(\.rawValue) } ?? []
                })
        }
        for (grouping, column) in zip(survey.codebook.groupings, table.groupings) {
            guard let column else { continue }
            add(
                .declared(grouping.name), column.codes,
                column.answers.map { answer in answer.value.map { [$0] } ?? [] })
        }
        for (place, household) in survey.households.enumerated() {
            for type in household.types {
                rows[.householdType, default: [:]][type.rawValue, default: []].append(place)
            }
        }
        self.rows = rows
    }

    /// Ascending; empty for a domain without a household.
    subscript(domain: DomainKey) -> [Int] { rows[domain.kind]?[domain.code] ?? [] }
}
