package import SurveyData
internal import VolunteerDeployment

/// Which pages of a run are printed, and how they are bound: what a PDF writer needs to know.
package struct PrintedReport: Sendable {
    /// A page that becomes a file of its own. Paths are relative to the report's folder.
    package struct Sheet: Sendable {
        /// Unique, and named in an index.
        package let key: String
        package let html, pdf: String
        package let isPrivate: Bool
    }

    /// Sheets one after another, behind an index with their page numbers.
    package struct Booklet: Sendable {
        /// A page in which "⟦key⟧" stands for the page number of a sheet.
        package let index: String
        package let keys: [String]
        package let pdf: String
        /// Stands before the number of each page: "Trang".
        package let pageLabel: String
    }

    /// A page that becomes a picture, to be sent.
    package struct Picture: Sendable {
        /// The same in ever smaller letters: the first that is one page is taken.
        package let pages: [String]
        package let png: String
    }

    package let sheets: [Sheet]
    package let booklets: [Booklet]
    package let card: Picture

    /// The files that printing makes.
    package var paths: [String] { sheets.map(\.pdf) + booklets.map(\.pdf) + [card.png] }
}

extension ReportContent {
    /// The leader's page, every volunteer's list, a booklet for each force, one of all, and one of the groups'
    /// pages; the month as a picture.
    package func printed(language: Language) -> PrintedReport {
        var sheets = [
            PrintedReport.Sheet(
                key: "leader", html: "leader/leader.html", pdf: "leader/leader.pdf", isPrivate: false)
        ]
        var booklets: [PrintedReport.Booklet] = []
        let label = Words(language).text(.columnPage)
        let groups = survey.registry.groups.map { Self.fileName($0.id.text) }
        for group in groups {
            sheets.append(
                .init(
                    key: "group " + group, html: "groups/\(group).html", pdf: "groups/\(group).pdf",
                    isPrivate: true))
        }
        if !groups.isEmpty {
            booklets.append(
                .init(
                    index: GroupsIndexPage(self, language: language).page(isPaged: true),
                    keys: groups.map { "group " + $0 }, pdf: "groups/groups.pdf", pageLabel: label))
        }
        let card = PrintedReport.Picture(
            pages: MonthCard(self, language: language).pages, png: "leader/card.png")
        guard let deployment else { return PrintedReport(sheets: sheets, booklets: booklets, card: card) }
        func booklet(_ force: Force?, _ name: String) -> PrintedReport.Booklet {
            let page = BookletPage(self, deployment: deployment, force: force, language: language)
            return .init(
                index: page.page(isPaged: true), keys: page.assignments.map { key($0) },
                pdf: "volunteers/\(name).pdf", pageLabel: label)
        }
        func key(_ assignment: VolunteerAssignment) -> String {
            "list " + Self.fileName(assignment.volunteer.text)
        }
        let assignments = deployment.plan.assignments.filter { !$0.isIdle }
        for assignment in assignments {
            let name = Self.fileName(assignment.volunteer.text)
            sheets.append(
                .init(
                    key: key(assignment), html: "volunteers/\(name).html", pdf: "volunteers/\(name).pdf",
                    isPrivate: true))
        }
        if assignments.isEmpty { return PrintedReport(sheets: sheets, booklets: booklets, card: card) }
        booklets.append(booklet(nil, "assignments"))
        for force in Force.allCases where assignments.contains(where: { $0.force == force }) {
            booklets.append(booklet(force, "booklet-\(force.rawValue)"))
        }
        return PrintedReport(sheets: sheets, booklets: booklets, card: card)
    }
}
