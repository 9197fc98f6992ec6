internal import Readiness
internal import SurveyData

extension LeaderPage {
    /// Where the public page keeps what was published: that and what the survey says now, side by side.
    var published: HTML {
        guard let now = content.publication.now else { return .empty }
        let page = content.publication.page
        return .element(
            "section", [],
            [
                .element("h2", text: words.text(.publishedTitle)),
                .element(
                    "p", text: words.text(.publishedNote, ["day": words.numbers.day(page.day)])),
                PublishedTable(published: page, now: now, words: words).table.html(words),
            ])
    }
}

/// What differs between a published page and what would be published now.
struct PublishedTable {
    let published, now: PublishedPage
    let words: Words

    var table: ReportTable {
        var table = ReportTable(
            "published", title: words.text(.publishedTitle),
            [
                .init("figure", words.text(.columnFigure), .text),
                .init("published", words.text(.columnPublished), .text),
                .init("now", words.text(.columnAtPresent), .text),
            ])
        table.rows = statements + tables + (published.isStopped || now.isStopped ? [] : cells)
        return table
    }

    private var statements: [[ReportTable.Cell]] {
        PublishedStatement.Topic.allCases.compactMap { topic in
            let pair = [published, now].map { page in page.statements.filter { $0.topic == topic } }
            return pair[0] == pair[1] ? nil : [.text(name(topic))] + pair.map(cell)
        }
    }

    private func name(_ topic: PublishedStatement.Topic) -> String {
        switch topic {
        case .uptake: words.name(.onlineUptakeDossiers)
        case .change: words.text(.publishedChange)
        case .mainBarrier: words.text(.publishedBarrier)
        }
    }

    private func cell(_ statements: [PublishedStatement]) -> ReportTable.Cell {
        statements.isEmpty
            ? .text(words.text(.publishedNone))
            : .text(statements.map(words.sentence).joined(separator: " "))
    }

    private var tables: [[ReportTable.Cell]] {
        if published.isStopped == now.isStopped { return [] }
        let texts = [published, now].map { $0.isStopped ? Word.publishedNone : .columnPublished }
        return [[.text(words.text(.publishedTables))] + texts.map { .text(words.text($0)) }]
    }

    /// In the order of the published page, then those that only the new one has.
    private var cells: [[ReportTable.Cell]] {
        let added = now.cells.filter { published.cell(like: $0) == nil }
        return (published.cells + added).compactMap { cell in
            let (old, new) = (published.cell(like: cell), now.cell(like: cell))
            if let old, let new, old.looksLike(new) { return nil }
            return [.text("\(words.name(cell.indicator)) – \(words.part(cell.domain))")]
                + [old, new].map { $0.map { words.cell($0.content) } ?? .text(words.text(.publishedNone)) }
        }
    }
}
