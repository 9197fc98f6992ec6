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
        var lines = (content.isSynthetic ? [words.text(.syntheticMark)] : []) + [title]
        if let uptake = content.report.estimate(.onlineUptakeDossiers), uptake.isShown {
            lines.append(
                words.text(
                    .messageUptake,
                    ["value": words.value(uptake), "interval": words.intervalBehind(uptake)]))
        }
        lines += limits + findings
        if let plan { lines.append(plan) }
        let end = words.text(.messageEnd)
        var text = ""
        for line in lines where text.count + line.count + end.count + 2 <= Self.most { text += line + "\n" }
        return text + end + "\n"
    }

    var title: String {
        words.text(.pageTitle, ["month": words.numbers.month(content.month)])
    }

    /// Of whom the figures speak, where that is not the whole ward.
    var limits: [String] { sentences([.amongThoseAsked, .onlineOnlyCoverage]) }

    /// Whether the uptake changed, and the main barrier.
    var findings: [String] {
        sentences([
            .uptakeRose, .uptakeFell, .uptakeChangeNotTellable, .mainBarrier, .mainBarrierNotTellable,
        ])
    }

    private func sentences(_ codes: Set<Finding.Code>) -> [String] {
        content.report.findings.filter { codes.contains($0.code) }
            .map { words.sentence($0, since: content.report.change?.previousMonth) }
    }

    /// What the plan sends; nil where it sends nobody.
    var plan: String? {
        guard let plan = content.deployment?.plan, !plan.visits.isEmpty else { return nil }
        return words.text(
            .messagePlan,
            [
                "people": words.numbers.integer(plan.assignments.count { !$0.isIdle }),
                "visits": words.numbers.integer(plan.visits.count),
                "gain": words.numbers.decimal(plan.expectedGain, digits: 0),
            ])
    }
}
