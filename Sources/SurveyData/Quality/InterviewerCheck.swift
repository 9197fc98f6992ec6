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
        let byInterviewer = survey.positionsByInterviewer
        if byInterviewer.isEmpty { return [] }
        let questions = Variable.allCases.filter {
            survey.asked.contains($0) && QuestionNonresponse.isQuestion($0)
        }
        let nonresponse = HouseholdNonresponse(survey, questions)
        let minutes = survey.table.numbers(.duration)
        let whole = Usual(
            missingShare: nonresponse.share(Array(survey.rows.indices)),
            medianMinutes: minutes.flatMap { ValueCounts($0, in: survey.rows).median })
        let patterns = AnswerPatterns(survey, questions).numbers
        let days = survey.table.dates.map { dates in
            (codes: dates.codes, numbers: dates.answers.map { $0.value?.dayNumber })
        }
        let similar = Set(nearDuplicates.flatMap { [$0.first, $0.second] })
        return byInterviewer.map { name, positions in
            let rows = positions.map { Int(survey.rows[$0]) }
            return InterviewerCheck(
                interviewer: name, interviews: positions.count, missingShare: nonresponse.share(positions),
                medianMinutes: median(rows.compactMap { minutes?[$0].value }),
                busiestDay: mostOften(rows.compactMap { row in days.flatMap { $0.numbers[$0.codes[row]] } }),
                sameAnswersShare: Double(mostOften(positions.map { patterns[$0] }))
                    / Double(positions.count),
                nearDuplicates: similar.isEmpty ? 0 : positions.count { similar.contains($0) }, whole)
        }.sorted {
            ($1.reasons.count, $1.interviews, $0.interviewer) < (
                $0.reasons.count, $0.interviews, $1.interviewer
            )
        }
    }

    /// How often the most frequent of some values occurs.
    private static func mostOften(_ values: [some Hashable]) -> Int {
        values.reduce(into: [:]) { $0[$1, default: 0] += 1 }.values.max() ?? 0
    }

    /// The whole survey's measures.
    private struct Usual {
        let missingShare: Double
        let medianMinutes: Double?
    }

    private init(
        interviewer: String, interviews: Int, missingShare: Double, medianMinutes: Double?,
        busiestDay: Int, sameAnswersShare: Double, nearDuplicates: Int, _ usual: Usual
    ) {
        self.interviewer = interviewer
        self.interviews = interviews
        self.missingShare = missingShare
        self.medianMinutes = medianMinutes
        self.busiestDay = busiestDay
        self.sameAnswersShare = sameAnswersShare
        self.nearDuplicates = nearDuplicates
        var reasons: [Reason] = []
        if missingShare > 2 * usual.missingShare, missingShare > 0.1 { reasons.append(.manyMissing) }
        if let own = medianMinutes, let usual = usual.medianMinutes, own < usual / 2 {
            reasons.append(.shortInterviews)
        }
        if let minutes = usual.medianMinutes, Double(busiestDay) * minutes > 600 {
            reasons.append(.crowdedDay)
        }
        if interviews >= 5, sameAnswersShare > 0.5 { reasons.append(.sameAnswers) }
        if nearDuplicates > 0 { reasons.append(.nearDuplicates) }
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
