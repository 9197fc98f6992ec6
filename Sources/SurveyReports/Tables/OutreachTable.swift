internal import Readiness
internal import SurveyData

/// `outreach.csv`: households that are ready, had a procedure and filed none online, and agreed to be contacted.
///
/// Codes only, by group, then household: they are to be told, not visited, by who holds their contacts.
struct OutreachTable {
    private let report: ReadinessReport
    private let isSynthetic: Bool

    init(_ report: ReadinessReport, isSynthetic: Bool) {
        self.report = report
        self.isSynthetic = isSynthetic
    }

    func text() -> String {
        var csv = CSVText(headers: ["group_id", "household_id"], isSynthetic: isSynthetic)
        let rows = zip(report.everyone.survey.households, report.everyone.readiness).compactMap {
            household, readiness in
            readiness.isReadyNotFiling == true && !household.consentTo.isEmpty
                ? (household.group?.text ?? "", household.id.text) : nil
        }
        for row in rows.sorted(by: { $0 < $1 }) { csv.add([row.0, row.1]) }
        return csv.text
    }
}
