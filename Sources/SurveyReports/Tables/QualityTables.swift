package import SurveyData

/// `revisits.csv`: the households to ask again, by where they stand in the file.
package struct RevisitTable: Sendable {
    private let report: QualityReport

    package init(_ report: QualityReport) { self.report = report }

    package func text() -> String {
        var csv = CSVText(headers: [
            "file", "line", "record", "former_ward", "group_id", "interviewer", "reason_codes",
        ])
        for revisit in report.revisits {
            let household = report.survey.households[revisit.row]
            csv.add([
                household.source.file, String(household.source.line),
                String(household.source.record), household.formerWard ?? "", household.group?.text ?? "",
                household.text(.interviewer).value ?? "", revisit.reasons.joined(separator: ";"),
            ])
        }
        return csv.text
    }
}

/// `changes.csv`: every automatic repair and how often it was made. The files themselves are never changed.
package struct ChangesTable: Sendable {
    private let survey: Survey

    package init(_ survey: Survey) { self.survey = survey }

    package func text() -> String {
        var csv = CSVText(headers: ["repair", "times"])
        for (repair, times) in survey.repairs.sorted(by: { $0.key < $1.key }) {
            csv.add([repair, String(times)])
        }
        return csv.text
    }
}
