import Basics
import Readiness
import SurveyData
import VolunteerDeployment
import TestSupport

/// What goes into a problem, so that tests can shuffle and search it.
struct Instance {
    var groups: [ResidentialGroup] = []
    var volunteers: [Volunteer] = []
    var needs: [SupportNeed] = []
    var quotas: [QuotaNeed] = []
    var playbook: Playbook

    func problem() throws -> DeploymentProblem {
        try DeploymentProblem(
            groups: groups, volunteers: volunteers, needs: needs, quotas: quotas, playbook: playbook)
    }
}

func group(
    _ id: String, ward: String = "A", households: Int = 400, at place: (Double, Double)? = nil
) -> ResidentialGroup {
    ResidentialGroup(
        id: GroupID(id), formerWard: ward, name: id, households: households, share60Plus: nil,
        latitude: place?.0, longitude: place?.1, siteDistanceKilometres: nil)
}

func volunteer(
    _ id: String, _ force: Force, home: String?, minutes: Int, groups: Int = 3, never: [String] = []
) -> Volunteer {
    Volunteer(
        id: VolunteerID(id), name: "", force: force, phone: "", homeGroup: home.map { GroupID($0) },
        minutes: minutes, maximumGroups: groups, skills: [], available: [],
        neverHouseholds: Set(never.map { HouseholdID($0) }))
}

func need(
    _ id: String, in group: String, _ steps: [CascadeStep], dossiers: Double = 1,
    consent: Set<Force> = [.youth, .police, .women], address: String = "", types: Set<HouseholdType> = [],
    place: HouseholdPlace? = nil
) -> SupportNeed {
    SupportNeed(
        household: HouseholdID(id), group: GroupID(group), failedSteps: steps, types: types,
        expectedDossiers: dossiers, consentTo: consent, address: address, place: place)
}

extension Playbook {
    /// The built-in one, owing nothing to anyone and free to go: what a plan is worth by visits alone.
    static func plain(
        travel: TravelSettings = TravelSettings(
            minutesPerGroup: 10, minutesPerKilometre: 4, dossiersPerKilometre: 0)
    ) throws -> Playbook {
        let book = try Playbook.builtIn()
        let settings = book.settings
        return Playbook(
            name: book.name,
            settings: PlaybookSettings(
                maximumMinutesShare: settings.maximumMinutesShare, nearGroups: settings.nearGroups,
                longestVisitMinutes: settings.longestVisitMinutes, needsProcedure: settings.needsProcedure,
                dossiersCap: settings.dossiersCap, quotaReach: settings.quotaReach, atHome: settings.atHome,
                closedDoorMinutes: settings.closedDoorMinutes, withoutWish: settings.withoutWish,
                travel: travel, floors: .none),
            barriers: book.barriers, taskWords: book.taskWords)
    }
}

extension Instance {
    /// A random small ward: tight or loose minutes, few or many groups a volunteer, some never-lists.
    static func random(seed: Int, playbook: Playbook, most: Int = 30) -> Instance {
        var random = SplitMix64(test: seed)
        var instance = Instance(playbook: playbook)
        let groups = Int.random(in: 1...5, using: &random)
        for index in 0..<groups {
            let place = random.chance(0.7) ? (21.2 + Double(index) * 0.01, 106.2) : nil
            instance.groups.append(group("G\(index)", ward: index % 2 == 0 ? "A" : "B", at: place))
        }
        for index in 0..<Int.random(in: 0...most, using: &random) {
            instance.needs.append(
                need(
                    "H\(index)", in: "G\(Int.random(in: 0..<groups, using: &random))", pattern(&random),
                    dossiers: [0, 0.5, 1, 2.4, 5][Int.random(in: 0..<5, using: &random)],
                    consent: Set(Force.allCases.filter { _ in random.chance(0.6) }),
                    types: Set(HouseholdType.allCases.filter { _ in random.chance(0.3) })))
        }
        for index in 0..<groups where random.chance(0.5) {
            instance.quotas.append(
                QuotaNeed(
                    group: GroupID("G\(index)"), failedSteps: pattern(&random),
                    count: Int.random(in: 0...8, using: &random), expectedDossiers: 1.2))
        }
        let looseness = [60, 200, 900][Int.random(in: 0..<3, using: &random)]
        for index in 0..<Int.random(in: 0...7, using: &random) {
            let never = instance.needs.filter { _ in random.chance(0.1) }.map(\.household.text)
            instance.volunteers.append(
                volunteer(
                    "V\(index)", Force.allCases[Int.random(in: 0..<3, using: &random)],
                    home: random.chance(0.8) ? "G\(Int.random(in: 0..<groups, using: &random))" : nil,
                    minutes: Int.random(in: 0...looseness, using: &random),
                    groups: Int.random(in: 1...3, using: &random), never: random.chance(0.5) ? never : []))
        }
        return instance
    }

    private static func pattern(_ random: inout SplitMix64) -> [CascadeStep] {
        let steps = CascadeStep.barriers.filter { _ in random.chance(0.35) }
        return steps.isEmpty ? [.knowledge] : steps
    }

    /// A ward of the real size: 97 groups in 7 former wards, 291 volunteers, households asked and not asked.
    static func ward(
        seed: Int, asked: Int = 4_000, minutes: ClosedRange<Int> = 240...900, groupLimit: Int = 3,
        playbook: Playbook
    ) -> Instance {
        var random = SplitMix64(test: seed)
        var instance = Instance(playbook: playbook)
        for index in 0..<97 {
            let place = (21.25 + Double(index % 10) * 0.005, 106.15 + Double(index / 10) * 0.005)
            instance.groups.append(
                group(
                    "T\(100 + index)", ward: "W\(index / 14)",
                    households: max(250, asked / 97) + Int.random(in: 0...260, using: &random), at: place))
        }
        let patterns: [([CascadeStep], Double)] = [
            ([.knowledge], 0.12), ([.skill, .knowledge], 0.09), ([.skill], 0.05), ([.eID], 0.04),
            ([.eID, .knowledge], 0.04), ([.eID, .skill, .knowledge], 0.05),
            ([.device, .eID, .skill, .knowledge], 0.03),
            ([.device, .connection, .eID, .skill, .knowledge], 0.02), ([.connection], 0.02),
            ([.device, .knowledge], 0.02),
        ]
        for index in 0..<asked {
            let home = index % 97
            let draw = Double.random(in: 0..<1, using: &random)
            var sum = 0.0
            guard
                let steps = patterns.first(where: {
                    sum += $0.1; return draw < sum
                })?.0
            else { continue }
            let consent: Set<Force> =
                random.chance(0.25) ? [] : random.chance(0.5) ? [.youth, .women] : [.youth, .police, .women]
            let dossiers = (Double.random(in: 0...3.5, using: &random) * 10).rounded() / 10
            instance.needs.append(
                need(
                    "T\(100 + home)-\(index)", in: "T\(100 + home)", steps, dossiers: dossiers,
                    consent: consent,
                    address: "\(Int.random(in: 1...200, using: &random)) Lý Thái Tổ",
                    types: random.chance(0.12) ? [.only60Plus] : random.chance(0.4) ? [.withChildren] : []))
        }
        for group in instance.groups {
            for (steps, share) in patterns {
                let free = Double(max(0, group.households - asked / 97 - 1))
                instance.quotas.append(
                    QuotaNeed(
                        group: group.id, failedSteps: steps, count: Int(share * 0.85 * free),
                        expectedDossiers: 1.3))
            }
        }
        for index in 0..<291 {
            instance.volunteers.append(
                volunteer(
                    "V\(1000 + index)", index % 7 == 0 ? .police : index % 2 == 0 ? .women : .youth,
                    home: "T\(100 + index % 97)", minutes: Int.random(in: minutes, using: &random) / 30 * 30,
                    groups: groupLimit,
                    never: random.chance(0.02) ? instance.needs.prefix(3).map(\.household.text) : []))
        }
        return instance
    }
}
