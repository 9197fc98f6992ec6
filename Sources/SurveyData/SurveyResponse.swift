/// How many of the households that were drawn answered.
package struct SurveyResponse: Sendable, Equatable {
    package let interviewed, refused, notHome, moved: Int

    /// Interviews ÷ (interviews + refusals + nobody at home); who moved away was none of the households to ask. nil
    /// of none.
    ///
    /// - Source: AAPOR, Standard Definitions (2023), response rate 1.
    package var rate: Double? {
        let asked = interviewed + refused + notHome
        return asked > 0 ? Double(interviewed) / Double(asked) : nil
    }
}

extension Survey {
    /// What came of the households drawn, each once; nil where the survey does not say (no `contact_result`).
    package var response: SurveyResponse? {
        guard let results = table.coded(.contactResult) else { return nil }
        let interviewed = Set(sample.households.map(\.id))
        var others: [HouseholdID: ContactResult] = [:]
        for row in withoutInterview {
            let id = table.ids[Int(row)]
            guard !interviewed.contains(id), let bits = results[Int(row)].value else { continue }
            let result = ContactResult.allCases[Int(bits)]
            // Of several visits a refusal says most.
            others[id] = others[id].map { $0.place < result.place ? $0 : result } ?? result
        }
        func count(_ result: ContactResult) -> Int { others.values.count { $0 == result } }
        return SurveyResponse(
            interviewed: interviewed.count, refused: count(.refused), notHome: count(.notHome),
            moved: count(.moved))
    }
}
