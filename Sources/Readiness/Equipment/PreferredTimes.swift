internal import Basics
internal import SurveyData

/// When the households of a survey have time.
struct PreferredTimes {
    static let evening = "evening"

    /// Codes of times, each once.
    let names: [String]
    /// By household: the position of its time; nil where it named none.
    let times: [Int?]

    /// nil where the survey did not ask.
    init?(_ survey: Survey) {
        guard let column = survey.table.texts(.preferredTime) else { return nil }
        var known: [String: Int] = [:]
        var names: [String] = []
        let byCode = column.answers.map { answer in
            answer.value.map { written -> Int in
                let name = Self.name(written)
                if let time = known[name] { return time }
                known[name] = names.count
                names.append(name)
                return names.count - 1
            }
        }
        self.names = names
        times = survey.rows.map { byCode[column.codes[Int($0)]] }
    }

    /// The code of a time as written: every way to say evening is one.
    private static func name(_ written: String) -> String {
        let folded = fold(written)
        return folded.contains("evening") || folded.contains("buoitoi") || folded.hasPrefix("toi")
            ? evening : folded
    }
}
