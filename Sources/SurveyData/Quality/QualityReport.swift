internal import Basics

/// How good the interviews are, and which to do again.
package struct QualityReport: Sendable {
    package let survey: Survey
    package let progress: [GroupProgress]
    package let nonresponse: [QuestionNonresponse]
    package let interviewers: [InterviewerCheck]
    package let nearDuplicates: [NearDuplicate]
    package let outliers: [CountOutlier]
    /// Households by rule that their answers break: positions in the survey.
    package let contradictions: [(rule: ContradictionRule, rows: [Int])]
    package let revisits: [Revisit]
    /// Of the shuffles for near-duplicates.
    package let seed: UInt64

    /// A household to ask again, and why.
    package struct Revisit: Sendable {
        /// Position in the survey.
        package let row: Int
        /// Codes: rules broken, `nearDuplicate`, `outlier`, `mostlyMissing`.
        package let reasons: [String]
    }

    /// Where nobody asks for another.
    package static let usualSeed: UInt64 = 1

    /// The figures do not depend on the number of threads.
    package init(_ survey: Survey, seed: UInt64, threads: Int = 1) {
        self.survey = survey
        self.seed = seed
        progress = GroupProgress.all(survey)
        nonresponse = QuestionNonresponse.all(survey)
        nearDuplicates = NearDuplicate.all(survey, seed: seed, threads: threads)
        (contradictions, (outliers, interviewers)) = alongside(
            threads: threads, { ContradictionRule.broken(in: survey) }
        ) { [nearDuplicates] in
            (CountOutlier.all(survey), InterviewerCheck.all(survey, nearDuplicates: nearDuplicates))
        }
        revisits = Self.revisits(survey, contradictions, nearDuplicates, outliers)
    }

    /// Most reasons first, then by place in the file.
    private static func revisits(
        _ survey: Survey, _ contradictions: [(rule: ContradictionRule, rows: [Int])],
        _ nearDuplicates: [NearDuplicate], _ outliers: [CountOutlier]
    ) -> [Revisit] {
        var reasons: [Int: [String]] = [:]
        for (rule, rows) in contradictions {
            for row in rows { reasons[row, default: []].append(rule.rawValue) }
        }
        for row in Set(nearDuplicates.flatMap { [$0.first, $0.second] }).sorted() {
            reasons[row, default: []].append("nearDuplicate")
        }
        for row in Set(outliers.map(\.row)).sorted() { reasons[row, default: []].append("outlier") }
        let questions = Variable.allCases.filter {
            survey.asked.contains($0) && QuestionNonresponse.isQuestion($0)
        }
        if questions.count >= 5 {
            let missing = survey.table.missingCounts(questions, in: survey.rows)
            for (row, count) in missing.enumerated() where count * 2 > questions.count {
                reasons[row, default: []].append("mostlyMissing")
            }
        }
        return reasons.map { Revisit(row: $0.key, reasons: $0.value) }
            .sorted { ($1.reasons.count, $0.row) < ($0.reasons.count, $1.row) }
    }
}
