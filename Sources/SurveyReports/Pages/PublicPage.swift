internal import Readiness
internal import SurveyData
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
            .element("main", [], [frozen, sentences] + figures + [notes]),
        ])
    }

    /// The month for everyone, of the whole ward only and in whole per cents.
    private var sentences: HTML {
        let lines = published.statements.map(words.sentence) + visits
        return .element("ol", [("class", "findings")], lines.map { .element("li", text: $0) })
    }

    /// Where the survey says otherwise by now: that the figures are those published, and when.
    private var frozen: HTML {
        guard content.publication.now != nil else { return .empty }
        let day = words.numbers.day(published.day)
        return .element("p", [("class", "soft")], text: words.text(.publicAsPublished, ["day": day]))
    }

    private var figures: [HTML] {
        published.isStopped
            ? [.element("p", [("class", "notice")], text: words.text(.publicStopped))]
            : tables.map { $0.html(words) }
    }

    /// What the plan does, and no more: by which forces, to whom.
    private var visits: [String] {
        let assignments = content.deployment?.plan.assignments ?? []
        func forces(_ kinds: Set<Visit.Kind>) -> [Force] {
            Force.allCases.filter { force in
                assignments.contains { $0.force == force && $0.visits.contains { kinds.contains($0.kind) } }
            }
        }
        func names(_ forces: [Force]) -> String {
            let names = forces.map(words.name)
            let last = names.suffix(2).joined(separator: words.text(.forcesAnd))
            return (names.dropLast(2) + [last]).joined(separator: ", ")
        }
        let (named, doors) = (forces([.visit, .followUp]), forces([.quota]).filter { $0 != .police })
        let sessions = content.deployment?.plan.visits.count { $0.kind == .session } ?? 0
        var lines: [String] = []
        if !named.isEmpty {
            let month = words.numbers.month(content.month, after: 1)
            lines.append(words.text(.publicVisitsNamed, ["month": month, "forces": names(named)]))
        }
        if !doors.isEmpty { lines.append(words.text(.publicVisitsDoors, ["forces": names(doors)])) }
        if forces([.quota]).contains(.police) { lines.append(words.text(.publicVisitsPolice)) }
        if sessions > 0 {
            lines.append(words.text(.publicVisitsSessions, ["count": words.numbers.integer(sessions)]))
        }
        return lines
    }

    /// Tables by part of the ward, those that have a figure.
    var tables: [ReportTable] {
        [
            table("publicWard", .tableIndicators, .columnPart, .all),
            table("publicFormerWards", .tableFormerWards, .columnFormerWard, .formerWard),
            table("publicTypes", .tableTypes, .columnType, .householdType),
            table("publicProcedures", .tableProcedures, .columnProcedure, .procedure),
        ].filter { !$0.rows.isEmpty }
    }

    /// The cells of one kind of domain: a row for each domain.
    private func table(_ id: String, _ title: Word, _ first: Word, _ kind: DomainKey.Kind) -> ReportTable {
        let cells = published.cells.filter { $0.domain.kind == kind }
        let indicators = cells.map(\.indicator).reduce(into: [Indicator]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        var table = ReportTable(
            id, title: words.text(title),
            [.init("part", words.text(first), .text)]
                + indicators.map { .init($0.rawValue, words.name($0), .text) })
        table.rows = stride(from: 0, to: cells.count, by: max(indicators.count, 1)).map { start in
            let row = cells[start..<min(start + indicators.count, cells.count)]
            return row.prefix(1).map { .text(words.part($0.domain)) } + row.map { words.cell($0.content) }
        }
        return table
    }

    /// What nobody whom the ward sends asks for, and whom residents may ask; the word of the month is not for this
    /// page.
    private var safety: [HTML] {
        let contact = content.senders.contact.map { words.text(.askContact, ["contact": $0]) }
        return [words.text(.neverAsked), contact].compactMap(\.self).map { .element("p", text: $0) }
    }

    private var published: PublishedPage { content.publication.page }

    private var notes: HTML {
        .element(
            "section", [],
            [.element("h2", text: words.text(.limits))]
                + [Word.publicRounded, .publicTarget].map {
                    .element("p", [("class", "soft")], text: words.text($0))
                } + safety)
    }
}
