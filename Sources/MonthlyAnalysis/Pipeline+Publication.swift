package import Readiness
internal import SurveyData
package import SurveyReports

extension Pipeline {
    /// What residents read of the month, after all that was published before.
    ///
    /// - Throws: `SurveyError` `.notReleased` where a published page may not be replaced.
    static func publication(_ report: ReadinessReport, _ settings: AnalysisSettings) throws -> Publication {
        let month = report.survey.month ?? ReportContent.undated
        let page = try PublishedPage(
            report, target: settings.target, month: month, day: settings.day)
        do {
            return try Publication(page, after: settings.ledger?.ledger, isReplacing: settings.isRepublishing)
        } catch let refusal as PublicationRefusal {
            throw SurveyError(
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

    /// The ledger that records a report's public page; nil where the page is recorded already.
    package static func ledger(_ content: ReportContent, after file: LedgerFile) -> PublicationLedger? {
        guard content.publication.isNew else { return nil }
        let survey = content.survey
        let ledger =
            file.ledger
            ?? PublicationLedger(groups: [], formerWards: [], isSynthetic: survey.isSynthetic)
        return ledger.adding(
            content.publication.page, groups: survey.groupCodes,
            formerWards: survey.registry.formerWards.filter { !$0.isEmpty })
    }
}
