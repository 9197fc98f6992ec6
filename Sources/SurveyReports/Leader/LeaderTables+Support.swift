internal import Readiness
internal import SurveyData
internal import SurveyStatistics

extension LeaderTables {
    /// The ward's official counts beside the survey's rate; nil without them.
    var official: ReportTable? {
        guard let official = content.official else { return nil }
        let referenceMonths = words.numbers.integer(official.referenceMonths)
        var table = ReportTable(
            "official", title: words.text(.officialTable),
            [
                .init("source", words.text(.columnSource), .text),
                .init("rate", words.text(.columnRate), .estimate(.share)),
                .init("dossiers", words.text(.columnDossiers), .base),
                .init("period", words.text(.columnPeriod), .text),
            ])
        func row(_ online: Int, _ dossiers: Int, _ period: String) -> [ReportTable.Cell] {
            [
                .text(words.text(.officialSource)),
                dossiers > 0
                    ? .estimate(Double(online) / Double(dossiers), lower: nil, upper: nil)
                    : .hidden(code: Gate.Reason.noData.rawValue, words: words.text(.noData)),
                .base(count: online, of: dossiers), .text(period),
            ]
        }
        if let first = official.months.first, let last = official.months.last {
            if official.months.count > 1 {
                let period = "\(words.numbers.month(first.month)) – \(words.numbers.month(last.month))"
                table.rows.append(row(official.online, official.dossiers, period))
            }
            table.rows += official.months.map { row($0.online, $0.dossiers, words.numbers.month($0.month)) }
        }
        if let survey = official.survey {
            table.rows.append([
                .text(words.text(.officialSurvey)), cell(survey), base(survey),
                .text(words.text(.officialSurveyPeriod, ["months": referenceMonths])),
            ])
        }
        return table
    }

    /// What filing online would save, by part of the ward; nil where the survey did not ask for dossiers.
    var savings: ReportTable? {
        guard let savings = content.savings else { return nil }
        let caption: Word = savings.basis == .represented ? .savingsTable : .savingsTablePer100
        var table = ReportTable(
            "savings",
            title: words.text(caption, ["target": words.numbers.percent(savings.target)]),
            [
                .init("part", words.text(.columnPart), .text),
                .init("counterVisits", words.text(.columnVisitsAvoided), .estimate(.amount)),
                .init("counterHours", words.text(.columnCounterHours), .estimate(.amount)),
                .init("householdHours", words.text(.columnHouseholdHours), .estimate(.amount)),
                .init("millionVND", words.text(.columnCost), .estimate(.amount)),
                .init("answered", words.text(.columnAnswered), .integer),
            ])
        table.rows = savings.atTarget.filter { $0.domain.kind != .residentialGroup }.map { part in
            let name = part.domain.kind == .all ? words.text(.savingsWhole) : words.name(part.domain)
            let cells = LeaderPage.amounts.map { amount -> ReportTable.Cell in
                func sum(_ dossiers: Double?) -> Double? {
                    dossiers.map { amount.of(savings.assumptions.saved(byDossiers: $0)) }
                }
                guard let value = sum(part.value) else {
                    let why: Word = part.reason == .noData ? .noData : .notEnough
                    return .hidden(code: part.reason?.rawValue ?? "", words: words.text(why))
                }
                return .estimate(value, lower: sum(part.lower), upper: sum(part.upper))
            }
            return [.text(name)] + cells + [.number(Double(part.base))]
        }
        return table
    }

    /// Cultural houses where a shared point reaches most households without a device or connection.
    var sharedPoints: ReportTable? {
        guard let points = content.equipment?.points else { return nil }
        var table = ReportTable(
            "sharedPoints", title: words.text(.equipmentTable),
            [
                .init("place", words.text(.columnPlace), .text),
                .init("groups", words.text(.columnGroupsReached), .integer),
                .init("lacking", words.text(.columnLacking), .estimate(.households)),
                .init("lackingSoFar", words.text(.columnSoFar), .estimate(.households)),
                .init("evening", words.text(.columnEvening), .estimate(.share)),
            ])
        table.rows = points.map { point in
            [
                .text(point.group.label), .number(Double(point.reached.count)), cell(point.lacking),
                cell(point.lackingSoFar),
                point.evening.map(cell)
                    ?? .hidden(code: Gate.Reason.noData.rawValue, words: words.text(.noData)),
            ]
        }
        return table
    }

    var equipmentByFormerWard: ReportTable? {
        if content.equipment == nil { return nil }
        var table = ReportTable(
            "equipmentByFormerWard", title: words.text(.equipmentWards),
            [
                .init("formerWard", words.text(.columnFormerWard), .text),
                .init("share", words.text(.columnShareInterval), .estimate(.share)),
                .init("base", words.text(.columnBase), .base),
            ])
        table.rows = content.report.estimates
            .filter { $0.indicator == .lacksDeviceOrConnection && $0.domain.kind == .formerWard }
            .map { [.text(words.name($0.domain)), cell($0), base($0)] }
        return table
    }

    private func cell(_ count: HouseholdCount) -> ReportTable.Cell {
        guard let value = count.value else {
            let why: (code: Gate.Reason, word: Word) =
                count.households == 0 ? (.noData, .noData) : (.disclosure, .smallCount)
            return .hidden(code: why.code.rawValue, words: words.text(why.word))
        }
        return .estimate(value, lower: count.lower, upper: count.upper)
    }

    private func cell(_ evening: EveningPreference) -> ReportTable.Cell {
        guard let shown = evening.shown, let interval = shown.interval else {
            let why: (code: Gate.Reason, word: Word) =
                evening.of == 0 ? (.noData, .noData) : (.effectiveBase, .notEnough)
            return .hidden(code: why.code.rawValue, words: words.text(why.word))
        }
        return .estimate(shown.value, lower: interval.lower, upper: interval.upper)
    }
}
