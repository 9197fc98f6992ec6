import Readiness
import SurveyData
import SurveyStatistics
import Testing

/// Where answers are missing by chance alone, every figure must be what it is with all answers given.
///
/// Each household stands in every pattern of missing answers, as often in one as in another: what chance does on
/// average, without its noise. So the figures agree to the last digits, or an estimator has a bias.
@Suite struct MissingAtRandomTests {
    private static let header = [
        "household_id", "residential_group", "smartphone", "computer", "internet", "e_id", "skills",
        "knows_process", "procedures_total", "procedures_online", "who_filed", "could_repeat", "channel",
    ]
    /// Columns of answers that are blanked.
    private static let blanked = Array(2...11)

    private static let households = [
        "yes,yes,mobile,level_2,send_file;install_app,yes,2,2,self,yes,online_home",
        "yes,yes,mobile,level_2,send_file;install_app,yes,1,0,,,in_person",
        "yes,no,mobile,level_2,send_file;install_app,no,1,1,family,no,online_home",
        "yes,no,mobile,level_1,none,no,0,0,,,no_need",
        "yes,no,none,none,none,no,0,0,,,no_need",
        "no,yes,fixed,level_2,send_file;online_payment,yes,3,1,self,no,mixed",
        "no,yes,fixed,level_2,send_file;install_app,no,0,0,,,no_need",
        "no,no,none,level_1,none,no,1,0,,,in_person",
        "no,no,mobile,level_2,send_file;install_app,yes,1,1,on_behalf,no,online_centre",
        // Files alone, and yet says no to a step: no barrier.
        "yes,yes,mobile,level_2,none,yes,2,1,self,yes,online_home",
        "yes,no,mobile,level_2,none,yes,0,0,,,no_need",
        "yes,yes,mobile,level_1,send_file;install_app,yes,2,0,,,in_person",
    ]

    private func estimates(isBlanked: Bool) throws -> [Indicator: IndicatorEstimate] {
        var lines = [Self.header.joined(separator: ",")]
        for pattern in 0..<1 << Self.blanked.count {
            for (number, household) in Self.households.enumerated() {
                var cells = ["A\(pattern)-\(number)", "1"]
                cells += household.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                for (bit, column) in Self.blanked.enumerated() where isBlanked && pattern >> bit & 1 == 1 {
                    cells[column] = ""
                }
                lines.append(cells.joined(separator: ","))
            }
        }
        let survey = try Survey.read(text: lines.joined(separator: "\n"), codebook: Codebook.builtIn())
        let report = try ReadinessReport(survey, target: 0.8)
        return Dictionary(
            report.estimates.filter { $0.domain.kind == .all && $0.model == nil }.map { ($0.indicator, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test("a half of all answers missing by chance moves no figure") func noFigureMoves() throws {
        let (whole, blanked) = (try estimates(isBlanked: false), try estimates(isBlanked: true))
        var compared = 0
        for indicator in Indicator.allCases {
            guard let expected = whole[indicator]?.estimate?.value else { continue }
            let found = blanked[indicator]?.estimate?.value
            #expect(
                found.map { abs($0 - expected) < 1e-9 } == true,
                "\(indicator): \(String(describing: found)), not \(expected)")
            compared += 1
        }
        #expect(compared > 40)
    }
}
