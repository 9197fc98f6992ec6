internal import SurveyData
package import SurveyStatistics

/// How many households would rather come in the evening.
package struct EveningPreference: Sendable {
    /// Share that names an evening, of those that named a time.
    package let estimate: Estimate?
    package let gate: Gate
    package let count: Int
    package let of: Int
    /// Whether the interval of evenings stands clear above that of every other time (true) or below that of one
    /// (false); nil where the data do not tell, or the share is hidden.
    package let isMostChosen: Bool?

    package var shown: Estimate? { gate.isShown ? estimate : nil }

    /// Of the households at `rows` (ascending) of the survey; `times` as `times(of:)` has them.
    ///
    /// - Throws: `DesignError`.
    init(_ report: ReadinessReport, times: [String?], rows: [Int]) throws {
        let known = rows.filter { times[$0] != nil }
        func estimate(_ time: String, _ method: IntervalMethod) throws -> Estimate? {
            if known.isEmpty { return nil }
            return try report.households.proportion(
                of: times.map { $0.map { $0 == time } }, in: .rows(known), interval: method)
        }
        let evening = try estimate(Self.evening, .beta)
        count = known.count { times[$0] == Self.evening }
        of = known.count
        self.estimate = evening
        gate = Gate(
            evening, korn: try estimate(Self.evening, .betaTruncated)?.interval, count: count,
            isProtected: true)
        let others = Set(known.compactMap { times[$0] }).subtracting([Self.evening]).sorted()
        let intervals = try others.compactMap { try estimate($0, .beta)?.interval }
        isMostChosen =
            gate.isShown ? evening?.interval.flatMap { Self.isMost($0, intervals) } : nil
    }

    private static func isMost(_ own: ConfidenceInterval, _ others: [ConfidenceInterval]) -> Bool? {
        if others.allSatisfy({ $0.upper < own.lower }) { return true }
        return others.contains { $0.lower > own.upper } ? false : nil
    }

    /// One a household: the code of the time it named.
    static func times(of survey: Survey) -> [String?] {
        var codes: [String: String] = [:]
        return survey.households.map { household in
            household.text(.preferredTime).value.map { written in
                if let code = codes[written] { return code }
                let code = time(written)
                codes[written] = code
                return code
            }
        }
    }

    private static let evening = "evening"

    /// The code of a time as written: every way to say evening is one.
    private static func time(_ written: String) -> String {
        let folded = fold(written)
        return folded.contains("evening") || folded.contains("buoitoi") || folded.hasPrefix("toi")
            ? evening : folded
    }
}
