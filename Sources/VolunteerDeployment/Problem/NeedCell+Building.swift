internal import Readiness
internal import SurveyData

extension NeedCell {
    /// What makes two households of a group the same to a plan.
    private struct Key: Hashable, Comparable {
        let group: Int
        let pattern: StepPattern
        let isQuota: Bool
        /// Bits by the order of forces.
        let consent: Int
        let dossiers: Double
        /// The need itself where a volunteer must not be sent to it, else −1.
        let alone: Int

        static func < (left: Key, right: Key) -> Bool {
            (left.group, left.isQuota ? 1 : 0, left.pattern, left.consent, left.dossiers, left.alone)
                < (
                    right.group, right.isQuota ? 1 : 0, right.pattern, right.consent, right.dossiers,
                    right.alone
                )
        }
    }

    /// The cells of sorted needs and quotas, by group, named before quota, then pattern.
    static func cells(
        needs: [SupportNeed], quotas: [QuotaNeed], volunteers: [Volunteer], groupIndex: [GroupID: Int],
        playbook: Playbook
    ) -> [NeedCell] {
        var barred: [HouseholdID: Set<Int>] = [:]
        for (index, volunteer) in volunteers.enumerated() {
            for household in volunteer.neverHouseholds { barred[household, default: []].insert(index) }
        }
        let cap = playbook.settings.dossiersCap
        var named: [Key: [Int]] = [:]
        for (index, need) in needs.enumerated() {
            guard let group = groupIndex[need.group] else { continue }
            let key = Key(
                group: group, pattern: StepPattern(need.failedSteps), isQuota: false,
                consent: bits(need.consentTo), dossiers: min(need.expectedDossiers, cap),
                alone: barred[need.household] == nil ? -1 : index)
            named[key, default: []].append(index)
        }
        var counted: [Key: Int] = [:]
        let every = Set(Force.allCases)
        for quota in quotas where quota.count > 0 {
            guard let group = groupIndex[quota.group] else { continue }
            let key = Key(
                group: group, pattern: StepPattern(quota.failedSteps), isQuota: true, consent: bits(every),
                dossiers: min(quota.expectedDossiers, cap), alone: -1)
            counted[key, default: 0] += quota.count
        }
        var helps = HelpTable(playbook: playbook)
        let walk = needs.map { HouseNumber(address: $0.address) }
        let keys = (Array(named.keys) + Array(counted.keys)).sorted()
        return keys.map { key in
            let households = (named[key] ?? []).sorted { (walk[$0], $0) < (walk[$1], $1) }
            return NeedCell(
                group: key.group,
                failedSteps: CascadeStep.barriers.filter { key.pattern.bits & 1 << $0.order != 0 },
                consent: Set(Force.allCases.filter { key.consent & bit($0) != 0 }), dossiers: key.dossiers,
                households: households, isQuota: key.isQuota,
                count: key.isQuota ? counted[key] ?? 0 : households.count,
                barred: key.alone >= 0 ? barred[needs[key.alone].household] ?? [] : [],
                options: helps.options(key.pattern, key.consent, dossiers: key.dossiers, isQuota: key.isQuota)
            )
        }
    }

    private static func bits(_ forces: Set<Force>) -> Int { forces.reduce(0) { $0 | bit($1) } }

    private static func bit(_ force: Force) -> Int { 1 << force.index }

    /// What each force can do about each pattern, worked out once.
    private struct HelpTable {
        let playbook: Playbook
        var known: [StepPattern: [Help]] = [:]

        mutating func options(
            _ pattern: StepPattern, _ consent: Int, dossiers: Double, isQuota: Bool
        ) -> [Option] {
            let helps = known[pattern] ?? all(pattern)
            known[pattern] = helps
            return helps.compactMap { help in
                guard consent & bit(help.force) != 0 else { return nil }
                let gain =
                    isQuota
                    ? playbook.quotaGain(of: help, dossiers: dossiers)
                    : playbook.gain(of: help, dossiers: dossiers)
                return gain > 0 ? Option(force: help.force, help: help, gain: gain) : nil
            }
        }

        private func all(_ pattern: StepPattern) -> [Help] {
            let steps = CascadeStep.barriers.filter { pattern.bits & 1 << $0.order != 0 }
            return Force.allCases.compactMap { playbook.help(over: steps, by: $0) }
        }
    }
}

extension Force {
    /// The place in `allCases`.
    var index: Int {
        switch self {
        case .youth: 0
        case .police: 1
        case .women: 2
        }
    }
}
