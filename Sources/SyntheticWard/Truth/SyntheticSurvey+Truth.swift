extension SyntheticSurvey {
    /// `truth.json`: per month the true counts of ward, former wards and groups as `[numerator, denominator]`, how
    /// many households were asked, and the spoiled rows by kind.
    package func truthFile() -> [UInt8] {
        var text = JSONText()
        text.object { text in
            text.member(
                "about", "Synthetic ward: true counts over all households, as [numerator, denominator].")
            text.member("synthetic", true)
            text.member("seed", settings.seed.description)
            text.member("dialect", settings.dialect.rawValue)
            text.member("population", population.households)
            text.array("months", of: months.indices) { text, month in writeMonth(month, to: &text) }
        }
        return text.bytes
    }

    private func writeMonth(_ month: Int, to text: inout JSONText) {
        let truth = TruthTable(population, month: month)
        text.member("month", months[month].text)
        text.member("interviews", settings.households)
        text.member("recurring", draw.recurring[month])
        text.key("rows")
        text.object { writeRows(to: &$0) }
        text.key("dirtyRows")
        text.object { text in
            for kind in DirtyKind.allCases {
                text.member(kind.name, kind.count(interviews: settings.households))
            }
        }
        text.key("ward")
        text.object { write(truth.ward, to: &$0) }
        text.array("formerWards", of: population.formerWards.indices) { text, ward in
            text.member("name", population.formerWards[ward])
            write(truth.formerWards[ward], to: &text)
        }
        text.array("groups", of: population.groups.indices) { text, group in
            text.member("id", population.groups[group].id)
            text.member("asked", draw.months[month][group].count)
            write(truth.groups[group], to: &text)
        }
    }

    /// What a reader must find: read = accepted + rejected + blank + totals rows.
    private func writeRows(to text: inout JSONText) {
        func count(_ kind: DirtyKind) -> Int { kind.count(interviews: settings.households) }
        let rejected = DirtyKind.allCases.filter(\.isRejected).map(count).reduce(0, +)
        let blank = count(.blankLine)
        let totals = count(.totalsRow)
        let duplicates = count(.duplicateHousehold)
        text.member("read", settings.households + duplicates + blank + totals)
        text.member("accepted", settings.households + duplicates - rejected)
        text.member("rejected", rejected)
        text.member("blank", blank)
        text.member("totalsRows", totals)
    }

    private func write(_ counts: TruthCounts, to text: inout JSONText) {
        text.member("households", counts.households)
        for indicator in TruthIndicator.allCases {
            text.member(indicator.name, [counts.numerator(indicator), counts.denominator(indicator)])
        }
    }
}
