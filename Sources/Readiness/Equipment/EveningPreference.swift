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

    /// Other times that evenings are compared with: those named most.
    private static let comparedTimes = 8

    /// Of the households at `rows` (ascending) of the survey.
    ///
    /// - Throws: `DesignError`.
    init(_ report: ReadinessReport, times: PreferredTimes, rows: [Int]) throws {
        let known = rows.filter { times.times[$0] != nil }
        var counts = times.names.map { _ in 0 }
        for row in known { if let time = times.times[row] { counts[time] += 1 } }
        var answers: [Double?] = Array(repeating: nil, count: times.times.count)
        func estimate(_ time: Int?, _ method: IntervalMethod) throws -> Estimate? {
            if known.isEmpty { return nil }
            for row in known { answers[row] = times.times[row] == time ? 1 : 0 }
            return try report.households.mean(of: answers, in: .rows(known), interval: method)
        }
        // nil: nobody named it. As no known household's time is nil, its share is 0.
        let evening = times.names.firstIndex(of: PreferredTimes.evening)
        count = evening.map { counts[$0] } ?? 0
        of = known.count
        self.estimate = try estimate(evening, .beta)
        gate = Gate(
            self.estimate, korn: try estimate(evening, .betaTruncated)?.interval, count: count,
            isProtected: true)
        guard gate.isShown, let own = self.estimate?.interval else {
            isMostChosen = nil
            return
        }
        let others = counts.indices.filter { $0 != evening && counts[$0] > 0 }
            .sorted { (counts[$1], times.names[$0]) < (counts[$0], times.names[$1]) }
        isMostChosen = Self.isMost(
            own, try others.prefix(Self.comparedTimes).compactMap { try estimate($0, .beta)?.interval })
    }

    private static func isMost(_ own: ConfidenceInterval, _ others: [ConfidenceInterval]) -> Bool? {
        if others.allSatisfy({ $0.upper < own.lower }) { return true }
        return others.contains { $0.lower > own.upper } ? false : nil
    }
}
