import Basics
import TestSupport
import Testing

@testable import SurveyData

@Suite struct QualityTests {
    private static let header =
        "household_id,residential_group,household_size,people_60_plus,children,respondent_age,smartphone,computer,"
        + "internet,e_id,procedures_total,procedures_online,channel,who_filed,could_repeat,barriers,interviewer,duration"

    private func survey(_ rows: [String], registry: Registry? = nil) throws -> Survey {
        let text = ([Self.header] + rows.enumerated().map { "H\($0.offset),\($0.element)" }).joined(
            separator: "\n")
        return try Survey.read(text: text + "\n", codebook: Codebook.builtIn(), registry: registry)
    }

    @Test(arguments: [
        ("1,2,3,0,40,yes,no,fixed,level_2,1,1,online_home,self,yes,none", ContradictionRule.olderOverSize),
        ("1,2,0,3,40,yes,no,fixed,level_2,1,1,online_home,self,yes,none", .childrenOverSize),
        ("1,2,0,0,40,yes,no,fixed,level_2,1,0,no_need,,,none", .dossiersWithoutNeed),
        ("1,2,0,0,40,yes,no,fixed,level_2,0,0,no_need,self,,none", .filerWithoutOnline),
        ("1,2,0,0,40,yes,no,fixed,level_2,1,0,in_person,self,yes,none", .repeatWithoutOnline),
        ("1,2,0,0,40,yes,no,none,level_2,1,1,online_home,self,yes,none", .onlineAtHomeWithoutInternet),
        ("1,2,0,0,40,no,no,fixed,level_2,0,0,no_need,,,none", .eIDWithoutDevice),
        ("1,2,0,0,40,yes,no,fixed,level_2,0,0,no_need,,,no_device", .reasonNoDevice),
        ("1,2,0,0,40,yes,no,fixed,level_2,0,0,no_need,,,no_internet", .reasonNoInternet),
    ])
    func answersThatContradictAreFound(row: String, rule: ContradictionRule) throws {
        let report = QualityReport(try survey(["\(row),NV1,20"]), seed: 1)
        #expect(report.contradictions.filter { !$0.rows.isEmpty }.map(\.rule) == [rule])
        #expect(report.revisits.map(\.reasons) == [[rule.rawValue]])
    }

    @Test func answersThatAgreeOrAreMissingBreakNoRule() throws {
        let rows = [
            "1,2,1,1,40,yes,no,fixed,level_2,1,1,online_home,self,yes,none,NV1,20",
            "1,,,,,,,,,,,,,,,NV1,20", "1,2,2,0,70,no,no,none,none,0,0,no_need,,,no_device,NV1,20",
        ]
        let report = QualityReport(try survey(rows), seed: 1)
        #expect(!report.contradictions.contains { !$0.rows.isEmpty })
        // The second answers nothing at all.
        #expect(report.revisits.map(\.row) == [1])
        #expect(report.revisits.first?.reasons == ["mostlyMissing"])
    }

    /// Groups of chance answers; in one of them, a copied household.
    @Test func aCopiedInterviewIsFoundAndChanceIsNot() throws {
        var random = SplitMix64(test: 5)
        func answers() -> [String] {
            let size = Int.random(in: 1...7, using: &random)
            func pick(_ words: String...) -> String { words.randomElement(using: &random) ?? "" }
            return [
                "\(size)", "\(Int.random(in: 0...min(size, 2), using: &random))", "0",
                "\(Int.random(in: 20...80, using: &random))", pick("yes", "no"), pick("yes", "no"),
                pick("fixed", "mobile", "none"), pick("none", "level_1", "level_2"),
                "\(Int.random(in: 0...3, using: &random))", "0", pick("in_person", "mixed"), "", "",
                pick("none", "fear_fraud", "other", "prefers_in_person"),
            ]
        }
        var rows: [String] = []
        for group in 1...30 {
            var households = (0..<40).map { _ in answers() }
            if group == 7 { households[31] = households[4] }
            rows += households.map { "\(group),\($0.joined(separator: ",")),NV\(group),20" }
        }
        let survey = try survey(rows)
        let found = NearDuplicate.all(survey, seed: 9)
        let planted = found.filter { survey.households[$0.first].group?.text.hasSuffix("7") == true }
        #expect(planted.contains { $0.first == 6 * 40 + 4 && $0.second == 6 * 40 + 31 })
        // One group in a hundred has such a pair by chance: 29 groups hardly have four.
        let others = Set(found.map { survey.households[$0.first].group?.text ?? "" }).count
        #expect(others <= 4, "\(others) groups named")
        let again = NearDuplicate.all(survey, seed: 9)
        #expect(found == again)
    }

    @Test func anInterviewerWhoIsUnlikeTheOthersStandsOnTop() throws {
        let usual = "40,yes,no,fixed,level_2,1,1,online_home,self,yes,none"
        let rows =
            (0..<20).map {
                "1,\(1 + $0 % 6),0,0,\(20 + $0),yes,no,fixed,level_2,1,1,online_home,self,yes,none,NV1,20"
            }
            + (0..<10).map { _ in "1,2,0,0,\(usual),NV2,5" }
        let report = QualityReport(try survey(rows), seed: 1)
        let first = try #require(report.interviewers.first)
        #expect(first.interviewer == "NV2")
        #expect(first.reasons.contains(.shortInterviews))
        #expect(first.reasons.contains(.sameAnswers))
        #expect(report.interviewers.last?.reasons.contains(.shortInterviews) == false)
    }

    @Test func aGroupWithTooFewInterviewsIsBehind() throws {
        let groups = try Registry(
            table: WardTable(
                text:
                    "former_ward,residential_group,group_id,households\nSen,1,S1,100\nSen,2,S2,100\nSen,3,S3,100\nSen,4,S4,100\n",
                name: "groups.csv"))
        let row = "2,0,0,40,yes,no,fixed,level_2,1,1,online_home,self,yes,none,NV1,20"
        let rows = [("1", 20), ("2", 20), ("3", 9)].flatMap { group, count in
            Array(repeating: "\(group),\(row)", count: count)
        }
        let progress = GroupProgress.all(try survey(rows, registry: groups))
        #expect(progress.map(\.interviews) == [20, 20, 9, 0])
        #expect(progress.map(\.isBehind) == [false, false, true, true])
        #expect(progress.first?.expected == 20)
    }

    /// Smallest q with P(X > q) <= 1e-4: Poisson of mean 3, negative binomial of shape 2 and mean 3; summed in Python 3.11
    /// with math.lgamma, what R's qpois and qnbinom are defined to give.
    @Test(arguments: [(3.0, 3.0, 1e-4, 11.0), (3.0, 7.5, 1e-4, 22.0)])
    func theHighestUsualCountIsTheQuantile(mean: Double, variance: Double, chance: Double, quantile: Double) {
        // P(X > q) <= chance, so that a count over q is rarer.
        #expect(CountOutlier.highest(mean: mean, variance: variance, rarer: chance) == quantile)
    }

    @Test func aCountThatNoHouseholdHasIsAnOutlier() throws {
        var rows = (0..<300).map {
            "1,\(1 + $0 % 6),0,0,\(20 + $0 % 50),yes,no,fixed,level_2,\($0 % 3),0,in_person,,,none,NV1,20"
        }
        #expect(CountOutlier.all(try survey(rows)).isEmpty)
        rows[77] = "1,4,0,0,44,yes,no,fixed,level_2,40,0,in_person,,,none,NV1,20"
        #expect(CountOutlier.all(try survey(rows)) == [CountOutlier(row: 77, variable: .proceduresTotal)])
    }

    @Test func aQuestionThatOneFileLacksIsNamed() throws {
        var reading = SurveyReading(codebook: try Codebook.builtIn(), registry: nil, sampling: nil)
        try reading.add(text: "household_id,residential_group,smartphone\nA1,1,yes\n", name: "a.csv")
        try reading.add(text: "household_id,residential_group,Phone at home\nA2,1,yes\n", name: "b.csv")
        let issues = try reading.survey(.only).issues.filter { $0.code == .versionBreak }
        #expect(issues.map(\.file) == ["b.csv"])
        #expect(issues.first?.action.contains("\"Phone at home\"") == true)
    }
}
