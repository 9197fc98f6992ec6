internal import Readiness
internal import SurveyData
internal import SurveyStatistics
internal import VolunteerDeployment

/// The page for the head of one residential group: how it stands beside the ward, who comes, what stays open.
///
/// Holds counts, quotas and codes of households, and who is sent; names and contacts of households stand only on the
/// volunteers' own lists. Refusals are told only where they are at least five, and nothing gives fewer away.
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
            .element("main", [], [sentences, figures.html(words), modelNote, comers, open, tasks, notice]),
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
                "minutes": words.numbers.duration(minutes: own.reduce(0) { $0 + $1.visit.expectedMinutes }),
            ])
    }

    /// The group's figures, its own and by the model, beside the whole ward's.
    private var figures: ReportTable {
        var table = ReportTable(
            "group", title: words.text(.groupTable),
            [
                .init("indicator", words.text(.columnIndicator), .text),
                .init("own", words.text(.columnOwnAnswers), .estimate(.share)),
                .init("base", words.text(.columnBase), .integer),
                .init("modelled", words.text(.columnModelled), .estimate(.share)),
                .init("ward", words.text(.columnWholeWard), .estimate(.share)),
            ])
        let tables = LeaderTables(content: content, words: words)
        table.rows = Self.indicators.compactMap { indicator in
            guard let own = figure(indicator) else { return nil }
            let modelled = content.report.modelled(indicator, group: group.id.text)
            let whole = content.report.estimate(indicator)
            return [
                .text(words.name(indicator)),
                givesRefusalsAway(own)
                    ? .hidden(code: "disclosure", words: words.text(.notEnough)) : tables.cell(own),
                .number(Double(own.of)), modelled.map(tables.cell) ?? .empty,
                whole.map(tables.cell) ?? .empty,
            ]
        }
        return table
    }

    private static let indicators: [Indicator] =
        [.onlineUptakeDossiers, .onlineUptakeHouseholds, .selfFiledHouseholds]
        + CascadeStep.barriers.map { Indicator.cascade($0) } + [.lacksDeviceOrConnection, .wantsHelp]

    /// Households of the group that want no help or agreed to no force that can help.
    private var refusals: Int {
        (content.deployment?.unassigned[group.id] ?? []).filter { $0.reason == .noConsent }
            .reduce(0) { $0 + $1.count }
    }

    /// Whether the group's own figure tells how few want no help, or, less those who are visited, how few refuse.
    private func givesRefusalsAway(_ figure: IndicatorEstimate) -> Bool {
        switch figure.indicator {
        case .cascadeKnowledge: content.deployment != nil && refusals < Self.fewest
        case .wantsHelp: figure.of - figure.count < Self.fewest
        default: false
        }
    }

    /// Fewer are not told.
    private static let fewest = 5

    private var modelNote: HTML {
        .element("p", [("class", "soft")], text: words.text(.groupModelNote))
    }

    // MARK: Who comes, what stays open

    /// The visits here, by who makes them.
    private var visitsByVolunteer: [(id: VolunteerID, force: Force, visits: [Visit])] {
        // Who comes along is of the same force.
        let comers = visits.flatMap { assignment, visit in
            [assignment.volunteer, visit.partner].compactMap(\.self).map { ($0, assignment.force, visit) }
        }
        return Dictionary(grouping: comers, by: \.0).sorted { $0.key < $1.key }
            .compactMap { id, rows in rows.first.map { (id, $0.1, rows.map(\.2)) } }
    }

    /// "tối ngày thường; sáng thứ bảy": when someone said to have time; nil where nothing is known.
    private func times(_ id: VolunteerID) -> String? {
        let times = content.deployment?.volunteers[id]?.available ?? []
        return times.isEmpty ? nil : times.map(words.preferredTime).joined(separator: "; ")
    }

    private func name(_ id: VolunteerID) -> String {
        let name = content.deployment?.volunteers[id]?.name ?? ""
        return name.isEmpty ? id.text : name
    }

    private var comers: HTML {
        if visits.isEmpty { return .empty }
        var table = ReportTable(
            "comers", title: words.text(.groupComers),
            [
                .init("volunteer", words.text(.columnVolunteer), .text),
                .init("force", words.text(.columnForce), .text),
                .init("phone", words.text(.columnPhone), .text),
                .init("times", words.text(.columnTimes), .text),
                .init("named", words.text(.columnNamed), .integer),
                .init("quota", words.text(.columnQuota), .integer),
                .init("sessions", words.text(.columnSessions), .integer),
                .init("minutes", words.text(.columnMinutes), .minutes),
                .init("households", words.text(.columnHouseholdCodes), .text),
            ])
        for (id, force, visits) in visitsByVolunteer {
            func count(_ kinds: Visit.Kind...) -> ReportTable.Cell {
                .number(Double(visits.count { kinds.contains($0.kind) }))
            }
            let name = name(id)
            table.rows.append([
                .text(name == id.text ? name : "\(name) (\(id.text))"), .text(words.name(force)),
                .text(content.deployment?.volunteers[id]?.phone ?? ""), .text(times(id) ?? ""),
                count(.visit, .followUp), count(.quota), count(.session),
                .number(Double(visits.reduce(0) { $0 + $1.expectedMinutes })),
                .text(visits.compactMap(\.household?.text).joined(separator: ", ")),
            ])
        }
        return .join([
            .element("h2", text: words.text(.groupWhoComes)), table.html(words),
            .element("p", [("class", "soft")], text: words.text(.groupCodesOnly)),
        ])
    }

    private var open: HTML {
        guard
            let table = LeaderTables(content: content, words: words)
                .unmetNeed(in: group.id, except: [.noConsent])
        else { return .empty }
        var parts = table.rows.isEmpty ? [] : [table.html(words)]
        if refusals >= Self.fewest {
            // In fives: what the whole ward's number leaves of all pages tells nothing of one group.
            let count = words.numbers.integer((refusals + 2) / 5 * 5)
            parts.append(.element("p", text: words.text(.groupRefusals, ["count": count])))
        }
        return parts.isEmpty
            ? .empty : .join([.element("h2", text: words.text(.groupOpen))] + parts)
    }

    /// To be sent to the group's residents: who comes and when, how they are known, whom to ask.
    private var notice: HTML {
        guard content.deployment != nil else { return .empty }
        let place = ["month": words.numbers.month(content.month, after: 1), "group": group.label]
        var parts: [HTML] = content.isSynthetic ? [words.syntheticBanner] : []
        parts.append(.element("h2", text: words.text(.noticeTitle)))
        if visits.isEmpty {
            parts.append(.element("p", text: words.text(.noticeNobody, place)))
        } else {
            let comers = visitsByVolunteer.map { id, force, _ in
                HTML.element("li", text: noticeLine(id, force))
            }
            parts += [
                .element("p", text: words.text(.noticeComers, place)), .element("ul", [], comers),
            ]
            if visits.contains(where: { $0.visit.kind == .session }) {
                parts.append(.element("p", text: words.text(.noticeSession)))
            }
            if let word = content.senders.word {
                parts.append(.element("p", text: words.text(.noticeWord, ["word": word])))
            }
        }
        parts.append(.element("p", text: words.text(.neverAsked)))
        if let contact = content.senders.contact {
            parts.append(.element("p", text: words.text(.askContact, ["contact": contact])))
        }
        return .element("section", [("class", "cut"), ("id", "notice")], parts)
    }

    /// "Trần Văn A – Đoàn Thanh niên: đã đăng ký tối ngày thường".
    private func noticeLine(_ id: VolunteerID, _ force: Force) -> String {
        let when = times(id).map { words.text(.noticeTimes, ["times": $0]) } ?? words.text(.noticeNoTimes)
        let times = force == .police ? "\(when); \(words.text(.noticeInvited))" : when
        return words.text(
            .noticeComer, ["name": name(id), "force": words.name(force), "times": times])
    }

    private var tasks: HTML {
        if visits.isEmpty { return .empty }
        var lines = [words.text(.groupTaskAnnounce), words.text(.groupTaskDoors)]
        if visits.contains(where: { $0.assignment.force == .police }) {
            lines.append(words.text(.groupTaskPolice))
        }
        if visits.contains(where: { $0.visit.kind == .session }) {
            lines.append(words.text(.groupTaskSession))
        }
        return .join([
            .element("h2", text: words.text(.groupTasks)),
            .element("ul", [], lines.map { .element("li", text: $0) }),
        ])
    }
}
