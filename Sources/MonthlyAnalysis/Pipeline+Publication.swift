internal import Basics
package import Readiness
internal import SurveyData
package import SurveyReports

extension Pipeline {
    /// What residents read of the month, after all that was published before.
    ///
    /// - Throws: `Diagnostic` `.notReleased` where a published page may not be replaced.
    static func publication(_ report: ReadinessReport, _ settings: AnalysisSettings) throws -> Publication {
        let month = report.survey.month ?? ReportContent.undated
        let page = try PublishedPage(
            report, target: settings.target, month: month, day: settings.day)
        let ledger = settings.ledger?.ledger(of: report.survey)
        try refuseOtherSurvey(page, ledger, settings)
        do {
            return try Publication(page, after: ledger, isReplacing: settings.isRepublishing)
        } catch let refusal as PublicationRefusal {
            throw Diagnostic(
                .notReleased, file: settings.ledger?.path ?? LedgerFile.usualName,
                found:
                    "a new public page of \(refusal.month) that would tell the answers of a few households to whoever "
                    + "has both pages",
                expected: "a page that leaves them open",
                action:
                    "Leave out --republish: the page stays as published, and late interviews count from the next month."
            )
        }
    }

    /// Two surveys without dates cannot be told apart by their month: one of which few households were asked before
    /// is no later run of the one that was published.
    private static func refuseOtherSurvey(
        _ page: PublishedPage, _ ledger: PublicationLedger?, _ settings: AnalysisSettings
    ) throws(Diagnostic) {
        guard page.month == ReportContent.undated, let published = ledger?[page.month]?.page,
            published.shareOfHouseholds(in: page) < 0.5
        else { return }
        throw Diagnostic(
            .foreignLedger, file: settings.ledger?.path ?? LedgerFile.usualName,
            found: "the public page of another survey without dates",
            expected:
                "a survey with dates, or one with most of the households of the page that was published",
            action: "Name another ledger with --ledger, or another folder with --output.")
    }

    /// The ledger that records a report's public page; nil where the page is recorded already.
    package static func ledger(_ content: ReportContent, after file: LedgerFile) -> PublicationLedger? {
        guard content.publication.isNew else { return nil }
        let survey = content.survey
        let ledger =
            file.ledger(of: survey)
            ?? PublicationLedger(groups: [], formerWards: [], isSynthetic: survey.isSynthetic)
        return ledger.adding(
            content.publication.page, groups: survey.groupCodes,
            formerWards: survey.registry.formerWards.filter { !$0.isEmpty })
    }
}
