internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

/// The index of a force's lists, for its coordinator: who goes where, how many visits, how long.
struct BookletPage {
    let content: ReportContent
    let deployment: ReportContent.Deployment
    /// nil: all forces.
    let force: Force?
    let words: Words

    init(_ content: ReportContent, deployment: ReportContent.Deployment, force: Force?, language: Language) {
        self.content = content
        self.deployment = deployment
        self.force = force
        words = Words(language)
    }

    /// Those with a list, by id.
    var assignments: [VolunteerAssignment] {
        deployment.plan.assignments.filter {
            !$0.isIdle && (force == nil || $0.force == force)
        }
    }

    private var title: String {
        words.text(
            .bookletTitle,
            [
                "force": force.map(words.name) ?? words.text(.allForces),
                "month": words.numbers.month(content.month),
            ])
    }

    /// - Parameter isPaged: to be bound: a last column holds "⟦list V001⟧", where the page number will stand.
    func page(isPaged: Bool = false) -> String {
        Page(words: words, title: title, isSynthetic: content.isSynthetic, isPrivate: true).html([
            .element(
                "main", [],
                [
                    .element("h1", text: title), .element("p", text: sum), table(isPaged).html(words),
                    calendar?.html(words) ?? .empty,
                    .element("p", [("class", "soft")], text: words.text(.bookletPrivacy)),
                ])
        ])
    }

    private var sum: String {
        let visits = assignments.flatMap(\.visits)
        return words.text(
            .bookletSum,
            [
                "people": words.numbers.integer(assignments.count),
                "visits": words.numbers.integer(visits.count),
                "minutes": words.numbers.duration(minutes: assignments.reduce(0) { $0 + $1.minutesUsed }),
            ])
    }

    /// Of one force: who goes out when, with whom, and who could go instead; nil where a plan has no outings.
    private var calendar: ReportTable? {
        guard force != nil else { return nil }
        let cover = OutingCover(deployment.plan, of: deployment.problem)
        var table = ReportTable(
            "outings", title: words.text(.bookletOutings),
            [
                .init("day", words.text(.columnDay), .text),
                .init("group", words.text(.columnGroup), .text),
                .init("volunteer", words.text(.columnVolunteer), .text),
                .init("with", words.text(.columnWith), .text),
                .init("doors", words.text(.columnVisits), .integer),
                .init("cover", words.text(.columnCover), .text),
            ])
        let outings = assignments.flatMap { assignment in
            Dictionary(grouping: assignment.visits, by: \.outing).sorted { $0.key < $1.key }.map(\.value)
        }.filter { $0[0].week > 0 }
        func key(_ visit: Visit) -> (Int, String, String, VolunteerID) {
            (visit.week, visit.date?.text ?? "", visit.time?.code ?? "", visit.volunteer)
        }
        table.rows = outings.sorted { key($0[0]) < key($1[0]) }.map { visits in
            let visit = visits[0]
            let day =
                visit.date.map { words.numbers.day($0.text) }
                ?? words.text(.listWeek, ["week": words.numbers.integer(visit.week)])
            let time = visit.time.map { words.preferredTime($0.code) }
            return [
                .text([day, time].compactMap(\.self).joined(separator: ", ")),
                .text(content.survey.registry[visit.group]?.label ?? visit.group.text),
                .text(person(visit.volunteer)), .text(visit.partner.map(person) ?? ""),
                .number(Double(visits.count)),
                .text(cover.people(for: visits).map(person).joined(separator: "; ")),
            ]
        }
        return table.rows.isEmpty ? nil : table
    }

    /// "Trần Văn A (V012)".
    private func person(_ id: VolunteerID) -> String {
        let name = deployment.volunteers[id]?.name ?? ""
        return name.isEmpty ? id.text : "\(name) (\(id.text))"
    }

    private func table(_ isPaged: Bool) -> ReportTable {
        var table = ReportTable(
            "index", title: words.text(.bookletIndex),
            [
                .init("volunteer", words.text(.columnVolunteer), .text),
                .init("name", words.text(.columnName), .text),
                .init("force", words.text(.columnForce), .text),
                .init("groups", words.text(.columnGroup), .text),
                .init("visits", words.text(.columnVisits), .integer),
                .init("minutes", words.text(.columnMinutes), .minutes),
            ] + (isPaged ? [.init("page", words.text(.columnPage), .integer)] : []))
        table.rows = assignments.map { assignment in
            [
                .link(
                    assignment.volunteer.text, to: "\(ReportContent.fileName(assignment.volunteer.text)).html"
                ),
                .text(deployment.volunteers[assignment.volunteer]?.name ?? ""),
                .text(words.name(assignment.force)),
                .text(
                    assignment.groups.map { content.survey.registry[$0]?.label ?? $0.text }
                        .joined(separator: "; ")),
                .number(Double(assignment.visits.count + assignment.joined.count)),
                .number(Double(assignment.minutesUsed)),
            ] + (isPaged ? [.text("⟦list \(ReportContent.fileName(assignment.volunteer.text))⟧")] : [])
        }
        return table
    }
}
