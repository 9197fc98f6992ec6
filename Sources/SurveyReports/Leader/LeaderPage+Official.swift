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
            .element("p", text: finding(official)), table(official, referenceMonths).html,
        ]
        parts += gaps(official).map { .element("p", [("class", "open")], text: $0) }
        parts.append(
            .element(
                "p", [("class", "soft")], text: words.text(.officialWhy, ["months": referenceMonths])))
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

    private func table(_ official: OfficialComparison, _ referenceMonths: String) -> HTMLTable {
        var table = HTMLTable(
            words.text(.officialTable),
            [
                (words.text(.columnSource), false), (words.text(.columnRate), true),
                (words.text(.columnInterval), true), (words.text(.columnDossiers), true),
                (words.text(.columnPeriod), false),
            ])
        if let first = official.months.first, let last = official.months.last {
            if official.months.count > 1 {
                let period = "\(words.numbers.month(first.month)) – \(words.numbers.month(last.month))"
                table.rows.append(row(official.online, official.dossiers, period))
            }
            table.rows += official.months.map { row($0.online, $0.dossiers, words.numbers.month($0.month)) }
        }
        if let survey = official.survey {
            let interval = words.interval(survey)
            table.rows.append([
                words.text(.officialSurvey), words.value(survey),
                interval.isEmpty ? words.text(.notEnough) : interval, words.base(survey),
                words.text(.officialSurveyPeriod, ["months": referenceMonths]),
            ])
        }
        return table
    }

    private func row(_ online: Int, _ dossiers: Int, _ period: String) -> [String] {
        let rate =
            dossiers > 0 ? words.numbers.percent(Double(online) / Double(dossiers)) : words.text(.noData)
        return [
            words.text(.officialSource), rate, words.text(.officialNoSamplingError),
            words.text(
                .outOf, ["count": words.numbers.integer(online), "of": words.numbers.integer(dossiers)]),
            period,
        ]
    }
}
