package import SurveyData

/// `revisits.csv`: the households to ask again, by where they stand in the file.
package struct RevisitTable: Sendable {
    private let report: QualityReport
    private let isSynthetic: Bool
    private let words: Words

    package init(_ report: QualityReport, isSynthetic: Bool, language: Language) {
        words = Words(language)
        self.report = report
        self.isSynthetic = isSynthetic
    }

    package func text() -> String {
        var csv = CSVText(
            headers: [
                "file", "line", "record", "former_ward", "group_id", "interviewer", "reason_codes",
                "reasons",
            ].map(words.head), isSynthetic: isSynthetic)
        for revisit in report.revisits {
            let household = report.survey.households[revisit.row]
            csv.add([
                household.source.file, String(household.source.line),
                String(household.source.record), household.formerWard ?? "", household.group?.text ?? "",
                household.text(.interviewer).value ?? "", revisit.reasons.joined(separator: ";"),
                revisit.reasons.map(words.reason).joined(separator: "; "),
            ])
        }
        return csv.text
    }
}

/// `changes.csv`: every automatic repair and how often it was made. The files themselves are never changed.
package struct ChangesTable: Sendable {
    private let survey: Survey
    private let isSynthetic: Bool
    private let words: Words

    package init(_ survey: Survey, isSynthetic: Bool, language: Language) {
        words = Words(language)
        self.survey = survey
        self.isSynthetic = isSynthetic
    }

    package func text() -> String {
        var csv = CSVText(
            headers: ["repair", "times", "meaning"].map(words.head), isSynthetic: isSynthetic)
        for (repair, times) in survey.repairs.sorted(by: { $0.key < $1.key }) {
            csv.add([repair, String(times), words.repair(repair)])
        }
        return csv.text
    }
}
