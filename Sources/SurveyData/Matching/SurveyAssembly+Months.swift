extension SurveyAssembly {
    /// Some of the files alone, in their order.
    private func keeping(_ places: [Int]) -> SurveyAssembly {
        var kept = self
        kept.parts = places.enumerated().map { new, old in
            var part = parts[old]
            for draft in part.drafts.indices { part.drafts[draft].source.file = new }
            return part
        }
        return kept
    }

    /// The survey of `month` and, where other files hold an earlier month, the survey of the latest of these.
    ///
    /// A file is of the month that most of its households are of; one that holds any household of `month` is read for
    /// it too, the others' rows being set aside there as `otherMonth`.
    ///
    /// - Throws: `SurveyError` `.ambiguousDates`, `.severalMonths`.
    package consuming func months(_ month: String?) throws -> SurveyMonths {
        guard let month, parts.count > 1 else {
            return SurveyMonths(survey: try survey(month: month), previous: nil, unused: [])
        }
        let order = try dateOrder(month: month)
        let found = parts.map { part in part.drafts.compactMap { $0.date?.date(order)?.monthText } }
        let own = parts.indices.filter { found[$0].isEmpty || found[$0].contains(month) }
        let most = found.map(Self.mostFrequent)
        guard !own.isEmpty, let earlier = most.compactMap(\.self).filter({ $0 < month }).max() else {
            return SurveyMonths(survey: try survey(month: month), previous: nil, unused: [])
        }
        let before = parts.indices.filter { most[$0] == earlier }
        let unused = parts.indices.filter { !own.contains($0) && !before.contains($0) }.map { parts[$0].file }
        let previous = try keeping(before).survey(month: earlier, order: order)
        return SurveyMonths(
            survey: try keeping(own).survey(month: month, order: order), previous: previous, unused: unused)
    }

    private static func mostFrequent(_ months: [String]) -> String? {
        let counts = months.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return counts.keys.sorted().max { counts[$0, default: 0] < counts[$1, default: 0] }
    }
}
