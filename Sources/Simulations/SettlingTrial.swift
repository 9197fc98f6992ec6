internal import Basics
internal import Readiness
internal import SurveyData
internal import SurveyStatistics

/// Wards whose first sample leaves something open and names the interviews that would settle it: how often as many
/// settle it where the truth is what the first sample saw.
struct SettlingTrial {
    enum Question: String, CaseIterable { case target, barrier }

    let question: Question

    private static let target = 0.6

    static func printAll(wards: Int) throws {
        for question in Question.allCases {
            let trial = SettlingTrial(question: question)
            var (open, settled, more, seed) = (0, 0, 0.0, UInt64(0))
            while open < wards {
                seed += 1
                guard let found = try trial.run(seed: seed) else { continue }
                open += 1
                if found.isSettled { settled += 1 }
                more += Double(found.more)
            }
            print(
                "\(question.rawValue): \(settled) of \(open) wards settled (\(percent(Double(settled) / Double(open))) %), "
                    + "\(decimal(more / Double(open), 0)) more interviews on average, seeds 1…\(seed)")
        }
    }

    /// nil where the first sample leaves nothing open, or names no interviews.
    private func run(seed: UInt64) throws -> (isSettled: Bool, more: Int)? {
        var random = SplitMix64(seed: seed)
        let sizes = (0..<97).map { _ in 200 + random.below(361) }
        let difference = (random.share() - 0.5) * 0.08
        let first = try finding(sizes, difference: difference, asked: 970, &random)
        guard let first, let more = first.moreInterviews, case .moreInterviews = first.outlook,
            let seen = seen(first)
        else { return nil }
        let second = try finding(sizes, difference: seen, asked: 970 + more, &random)
        return (second?.certainty == .certain, more)
    }

    /// The difference that a finding is about.
    private func seen(_ finding: Finding) -> Double? {
        guard let first = finding.figures.first?.estimate?.value else { return nil }
        switch question {
        case .target: return first - Self.target
        case .barrier: return finding.figures.dropFirst().first?.estimate.map { first - $0.value }
        }
    }

    private func finding(
        _ sizes: [Int], difference: Double, asked: Int, _ random: inout SplitMix64
    ) throws -> Finding? {
        var lines = [
            question == .target
                ? "household_id,residential_group,procedures_total,procedures_online"
                : "household_id,residential_group,smartphone,internet,e_id,skills,knows_process"
        ]
        var groups: [ResidentialGroup] = []
        // What is owed to each answer so far, so that the ward's shares are exact.
        var owed: [String: Double] = [:]
        for (group, size) in sizes.enumerated() {
            let code = "G\(group)"
            groups.append(
                ResidentialGroup(
                    id: GroupID(code), formerWard: "Ward \(group % 7)", name: code, households: size,
                    share60Plus: nil, latitude: nil, longitude: nil, siteDistanceKilometres: nil))
            let answers = (0..<size).map { answer($0, difference, &owed) }
            var order = Array(0..<size)
            let count = min(size, asked / sizes.count + (group < asked % sizes.count ? 1 : 0))
            for place in 0..<count { order.swapAt(place, place + random.below(size - place)) }
            lines += order.prefix(count).map { "\(code)-\($0),\(code),\(answers[$0])" }
        }
        let survey = try Survey.read(
            text: lines.joined(separator: "\n"), codebook: Codebook.builtIn(),
            registry: Registry(groups: groups, isGiven: true), sampling: .probability)
        let codes: Set<Finding.Code> =
            question == .target
            ? [.uptakeBelowTarget, .uptakeAboveTarget, .uptakeNotTellable]
            : [.mainBarrier, .mainBarrierNotTellable]
        return try ReadinessReport(survey, target: Self.target).findings.first { codes.contains($0.code) }
    }

    /// A household's answers: the shares of all are those wanted, to the household.
    private func answer(_ place: Int, _ difference: Double, _ owed: inout [String: Double]) -> String {
        switch question {
        case .target:
            let dossiers = place % 4
            let online = Self.next(["\(dossiers) yes": Self.target + difference], &owed) != nil
            return "\(dossiers),\(online ? dossiers : 0)"
        case .barrier:
            let skill = 0.25 - abs(difference) / 2
            let failed = Self.next(["eID": 0.25 + abs(difference) / 2, "skill": skill, "know": 0.1], &owed)
            return "yes,fixed,\(failed == "eID" ? "none" : "level_2"),"
                + "\(failed == "skill" ? "call" : "send_file;install_app"),\(failed == "know" ? "no" : "yes")"
        }
    }

    /// The answer that is owed most, if a whole one is; nil: none of them.
    private static func next(_ shares: [String: Double], _ owed: inout [String: Double]) -> String? {
        for (answer, share) in shares { owed[answer, default: 0] += share }
        let most = shares.keys.sorted().max { owed[$0, default: 0] < owed[$1, default: 0] }
        guard let most, owed[most, default: 0] >= 0.5 else { return nil }
        owed[most, default: 0] -= 1
        return most
    }
}
