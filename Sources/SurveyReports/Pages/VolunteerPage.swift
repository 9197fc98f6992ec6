internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

/// One volunteer's list, to be printed: which door, in which order, how long, what to do, what to write down.
///
/// Carries names and contacts: only this volunteer and the coordinator of the force may have it.
struct VolunteerPage {
    let content: ReportContent
    let playbook: Playbook
    let assignment: VolunteerAssignment
    private let volunteer: Volunteer?
    let households: [HouseholdID: Household]
    let words: Words
    /// By household: the visit of another force to it.
    let others: [HouseholdID: Visit]
    /// The same under every door.
    let outcomes: HTML

    init(
        _ content: ReportContent, deployment: ReportContent.Deployment, assignment: VolunteerAssignment,
        households: [HouseholdID: Household], language: Language
    ) {
        self.content = content
        playbook = deployment.playbook
        self.assignment = assignment
        volunteer = deployment.volunteers[assignment.volunteer]
        self.households = households
        words = Words(language)
        outcomes = Self.outcomes(words)
        others = Self.others(than: assignment, in: deployment.plan)
    }

    func page() -> String {
        let title =
            words.text(.listTitle, ["month": words.numbers.month(content.month)])
            + " – " + assignment.volunteer.text
        return Page(words: words, title: title, isSynthetic: content.isSynthetic, isPrivate: true).html([
            .element("main", [], [.element("h1", text: title), head, legend] + outings)
        ])
    }

    private var head: HTML {
        let month = words.numbers.month(content.month, after: 1)
        let tasks = CascadeStep.barriers.filter { step in
            (assignment.visits + assignment.joined).contains {
                $0.kind != .session && $0.steps.contains(step)
            }
        }
        let sessions = assignment.visits.filter { $0.kind == .session }
        let facts: [(Word, String)] = [
            (.listObjective, words.text(.listObjectiveText)),
            (
                .listStaff,
                [volunteer?.name ?? "", words.name(assignment.force)].filter { !$0.isEmpty }.joined(
                    separator: " – ")
            ),
            (.listWhere, assignment.groups.map(groupName).joined(separator: "; ")),
            (
                .listTask,
                (tasks.compactMap(task) + (sessions.isEmpty ? [] : [words.text(.listSession)]))
                    .joined(separator: "; ")
            ),
            (
                .listWhen,
                words.text(
                    .listWhenText,
                    [
                        "month": month,
                        "minutes": words.numbers.duration(
                            minutes: assignment.minutesUsed - assignment.travelMinutes),
                        "ways": words.numbers.duration(minutes: assignment.travelMinutes),
                    ])
            ),
            (.listDoorSteps, words.text(.listDoorStepsText)),
            (
                .listAsk,
                content.senders.contact ?? words.text(.listAskLine) + String(repeating: "_", count: 24)
            ),
            (
                .listExpires,
                words.text(.listExpiresText, ["month": words.numbers.month(content.month, after: 3)])
            ),
            (.listNever, words.text(.listNeverText)), (.listResidents, residents),
        ]
        let word = content.senders.word.map { word in
            [(Word.listWord, words.text(.listWordText, ["word": word]))]
        }
        let police: [(Word, String)] =
            assignment.force == .police ? [(.listPolice, words.text(.listPoliceText))] : []
        return .element(
            "table", [("class", "head")],
            [
                .element(
                    "tbody", [],
                    (facts + (word ?? []) + police).map { fact in
                        .element(
                            "tr", [],
                            [
                                .element("th", [("scope", "row")], text: words.text(fact.0)),
                                .element("td", text: fact.1),
                            ])
                    })
            ])
    }

    /// What to write where no box fits: once, not under every door.
    private var legend: HTML {
        let codes = (Self.boxes + Self.rareOutcomes).map { words.text($0) }.joined(separator: "; ")
        return .element("p", [("class", "soft")], text: words.text(.listDoorCodes, ["codes": codes]))
    }

    /// What residents should hear from whoever comes.
    private var residents: String {
        let contact = content.senders.contact.map { words.text(.askContact, ["contact": $0]) }
        return [words.text(.neverAsked), contact].compactMap(\.self).joined(separator: " ")
    }

    private func groupName(_ group: GroupID) -> String {
        content.survey.registry[group]?.label ?? group.text
    }

    /// Outing by outing, doors in walking order.
    private var outings: [HTML] {
        var explained: Set<GroupID> = []
        let all = assignment.visits + assignment.joined
        let byOuting = Dictionary(grouping: all, by: \.outing).sorted { $0.key < $1.key }
        return byOuting.flatMap { number, visits -> [HTML] in
            let groups = visits.map(\.group).reduce(into: [GroupID]()) {
                if !$0.contains($1) { $0.append($1) }
            }
            return groups.flatMap { group -> [HTML] in
                let own = visits.filter { $0.group == group }
                let stop = assignment.stops.first { $0.group == group }
                var parts: [HTML] = [.element("h2", text: title(number, own, in: group))]
                if let stop, own[0].week > 0 {
                    parts.append(.element("p", text: length(of: own, stop)))
                }
                if let other = companion(of: own[0]) { parts.append(.element("p", text: other)) }
                if let stop, explained.insert(group).inserted {
                    parts.append(.element("p", [("class", "soft")], text: why(stop)))
                }
                parts += own.filter { $0.kind == .session }.map(session)
                parts += own.filter(\.kind.isNamed).enumerated().map { visit($1, number: $0 + 1) }
                return parts + quotas(own.filter { $0.kind == .quota })
            }
        }
    }

    /// "Buổi 2: tuần 1, tối ngày thường – Tổ 3 (Hoa Sim)"; the group alone where a plan has no outings.
    private func title(_ number: Int, _ visits: [Visit], in group: GroupID) -> String {
        guard let first = visits.first, first.week > 0 else { return groupName(group) }
        let when = [
            first.date.map { words.numbers.day($0.text) }
                ?? words.text(.listWeek, ["week": words.numbers.integer(first.week)]),
            first.time.map { words.preferredTime($0.code) },
        ].compactMap(\.self).joined(separator: ", ")
        return words.text(
            .listOuting,
            ["number": words.numbers.integer(number), "when": when, "group": groupName(group)])
    }

    /// With whom the outing is.
    private func companion(of visit: Visit) -> String? {
        guard let partner = visit.partner else { return nil }
        let isLed = isKeptHere(visit)
        let id = isLed ? partner : visit.volunteer
        let person = content.deployment?.volunteers[id]
        let facts = [person?.name ?? "", id.text, person?.phone ?? ""].filter { !$0.isEmpty }
        return words.text(
            isLed ? .listCompanion : .listCompanionLeads, ["name": facts.joined(separator: " · ")])
    }

    private func length(of visits: [Visit], _ stop: GroupStop) -> String {
        let minutes = visits.reduce(stop.way.minutes) { $0 + $1.expectedMinutes }
        return words.text(
            .listOutingText,
            [
                "minutes": words.numbers.duration(minutes: minutes),
                "way": words.numbers.duration(minutes: stop.way.minutes),
            ])
    }

    /// Why this volunteer goes to this group.
    private func why(_ stop: GroupStop) -> String {
        let near: Word =
            switch stop.reason {
            case .homeGroup: .listWhyHome
            case .sameFormerWard: .listWhyWard
            case .elsewhere: .listWhyElsewhere
            }
        let numbers = words.numbers
        let force: Word =
            2 * stop.onlyThisForce >= stop.visits
            ? .listWhyOnly
            : 2 * (stop.onlyThisForce + stop.bestForce) >= stop.visits ? .listWhyBest : .listWhyShared
        return words.text(
            .listWhy,
            [
                "near": words.text(near),
                "force": words.text(
                    force,
                    [
                        "only": numbers.integer(stop.onlyThisForce),
                        "best": numbers.integer(stop.onlyThisForce + stop.bestForce),
                        "visits": numbers.integer(stop.visits),
                    ]),
            ])
    }

    /// The quotas of one group, one line for each kind of visit.
    private func quotas(_ visits: [Visit]) -> [HTML] {
        if visits.isEmpty { return [] }
        // Police go to doors that nobody asked only with the head of the group, and by invitation.
        let isPolice = assignment.force == .police
        var kinds: [(visit: Visit, count: Int)] = []
        for visit in visits {
            if let place = kinds.firstIndex(where: {
                $0.visit.steps == visit.steps && $0.visit.minutes == visit.minutes
            }) {
                kinds[place].count += 1
            } else {
                kinds.append((visit, 1))
            }
        }
        return [
            .element(
                "section", [("class", "visit")],
                [.element("h3", text: words.text(isPolice ? .listQuotaPolice : .listQuota))]
                    + kinds.flatMap { kind -> [HTML] in
                        let task = kind.visit.steps.compactMap(task)
                        return [
                            .element(
                                "p",
                                text: words.text(
                                    isPolice ? .listQuotaPoliceText : .listQuotaText,
                                    [
                                        "count": words.numbers.integer(kind.count),
                                        "task": task.joined(separator: ", "),
                                        "minutes": words.numbers.duration(minutes: kind.visit.minutes),
                                        "open": words.numbers.integer(
                                            Int((kind.visit.reach * Double(kind.count)).rounded())),
                                        "closed": words.numbers.duration(
                                            minutes: playbook.settings.closedDoorMinutes),
                                    ]))
                        ]
                    } + (isKeptHere(visits[0]) ? [streets(of: visits[0].group), doors(visits.count)] : []))
        ]
    }

    /// Where others go from door to door too: whose street is whose.
    private func streets(of group: GroupID) -> HTML {
        guard let own = assignment.streets[group], !own.isEmpty else { return .empty }
        let names = own.map { part -> String in
            let numbers = words.numbers
            let from = part.from.map(numbers.integer)
            let to = part.to.map(numbers.integer)
            let range: String? =
                switch (from, to) {
                case (let from?, let to?): words.text(.listNumbers, ["from": from, "to": to])
                case (let from?, nil): words.text(.listNumbersFrom, ["from": from])
                case (nil, let to?): words.text(.listNumbersTo, ["to": to])
                case (nil, nil): nil
                }
            let side = part.side.map { words.text($0 == .odd ? .listOdd : .listEven) }
            let limits = [side, range].compactMap(\.self).joined(separator: ", ")
            return limits.isEmpty ? part.street : "\(part.street) (\(limits))"
        }
        return .element("p", text: words.text(.listStreets, ["streets": names.joined(separator: "; ")]))
    }

    /// A session: what is done, how long, for how many, and when this volunteer has time.
    private func session(_ visit: Visit) -> HTML {
        let task = playbook.taskWords[visit.taskCode].map { words.pick($0.vietnamese, $0.english) }
        // An outing says itself when it is.
        let time = (visit.week > 0 ? nil : volunteer?.sessionTime).map {
            words.text(.listSessionTime, ["time": words.preferredTime($0)])
        }
        return .element(
            "section", [("class", "visit")],
            [
                .element("h3", text: words.text(.listSession)),
                .element(
                    "p",
                    text: words.text(
                        .listSessionText,
                        [
                            "task": task ?? "", "minutes": words.numbers.duration(minutes: visit.minutes),
                            "seats": words.numbers.integer(visit.seats), "time": time ?? "",
                        ])),
                doors(visit.seats),
            ])
    }

    /// Lines to write on, two doors a row: number, outcome, minutes.
    private func doors(_ count: Int) -> HTML {
        let heads = [Word.listDoorNumber, .listDoorOutcome, .listDoorMinutes].map {
            HTML.element("th", [("scope", "col")], text: words.text($0))
        }
        let half = (count + 1) / 2
        func door(_ number: Int) -> [HTML] {
            let label = number <= count ? "\(number)." : "\u{A0}"
            return [label, "\u{A0}", "\u{A0}"].map { .element("td", text: $0) }
        }
        let rows = (1..<half + 1).map { number in
            HTML.element("tr", [], door(number) + (count > 1 ? door(number + half) : []))
        }
        return .element(
            "table", [("class", "doors")],
            [
                .element("thead", [], [.element("tr", [], count > 1 ? heads + heads : heads)]),
                .element("tbody", [], rows),
            ])
    }

    /// The outcomes of most visits, and the others.
    private static let boxes: [Word] = [
        .outcomeDone, .outcomePartly, .outcomeAppointment, .outcomeNotHome, .outcomeRefused,
    ]
    private static let rareOutcomes: [Word] = [
        .outcomeAway, .outcomeMoved, .outcomeNotFound, .outcomeLanguage, .outcomeWrongContact, .outcomeNever,
    ]

    private static func outcomes(_ words: Words) -> HTML {
        // One line of text, which is laid out far quicker than boxes; a box never parts from its words.
        let boxes = boxes.map { "☐\u{A0}" + words.text($0).replacing(" ", with: "\u{A0}") }
        let other = "☐\u{A0}" + words.text(.listOutcomeOther) + " " + String(repeating: "_", count: 22)
        return .join([
            .element(
                "p", [("class", "boxes")],
                [
                    .element("strong", text: words.text(.listOutcome)),
                    .text("  " + (boxes + [other]).joined(separator: "   ")),
                ]),
            .element("p", [("class", "write")], text: words.text(.listNote)),
            .element("p", [("class", "write")], text: words.text(.listNoteAgain)),
        ])
    }
}
