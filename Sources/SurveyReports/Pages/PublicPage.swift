internal import Readiness
internal import SurveyData
internal import SurveyStatistics
internal import VolunteerDeployment

/// The page for residents: the ward's rates in whole per cents, nothing small, nothing that gives a small one away.
struct PublicPage {
    let content: ReportContent
    let words: Words

    init(_ content: ReportContent, language: Language) {
        self.content = content
        words = Words(language)
    }

    func page() -> String {
        let month = content.survey.month.map(words.numbers.month) ?? ""
        let title = words.text(.publicTitle, ["month": month])
        return Page(words: words, title: title, isSynthetic: content.isSynthetic).html([
            .element("header", [], [.element("h1", text: title)]),
            .element("main", [], [sentences] + tables.map { $0.html(words) } + [notes]),
        ])
    }

    /// The month for everyone, of the whole ward only and in whole per cents.
    private var sentences: HTML {
        var lines: [String] = []
        if let uptake = content.report.estimate(.onlineUptakeDossiers)?.shown, let interval = uptake.interval
        {
            let numbers = words.numbers
            lines.append(
                words.text(
                    .publicUptake,
                    [
                        "value": numbers.wholePercent(uptake.value),
                        "lower": numbers.wholePercent(interval.lower),
                        "upper": numbers.wholePercent(interval.upper),
                        "target": numbers.wholePercent(content.target),
                    ]))
        }
        lines += content.report.findings.compactMap(sentence)
        lines += visits
        return .element("ol", [("class", "findings")], lines.map { .element("li", text: $0) })
    }

    /// What the plan does, and no more: by which forces, to whom.
    private var visits: [String] {
        let assignments = content.deployment?.plan.assignments ?? []
        func forces(_ kind: Visit.Kind) -> [Force] {
            Force.allCases.filter { force in
                assignments.contains { $0.force == force && $0.visits.contains { $0.kind == kind } }
            }
        }
        func names(_ forces: [Force]) -> String {
            let names = forces.map(words.name)
            let last = names.suffix(2).joined(separator: words.text(.forcesAnd))
            return (names.dropLast(2) + [last]).joined(separator: ", ")
        }
        let (named, doors) = (forces(.visit), forces(.quota).filter { $0 != .police })
        let sessions = content.deployment?.plan.visits.count { $0.kind == .session } ?? 0
        var lines: [String] = []
        if !named.isEmpty {
            let month = words.numbers.month(content.month, after: 1)
            lines.append(words.text(.publicVisitsNamed, ["month": month, "forces": names(named)]))
        }
        if !doors.isEmpty { lines.append(words.text(.publicVisitsDoors, ["forces": names(doors)])) }
        if forces(.quota).contains(.police) { lines.append(words.text(.publicVisitsPolice)) }
        if sessions > 0 {
            lines.append(words.text(.publicVisitsSessions, ["count": words.numbers.integer(sessions)]))
        }
        return lines
    }

    /// What a finding says without a figure; nil for those that are not for everyone.
    private func sentence(_ finding: Finding) -> String? {
        let month = ["month": content.report.change?.previousMonth.map(words.numbers.month) ?? ""]
        return switch finding.code {
        case .uptakeRose: words.text(.publicRose, month)
        case .uptakeFell: words.text(.publicFell, month)
        case .uptakeChangeNotTellable:
            finding.overlap.map {
                words.text(
                    .publicChangeOverlap,
                    ["months": words.numbers.integer($0.referenceMonths), "from": words.from($0)])
            } ?? words.text(.publicChangeOpen, month)
        case .mainBarrier:
            CascadeStep.barriers.first { Indicator.barrier($0) == finding.figures.first?.indicator }.map {
                words.text(.publicBarrier, ["step": words.lack($0)])
            }
        default: nil
        }
    }

    /// Tables by part of the ward, those that have a figure.
    var tables: [ReportTable] {
        let estimates = content.report.estimates
        func domains(_ kind: DomainKey.Kind) -> [DomainKey] {
            let first = content.publicFigures.indicators.first
            return estimates.filter { $0.domain.kind == kind && $0.indicator == first }.map(\.domain)
        }
        let asked = content.publicFigures.indicators
        return [
            table("publicWard", .tableIndicators, .columnPart, [.all], asked),
            table("publicFormerWards", .tableFormerWards, .columnFormerWard, domains(.formerWard), asked),
            table("publicTypes", .tableTypes, .columnType, domains(.householdType), asked),
            table(
                "publicProcedures", .tableProcedures, .columnProcedure, domains(.procedure),
                asked.filter { $0 == .onlineUptakeHouseholds }),
        ].filter { !$0.rows.isEmpty && $0.columns.count > 1 }
    }

    private func table(
        _ id: String, _ title: Word, _ first: Word, _ domains: [DomainKey], _ indicators: [Indicator]
    ) -> ReportTable {
        var table = ReportTable(
            id, title: words.text(title),
            [.init("part", words.text(first), .text)]
                + indicators.map { .init($0.rawValue, words.name($0), .text) })
        table.rows = domains.map { domain in
            [.text(domain.kind == .all ? words.text(.savingsWhole) : words.name(domain))]
                + indicators.map { cell($0, domain) }
        }
        return table
    }

    private func cell(_ indicator: Indicator, _ domain: DomainKey) -> ReportTable.Cell {
        if let figure = content.publicFigures.published(indicator, domain) {
            let asked = words.text(.publicAsked, ["of": words.numbers.integer(figure.base)])
            return .text("\(words.percent(figure.percent)) (\(asked))")
        }
        // Small figures and those that guard them look alike; only what the disclosure rule shows can lack answers.
        if content.publicFigures.outcome(indicator, domain) == .shown {
            return .hidden(code: "notEnough", words: words.text(.notEnough))
        }
        let isEmpty = content.publicFigures.outcome(indicator, domain).map { $0 == .noData } ?? true
        return .hidden(
            code: isEmpty ? "noData" : "disclosure", words: words.text(isEmpty ? .noData : .publicHidden))
    }

    /// What nobody whom the ward sends asks for, and whom residents may ask; the word of the month is not for this
    /// page.
    private var safety: [HTML] {
        let contact = content.senders.contact.map { words.text(.askContact, ["contact": $0]) }
        return [words.text(.neverAsked), contact].compactMap(\.self).map { .element("p", text: $0) }
    }

    private var notes: HTML {
        .element(
            "section", [],
            [.element("h2", text: words.text(.limits))]
                + [Word.publicRounded, .publicTarget].map {
                    .element("p", [("class", "soft")], text: words.text($0))
                } + safety)
    }
}

extension Words {
    /// "41 %", "dưới 1 %".
    func percent(_ percent: PublishedPercent) -> String {
        let unit = pick("\u{A0}%", "%")
        return switch percent {
        case .whole(let whole): "\(whole)\(unit)"
        case .underOne: pick("dưới 1", "under 1") + unit
        case .overNinetyNine: pick("trên 99", "over 99") + unit
        }
    }
}
