internal import Readiness
internal import SurveyData

extension LeaderPage {
    /// Whom the figures leave out: interviews that are not of the sample, households that did not answer.
    var coverage: [String] {
        let numbers = words.numbers
        var lines = content.report.besideSample.map { own in
            words.text(
                .besideSample,
                [
                    "mode": words.name(own.mode), "households": numbers.integer(own.households),
                    "filers": numbers.integer(own.filers), "online": numbers.integer(own.onlineFilers),
                ])
        }
        guard content.report.survey.sampling != .volunteer else { return lines }
        guard let response = content.survey.response, let rate = response.rate else {
            return lines + [words.text(.responseUnknown)]
        }
        lines.append(
            words.text(
                .response,
                [
                    "rate": numbers.percent(rate), "interviewed": numbers.integer(response.interviewed),
                    "refused": numbers.integer(response.refused),
                    "notHome": numbers.integer(response.notHome), "moved": numbers.integer(response.moved),
                ]))
        return lines
    }
}
