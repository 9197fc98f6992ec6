internal import Readiness
internal import SurveyData
internal import SurveyStatistics

extension LeaderPage {
    /// The ward's official counts in a box of their own, beside the survey's rate.
    var official: HTML {
        guard let official = content.official else { return .empty }
        let referenceMonths = words.numbers.integer(official.referenceMonths)
        var parts: [HTML] = [
            .element("h2", text: words.text(.officialTitle)),
            .element("p", text: finding(official)), tables.official?.html(words) ?? .empty,
        ]
        parts += gaps(official).map { .element("p", [("class", "open")], text: $0) }
        parts.append(
            .element(
                "p", [("class", "soft")],
                text: words.text(.officialWhy, ["months": referenceMonths]) + " "
                    + words.text(.officialNoSamplingError)))
        return .element("section", [("class", "official")], parts)
    }

    private func finding(_ official: OfficialComparison) -> String {
        if official.period.isEmpty { return words.text(.officialNoMonth) }
        guard let place = official.place, let rate = official.rate, let survey = official.survey else {
            return words.text(.officialNotTellable)
        }
        let word: Word =
            switch place {
            case .below: .officialBelow
            case .inside: .officialInside
            case .above: .officialAbove
            }
        return words.text(
            word, ["rate": words.numbers.percent(rate), "interval": words.interval(survey)])
    }

    /// What the official counts do not hold.
    private func gaps(_ official: OfficialComparison) -> [String] {
        func list(_ word: Word, _ months: [String]) -> String? {
            months.isEmpty ? nil : words.text(word, ["months": months.joined(separator: ", ")])
        }
        let sums = official.months.filter(\.isSumOfProcedures).map(\.month)
        return [list(.officialMissing, official.missing), list(.officialSumOfProcedures, sums)]
            .compactMap { $0 }
    }

}
