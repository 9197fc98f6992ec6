internal import Readiness
internal import SurveyData
internal import SurveyStatistics
internal import VolunteerDeployment

/// The page for the head of one residential group: how it stands beside the ward, who comes, what stays open.
///
/// Holds counts, quotas and codes; names and contacts stand only on the volunteers' own lists.
struct GroupPage {
    let content: ReportContent
    let group: ResidentialGroup
    let words: Words
    private let visits: [(assignment: VolunteerAssignment, visit: Visit)]

    init(_ content: ReportContent, group: ResidentialGroup, language: Language) {
        self.content = content
        self.group = group
        words = Words(language)
        visits = content.deployment?.visits[group.id] ?? []
    }

    func page() -> String {
        let month = content.survey.month.map(words.numbers.month) ?? ""
        let title = words.text(.groupTitle, ["group": group.label, "month": month])
        return Page(words: words, title: title, isSynthetic: content.isSynthetic, isPrivate: true).html([
            .element("header", [], [.element("h1", text: title), asked]),
            .element("main", [], [sentences, figures.html(words), modelNote, comers, open, tasks]),
        ])
    }

    private func figure(_ indicator: Indicator) -> IndicatorEstimate? {
        content.report.estimate(indicator, kind: .residentialGroup, code: group.id.text)
    }

    private var asked: HTML {
        let members = figure(.smartphone)?.members ?? figure(.onlineUptakeHouseholds)?.members ?? 0
        return .element(
            "p", [("class", "soft")],
            text: words.text(
                .groupAsked,
                [
                    "asked": words.numbers.integer(members),
                    "households": words.numbers.integer(group.households),
                ]))
    }

    // MARK: How the group stands

    private var sentences: HTML {
        var lines = [uptake]
        if let barrier = mainBarrier { lines.append(barrier) }
        lines.append(help)
        return .element(
            "section", [],
            [
                .element("h2", text: words.text(.groupInShort)),
                .element("ol", [("class", "findings")], lines.map { .element("li", text: $0) }),
            ])
    }

    /// The group's own answers where they may be shown, else the model's, else how many interviews are missing.
    private var uptake: String {
        let whole = content.report.estimate(.onlineUptakeDossiers).map(words.value) ?? words.text(.noData)
        let known = content.report.known(.onlineUptakeDossiers, group: group.id.text)
        if let own = known, !own.isModelled {
            return words.text(
                .groupUptake,
                [
                    "value": words.value(own), "interval": words.interval(own), "base": words.base(own),
                    "ward": whole,
                ])
        }
        if let modelled = known {
            let chance = modelled.model?.standing?.chanceBelowTarget.map {
                words.text(
                    .groupChance,
                    [
                        "chance": words.numbers.chance($0),
                        "target": words.numbers.percent(content.target),
                    ])
            }
            return [
                words.text(
                    .groupUptakeModelled,
                    [
                        "value": words.value(modelled), "interval": words.interval(modelled),
                        "ward": whole,
                    ]), chance,
            ].compactMap(\.self).joined(separator: " ")
        }
        return words.text(.groupUptakeHidden, ["ward": whole])
    }

    /// The step at which most households of the group stop first, where that can be shown.
    private var mainBarrier: String? {
        let shown = CascadeStep.barriers.compactMap { step -> (CascadeStep, IndicatorEstimate)? in
            Indicator.barrier(step).flatMap { content.report.known($0, group: group.id.text) }.map {
                (step, $0)
            }
        }
        let most = shown.max { ($0.1.shown?.value ?? 0) < ($1.1.shown?.value ?? 0) }
        return most.map { step, figure in
            words.text(
                .groupBarrier,
                [
                    "step": words.lack(step), "value": words.value(figure),
                    "interval": words.interval(figure),
                ])
        }
    }

    /// How many visits the plan makes here, and by whom.
    private var help: String {
        guard content.deployment != nil else { return words.text(.planNone) }
        let own = visits
        if own.isEmpty { return words.text(.groupNoVisits) }
        let forces = Force.allCases.compactMap { force -> String? in
            let count = own.count { $0.assignment.force == force }
            return count == 0 ? nil : "\(words.name(force)) \(words.numbers.integer(count))"
        }
        return words.text(
            .groupVisits,
            [
                "visits": words.numbers.integer(own.count), "forces": forces.joined(separator: ", "),
                "minutes": words.numbers.duration(minutes: own.reduce(0) { $0 + $1.visit.minutes }),
            ])
    }

    /// The group's figures, its own and by the model, beside the whole ward's.
    private var figures: ReportTable {
        var table = ReportTable(
            "group", title: words.text(.groupTable),
            [
                .init("indicator", words.text(.columnIndicator), .text),
                .init("own", words.text(.columnOwnAnswers), .estimate(.share)),
                .init("base", words.text(.columnBase), .base),
                .init("modelled", words.text(.columnModelled), .estimate(.share)),
                .init("ward", words.text(.columnWholeWard), .estimate(.share)),
            ])
        let tables = LeaderTables(content: content, words: words)
        table.rows = Self.indicators.compactMap { indicator in
            guard let own = figure(indicator) else { return nil }
            let modelled = content.report.modelled(indicator, group: group.id.text)
            let whole = content.report.estimate(indicator)
            return [
                .text(words.name(indicator)), tables.cell(own), tables.base(own),
                modelled.map(tables.cell) ?? .empty, whole.map(tables.cell) ?? .empty,
            ]
        }
        return table
    }

    private static let indicators: [Indicator] =
        [.onlineUptakeDossiers, .onlineUptakeHouseholds, .selfFiledHouseholds]
        + CascadeStep.barriers.map { Indicator.cascade($0) } + [.lacksDeviceOrConnection, .wantsHelp]

    private var modelNote: HTML {
        .element("p", [("class", "soft")], text: words.text(.groupModelNote))
    }

    // MARK: Who comes, what stays open

    private var comers: HTML {
        let own = visits
        if own.isEmpty { return .empty }
        var table = ReportTable(
            "comers", title: words.text(.groupComers),
            [
                .init("volunteer", words.text(.columnVolunteer), .text),
                .init("force", words.text(.columnForce), .text),
                .init("named", words.text(.columnNamed), .integer),
                .init("quota", words.text(.columnQuota), .integer),
                .init("sessions", words.text(.columnSessions), .integer),
                .init("minutes", words.text(.columnMinutes), .minutes),
                .init("households", words.text(.columnHouseholdCodes), .text),
            ])
        let byVolunteer = Dictionary(grouping: own, by: \.assignment.volunteer)
        for volunteer in byVolunteer.keys.sorted() {
            let rows = byVolunteer[volunteer] ?? []
            let visits = rows.map(\.visit)
            func count(_ kind: Visit.Kind) -> ReportTable.Cell {
                .number(Double(visits.count { $0.kind == kind }))
            }
            table.rows.append([
                .text(volunteer.text), .text(rows.first.map { words.name($0.assignment.force) } ?? ""),
                count(.visit), count(.quota), count(.session),
                .number(Double(visits.reduce(0) { $0 + $1.minutes })),
                .text(visits.compactMap(\.household?.text).joined(separator: ", ")),
            ])
        }
        return .join([
            .element("h2", text: words.text(.groupWhoComes)), table.html(words),
            .element("p", [("class", "soft")], text: words.text(.groupCodesOnly)),
        ])
    }

    private var open: HTML {
        guard let table = LeaderTables(content: content, words: words).unmetNeed(in: group.id),
            !table.rows.isEmpty
        else { return .empty }
        return .join([.element("h2", text: words.text(.groupOpen)), table.html(words)])
    }

    private var tasks: HTML {
        if visits.isEmpty { return .empty }
        var lines = [words.text(.groupTaskAnnounce), words.text(.groupTaskDoors)]
        if visits.contains(where: { $0.visit.kind == .session }) {
            lines.append(words.text(.groupTaskSession))
        }
        return .join([
            .element("h2", text: words.text(.groupTasks)),
            .element("ul", [], lines.map { .element("li", text: $0) }),
        ])
    }
}
