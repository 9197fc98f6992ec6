internal import Readiness
internal import SurveyData

extension LeaderPage {
    /// Every figure with its interval and base.
    var figures: HTML {
        let own =
            [tables.indicators] + tables.formerWards + [tables.householdTypes, tables.procedures]
            + tables.declared
        return .element(
            "section", [],
            [.element("h2", text: words.text(.tables))] + own.map { $0.html(words) } + [modelled]
                + tables.groups.map { $0.html(words) })
    }
}
