internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

/// The index of the group pages, for whoever hands them out: each group's interviews and who comes how often.
struct GroupsIndexPage {
    let content: ReportContent
    let words: Words

    init(_ content: ReportContent, language: Language) {
        self.content = content
        words = Words(language)
    }

    /// - Parameter isPaged: to be bound: a last column holds "⟦group AA01⟧", where the page number will stand.
    func page(isPaged: Bool = false) -> String {
        let title = words.text(.groupsTitle, ["month": words.numbers.month(content.month)])
        return Page(words: words, title: title, isSynthetic: content.isSynthetic, isPrivate: true).html([
            .element(
                "main", [],
                [
                    .element("h1", text: title), table(isPaged).html(words),
                    .element("p", [("class", "soft")], text: words.text(.groupCodesOnly)),
                ])
        ])
    }

    private func table(_ isPaged: Bool) -> ReportTable {
        let asked = content.survey.interviewsByGroup
        let forces = content.deployment == nil ? [] : Force.allCases
        var table = ReportTable(
            "groups", title: words.text(.groupsIndex),
            [
                .init("group", words.text(.columnGroup), .text),
                .init("households", words.text(.columnHouseholds), .integer),
                .init("interviews", words.text(.columnInterviews), .integer),
            ] + forces.map { .init($0.rawValue, words.name($0), .integer) }
                + (isPaged ? [.init("page", words.text(.columnPage), .integer)] : []))
        table.rows = content.survey.registry.groups.map { group in
            let name = ReportContent.fileName(group.id.text)
            let visits = content.deployment?.visits[group.id] ?? []
            return [
                .link(group.label, to: "\(name).html"),
                content.survey.registry.isGiven ? .number(Double(group.households)) : .empty,
                .number(Double(asked[group.id] ?? 0)),
            ] + forces.map { force in .number(Double(visits.count { $0.assignment.force == force })) }
                + (isPaged ? [.text("⟦group \(name)⟧")] : [])
        }
        return table
    }
}
