/// What one interviewer's interviews look like beside all others. It says "look again", never why.
package struct InterviewerCheck: Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        /// Twice as many answers missing as in the whole survey, and over one in ten.
        case manyMissing
        /// The middle interview took less than half the time of the survey's middle one.
        case shortInterviews
        /// More interviews on one day than hours allow at the survey's middle length: over ten hours of them.
        case crowdedDay
        /// Over half the interviews have one and the same set of answers.
        case sameAnswers
        /// Interviews among the near-duplicates.
        case nearDuplicates
    }

    /// As the survey writes it.
    package let interviewer: String
    package let interviews: Int
    package let missingShare: Double
    package let medianMinutes: Double?
    /// The most interviews on one day.
    package let busiestDay: Int
    /// Share of interviews with the interviewer's most common set of answers.
    package let sameAnswersShare: Double
    package let nearDuplicates: Int
    package let reasons: [Reason]

    /// By what to look at first: most reasons, then most interviews. Empty where nobody wrote down who asked.
    package static func all(_ survey: Survey, nearDuplicates: [NearDuplicate]) -> [InterviewerCheck] {
        let byInterviewer = survey.rowsByInterviewer
        let questions = Variable.allCases.filter {
            survey.asked.contains($0) && QuestionNonresponse.isQuestion($0)
        }
        let households = Array(survey.households)
        let nonresponse = HouseholdNonresponse(survey, questions)
        let whole = Usual(households, nonresponse.share(Array(households.indices)))
        let patterns = AnswerPatterns(survey, questions).numbers
        let similar = nearDuplicates.flatMap { [$0.first, $0.second] }.reduce(into: [Int: Int]()) {
            $0[$1] = 1
        }
        return byInterviewer.map { name, rows in
            InterviewerCheck(
                name, rows.map { households[$0] }, nonresponse.share(rows), whole,
                patterns: rows.map { patterns[$0] },
                similar: rows.count { similar[$0] != nil })
        }.sorted {
            ($1.reasons.count, $1.interviews, $0.interviewer) < (
                $0.reasons.count, $0.interviews, $1.interviewer
            )
        }
    }

    /// The whole survey's measures.
    private struct Usual {
        let missingShare: Double
        let medianMinutes: Double?

        init(_ households: [Household], _ missingShare: Double) {
            self.missingShare = missingShare
            medianMinutes = median(households.compactMap { $0.number(.duration).value })
        }
    }

    private init(
        _ name: String, _ households: [Household], _ missingShare: Double, _ usual: Usual,
        patterns: [UInt32],
        similar: Int
    ) {
        interviewer = name
        interviews = households.count
        self.missingShare = missingShare
        medianMinutes = median(households.compactMap { $0.number(.duration).value })
        busiestDay =
            Dictionary(grouping: households.compactMap(\.date), by: { $0 }).values.map(\.count).max() ?? 0
        let patterns = Dictionary(grouping: patterns, by: { $0 }).values.map(\.count)
        sameAnswersShare = Double(patterns.max() ?? 0) / Double(max(interviews, 1))
        nearDuplicates = similar
        var reasons: [Reason] = []
        if missingShare > 2 * usual.missingShare, missingShare > 0.1 { reasons.append(.manyMissing) }
        if let own = medianMinutes, let usual = usual.medianMinutes, own < usual / 2 {
            reasons.append(.shortInterviews)
        }
        if let minutes = usual.medianMinutes, Double(busiestDay) * minutes > 600 {
            reasons.append(.crowdedDay)
        }
        if interviews >= 5, sameAnswersShare > 0.5 { reasons.append(.sameAnswers) }
        if similar > 0 { reasons.append(.nearDuplicates) }
        self.reasons = reasons
    }
}

extension Household {
    /// A number that two households share exactly where they answered alike; nil where there is no answer.
    func answerCode(_ variable: Variable) -> UInt64? {
        switch variable.storage {
        case .coded: coded(variable).value.map(UInt64.init)
        case .number: number(variable).value.map(\.bitPattern)
        case .text, .id, .date: nil
        }
    }
}
