internal import SurveyStatistics
package import Readiness
internal import SurveyData

/// Figures in words: never a value without its interval and base, never a hidden one.
extension Words {
    /// "41,2 %".
    package func value(_ figure: IndicatorEstimate) -> String {
        figure.shown.map { numbers.percent($0.value) } ?? hidden(figure)
    }

    /// "39,5–42,9 %", or "" for a figure without an interval.
    package func interval(_ figure: IndicatorEstimate) -> String {
        figure.shown?.interval.map { numbers.span($0.lower, $0.upper) } ?? ""
    }

    /// " (khoảng tin cậy 95 %: 39,5–42,9 %)", or "" for a figure without an interval.
    func intervalBehind(_ figure: IndicatorEstimate) -> String {
        let interval = interval(figure)
        return interval.isEmpty ? "" : text(.intervalOf, ["interval": interval])
    }

    /// "Khảo sát 3.991 hộ · 95 tổ dân phố có dữ liệu", and of how many the figures are if not of all.
    func subtitle(_ survey: Survey) -> String {
        let (all, sample) = (survey.rows.count, survey.sample.rows.count)
        let groups = survey.interviewsByGroup.count
        let asked = text(
            groups == 0 ? .subtitleWithoutGroups : .subtitle,
            ["base": numbers.integer(all), "groups": numbers.integer(groups)])
        return sample == all
            ? asked : asked + text(.subtitleSample, ["sample": numbers.integer(sample)])
    }

    /// "16 trên 20".
    package func base(_ figure: IndicatorEstimate) -> String {
        if figure.gate.reason == .disclosure { return numbers.integer(figure.of) }
        return text(
            .outOf, ["count": numbers.integer(figure.count), "of": numbers.integer(figure.of)])
    }

    /// Why a figure is not shown.
    package func hidden(_ figure: IndicatorEstimate) -> String {
        switch figure.gate.reason {
        case .noData: text(.noData)
        case .disclosure: text(.hiddenSmall)
        default: text(.notEnough)
        }
    }

    /// A row of a chart.
    package func row(_ figure: IndicatorEstimate, label: String? = nil) -> IntervalPlot.Row {
        let title = label ?? name(figure.indicator)
        guard let estimate = figure.shown else {
            return IntervalPlot.Row(label: title, note: hidden(figure), dot: nil)
        }
        let interval = estimate.interval
        return IntervalPlot.Row(
            label: title,
            note: interval == nil ? value(figure) : "\(value(figure)) (\(self.interval(figure)))",
            dot: .init(
                value: estimate.value, lower: max(0, interval?.lower ?? estimate.value),
                upper: min(1, interval?.upper ?? estimate.value)))
    }

    /// A finding as a sentence.
    ///
    /// `month`: the month that a change is told from, "2025-10".
    package func sentence(_ finding: Finding, since month: String? = nil) -> String {
        var values: [String: String] = [:]
        if let figure = finding.figures.first {
            values["value"] = value(figure)
            values["interval"] = interval(figure)
        }
        if finding.figures.count > 1 { values["second"] = value(finding.figures[1]) }
        if let step = finding.step { values["step"] = lack(step) }
        if let number = finding.number {
            values["target"] = numbers.percent(number)
            values["number"] = numbers.integer(Int(number))
        }
        if let change = finding.change { values.merge(self.values(change, since: month)) { $1 } }
        if let hidden = finding.hiddenChange {
            values["month"] = (hidden.since ?? month).map(numbers.month) ?? ""
            values["least"] = numbers.integer(MonthlyChange.leastDiscordantUnits)
        }
        if let overlap = finding.overlap {
            values["months"] = numbers.integer(overlap.referenceMonths)
            values["from"] = from(overlap)
        }
        let sentence = text(word(finding), values)
        guard let outlook = finding.outlook else { return sentence }
        return sentence + " " + self.outlook(outlook)
    }

    /// "Từ tháng 12/2025 có thể so sánh."; "" where no month is known.
    func from(_ overlap: RecallOverlap) -> String {
        overlap.comparableFrom.map { text(.changeOverlapFrom, ["month": numbers.month($0)]) } ?? ""
    }

    /// What would settle what a finding leaves open.
    private func outlook(_ outlook: Outlook) -> String {
        switch outlook {
        case .moreInterviews(let more): text(.outlookInterviews, ["more": numbers.integer(more)])
        case .interviewsToShow(let more): text(.outlookToShow, ["more": numbers.integer(more)])
        case .moreThanThereAre: text(.outlookTooMany)
        case .smallestChange(let sample, let again):
            text(
                again == nil ? .outlookChangeOnce : .outlookChange,
                ["sample": numbers.size(sample), "again": again.map(numbers.size) ?? ""])
        }
    }

    /// What a sentence on a change is filled with: of whom, before, after, the difference and its interval.
    private func values(_ figure: ChangeFigure, since month: String?) -> [String: String] {
        let change = figure.change
        let interval = change.difference.interval
        let who = figure.domain.kind == .all ? "" : "\(name(figure.domain)): "
        return [
            "who": who, "month": (figure.since ?? month).map(numbers.month) ?? "",
            "indicator": who.isEmpty ? name(figure.indicator) : name(figure.indicator).lowercasedFirst,
            "before": numbers.percent(change.before.value), "after": numbers.percent(change.after.value),
            "difference": numbers.points(change.difference.value),
            "size": numbers.size(abs(change.difference.value)),
            "interval": interval.map { numbers.points($0.lower, to: $0.upper) } ?? "",
        ]
    }

    private func word(_ finding: Finding) -> Word {
        switch finding.code {
        case .uptakeBelowTarget: .findingBelow
        case .uptakeAboveTarget: .findingAbove
        case .uptakeNotTellable: .findingOpen
        case .uptakeRose: .findingRose
        case .uptakeFell: .findingFell
        case .uptakeChangeNotTellable:
            if finding.overlap != nil {
                .findingChangeOverlap
            } else {
                finding.hiddenChange == nil ? .findingChangeOpen : .findingChangeFew
            }
        case .figureRose: .findingFigureRose
        case .figureFell: .findingFigureFell
        case .groupsBelowTarget: .findingGroupsBelow
        case .modelOfFormerWards: .findingModelWards
        case .modelShifted: .findingModelShifted
        case .seriesCut: .findingSeriesCut
        case .selfFiledShare: .findingSelf
        case .mainBarrier: .findingMainBarrier
        case .mainBarrierNotTellable: .findingMainOpen
        case .onlyBarrier: finding.certainty == .certain ? .findingOnlyBarrierFirst : .findingOnlyBarrier
        case .equipment: .findingEquipment
        case .itAccess: .findingAccess
        case .processKnowledge: .findingProcess
        case .readyNotFiling: .findingReady
        case .groupsWithoutData: .findingNoData
        case .amongThoseAsked: .findingAmongAsked
        case .onlineOnlyCoverage: .findingOnlineOnly
        }
    }
}
