internal import Basics
internal import SurveyData
internal import SurveyStatistics

/// Two months of a ward as survey files, three months apart: half of the households of the second were asked in the
/// first, unless said otherwise.
///
/// A household mostly answers as before; those that do not take one another's answers inside their group, so that
/// without a rise the truth of each group is the same in both months, to the household.
struct MadeUpMonths {
    struct Settings {
        /// Households asked in each group.
        var asked = 30
        /// Share of households with a dossier.
        var filers = 0.5
        /// By how much the ward's share of dossiers online rises, in share points.
        var wardRise = 0.0
        /// Share of the second month's households that were not asked in the first.
        var fresh = 0.5
        /// Share of households that take one another's answers.
        var movers = 0.4
        var risingGroups = 0
        var groupRise = 0.0
    }

    let registry: Registry
    let before, after: String
    /// Codes of the groups that rise.
    let rising: Set<String>

    private static let header =
        "household_id,survey_date,former_ward,residential_group,smartphone,internet,e_id,skills,knows_process,"
        + "procedures_total,procedures_online,who_filed"

    private struct Answers {
        var dossiers: Int
        var online: Bool
        var ready: Int
    }

    init(_ settings: Settings, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var groups: [ResidentialGroup] = []
        var first: [String] = [Self.header]
        var second = first
        var rising: Set<String> = []
        for place in 0..<97 {
            let size = 200 + random.below(361)
            let code = place < 10 ? "G0\(place)" : "G\(place)"
            let ward = "Ward \(place % 7)"
            groups.append(
                ResidentialGroup(
                    id: GroupID(code), formerWard: ward, name: code, households: size, share60Plus: nil,
                    latitude: nil, longitude: nil, siteDistanceKilometres: nil))
            let rises = place < settings.risingGroups
            if rises { rising.insert(code) }
            let share = 0.2 + 0.4 * random.share()
            let own = Self.population(size, share: rises ? 0.3 : share, settings.filers, &random)
            let next = Self.later(
                own, movers: settings.movers, rise: rises ? settings.groupRise : settings.wardRise, &random)
            var order = Array(0..<size)
            // Of a part of a household there is one more by chance.
            let fresh = Int(Double(settings.asked) * settings.fresh + random.share())
            for place in 0..<(settings.asked + fresh) {
                order.swapAt(place, place + random.below(size - place))
            }
            for household in order.prefix(settings.asked) {
                first.append(Self.row(own[household], household, code, ward, "2025-08-15"))
            }
            for household in order[fresh..<(fresh + settings.asked)] {
                second.append(Self.row(next[household], household, code, ward, "2025-11-15"))
            }
        }
        registry = Registry(groups: groups, isGiven: true)
        before = first.joined(separator: "\n") + "\n"
        after = second.joined(separator: "\n") + "\n"
        self.rising = rising
    }

    private static func population(
        _ size: Int, share: Double, _ filers: Double, _ random: inout SplitMix64
    ) -> [Answers] {
        (0..<size).map { _ in
            let files = random.share() < filers
            let online = random.share() < share
            let level = random.share()
            let ready = online ? 5 : [0.12, 0.2, 0.35, 0.55, 0.75].count { level > $0 }
            return Answers(dossiers: files ? 1 + random.below(3) : 0, online: online, ready: ready)
        }
    }

    /// The answers of the second month: some households take one another's, then some begin to file online.
    private static func later(
        _ answers: [Answers], movers share: Double, rise: Double, _ random: inout SplitMix64
    ) -> [Answers] {
        var next = answers
        let movers = answers.indices.filter { _ in random.share() < share }
        var order = movers
        for place in order.indices.dropLast() {
            order.swapAt(place, place + random.below(order.count - place))
        }
        for (mover, source) in zip(movers, order) { next[mover] = answers[source] }
        guard rise > 0 else { return next }
        let offline = next.indices.filter { !next[$0].online }
        let left = Double(offline.count) / Double(next.count)
        for household in offline where random.share() < rise / left {
            next[household].online = true
            next[household].ready = 5
        }
        return next
    }

    private static func row(
        _ answers: Answers, _ household: Int, _ group: String, _ ward: String, _ date: String
    ) -> String {
        func yes(_ step: Int) -> Bool { answers.ready >= step }
        let online = answers.online ? answers.dossiers : 0
        return [
            "\(group)-\(household)", date, ward, group, yes(1) ? "yes" : "no", yes(2) ? "mobile" : "none",
            yes(3) ? "level_2" : "level_1", yes(4) ? "send_file;install_app" : "none",
            yes(5) ? "yes" : "no", "\(answers.dossiers)", "\(online)", online > 0 ? "self" : "",
        ].joined(separator: ",")
    }
}
