internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

/// `message.txt`: the month in at most 900 characters, to be sent to a group chat.
struct MonthMessage {
    let content: ReportContent
    let words: Words

    init(_ content: ReportContent, language: Language) {
        self.content = content
        words = Words(language)
    }

    static let most = 900

    /// Whole sentences only, the most important first; ends with a line break.
    func text() -> String {
        var lines = [
            words.text(.pageTitle, ["month": content.survey.month.map(words.numbers.month) ?? content.month])
        ]
        if let uptake = content.report.estimate(.onlineUptakeDossiers), uptake.isShown {
            lines.append(
                "\(words.text(.headlineLabel)): \(words.value(uptake)) (\(words.interval(uptake))).")
        }
        let claims = content.report.findings.filter { $0.certainty != .note }
        let wanted = claims.filter { Self.codes.contains($0.code) }
        lines += wanted.map { words.sentence($0, since: content.report.change?.previousMonth) }
        if let plan = content.deployment?.plan, !plan.visits.isEmpty {
            lines.append(
                words.text(
                    .messagePlan,
                    [
                        "people": words.numbers.integer(plan.assignments.count { !$0.visits.isEmpty }),
                        "visits": words.numbers.integer(plan.visits.count),
                        "gain": words.numbers.decimal(plan.expectedGain, digits: 0),
                    ]))
        }
        let end = words.text(.messageEnd)
        var text = ""
        for line in lines where text.count + line.count + end.count + 2 <= Self.most { text += line + "\n" }
        return text + end + "\n"
    }

    private static let codes: Set<Finding.Code> = [
        .uptakeRose, .uptakeFell, .uptakeChangeNotTellable, .mainBarrier, .mainBarrierNotTellable,
    ]
}
