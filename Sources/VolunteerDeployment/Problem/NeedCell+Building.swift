internal import Readiness
internal import SurveyData

extension NeedCell {
    /// What makes two households of a group the same to a plan.
    private struct Key: Hashable, Comparable {
        let group: Int
        let pattern: StepPattern
        let isQuota: Bool
        /// Bits by the order of forces, and of the types that floors are owed to.
        let consent, types: Int
        let dossiers: Double
        let asksForHelp: Bool
        let time: WardTime?
        /// The need itself where a volunteer must not be sent to it, else −1.
        let alone: Int

        static func < (left: Key, right: Key) -> Bool {
            (left.group, left.isQuota ? 1 : 0, left.pattern, left.consent, left.dossiers)
                != (right.group, right.isQuota ? 1 : 0, right.pattern, right.consent, right.dossiers)
                ? (left.group, left.isQuota ? 1 : 0, left.pattern, left.consent, left.dossiers)
                    < (right.group, right.isQuota ? 1 : 0, right.pattern, right.consent, right.dossiers)
                : (left.asksForHelp ? 0 : 1, left.types, left.time?.code ?? "", left.alone)
                    < (right.asksForHelp ? 0 : 1, right.types, right.time?.code ?? "", right.alone)
        }
    }

    /// The cells of sorted needs and quotas, by group, named before quota, then pattern; at last the sessions.
    static func cells(
        needs: [SupportNeed], quotas: [QuotaNeed], volunteers: [Volunteer], kinds: [VolunteerKind],
        walk: [HouseNumber], groupIndex: [GroupID: Int], playbook: Playbook
    ) -> [NeedCell] {
        var barred: [HouseholdID: Set<Int>] = [:]
        for (index, volunteer) in volunteers.enumerated() {
            for household in volunteer.neverHouseholds { barred[household, default: []].insert(index) }
        }
        let (cap, outings) = (playbook.settings.dossiersCap, playbook.settings.outings)
        let floorTypes = playbook.settings.floors.typeShare > 0 ? playbook.settings.floors.types : []
        var named: [Key: [Int]] = [:]
        for (index, need) in needs.enumerated() {
            guard let group = groupIndex[need.group] else { continue }
            let types = floorTypes.enumerated().reduce(0) { bits, type in
                let holds = type.element.holds(types: need.types, failedSteps: need.failedSteps)
                return holds ? bits | 1 << type.offset : bits
            }
            let key = Key(
                group: group, pattern: StepPattern(need.failedSteps), isQuota: false,
                consent: bits(need.consentTo), types: types, dossiers: min(need.expectedDossiers, cap),
                asksForHelp: need.asksForHelp, time: outings == nil ? nil : need.time,
                alone: barred[need.household] == nil ? -1 : index)
            named[key, default: []].append(index)
        }
        var counted: [Key: Int] = [:]
        let every = Set(Force.allCases)
        for quota in quotas where quota.count > 0 {
            guard let group = groupIndex[quota.group] else { continue }
            let key = Key(
                group: group, pattern: StepPattern(quota.failedSteps), isQuota: true, consent: bits(every),
                types: 0, dossiers: min(quota.expectedDossiers, cap), asksForHelp: false, time: nil, alone: -1
            )
            counted[key, default: 0] += quota.count
        }
        var helps = HelpTable(playbook: playbook, kinds: kinds)
        let keys = (Array(named.keys) + Array(counted.keys)).sorted()
        let each = keys.map { key -> NeedCell in
            let households = (named[key] ?? []).sorted { (walk[$0], $0) < (walk[$1], $1) }
            return NeedCell(
                group: key.group, failedSteps: key.pattern.steps,
                consent: Set(Force.allCases.filter { key.consent & bit($0) != 0 }),
                types: Set(floorTypes.enumerated().filter { key.types & 1 << $0.offset != 0 }.map(\.element)),
                content: key.isQuota ? .quota : .named(households),
                count: key.isQuota ? counted[key] ?? 0 : households.count,
                barred: key.alone >= 0 ? barred[needs[key.alone].household] ?? [] : [], time: key.time,
                options: helps.options(
                    key.pattern, consent: key.consent, dossiers: key.dossiers,
                    at: key.isQuota ? .unasked : .named(asksForHelp: key.asksForHelp)))
        }
        let pairs = Invitations(most: playbook.settings.policeInvitations).limited(
            Array(zip(each, keys.map(\.dossiers))))
        let cells = pairs.map(\.cell)
        let asks = cells.map { cell in cell.households.first.map { needs[$0].asksForHelp } ?? false }
        return cells
            + playbook.sessions.flatMap { rule in
                sessions(
                    rule, of: cells, dossiers: pairs.map(\.dossiers), groups: groupIndex.count, kinds: kinds,
                    playbook: playbook)
            }
            + cells.indices.compactMap { cell in
                followUp(of: cell, cells[cell], asks[cell], pairs[cell].dossiers, kinds, playbook)
            }
    }

    /// The households of a named cell that a force which opens the way may visit, for the others to follow up; nil where
    /// nobody can.
    private static func followUp(
        of place: Int, _ cell: NeedCell, _ asksForHelp: Bool, _ dossiers: Double, _ kinds: [VolunteerKind],
        _ playbook: Playbook
    ) -> NeedCell? {
        guard playbook.settings.followUpDays != nil, playbook.settings.outings != nil, cell.isNamed,
            let first = playbook.opener(over: cell.failedSteps),
            cell.options.contains(where: { $0?.help == first })
        else { return nil }
        let options = kinds.map { kind -> ExpectedVisit? in
            guard !kind.force.opensWay, cell.consent.contains(kind.force) else { return nil }
            return playbook.followUp(
                over: cell.failedSteps, by: kind.force, skills: kind.skills, asksForHelp: asksForHelp,
                dossiers: dossiers)
        }
        guard options.contains(where: { $0 != nil }) else { return nil }
        return NeedCell(
            group: cell.group, failedSteps: cell.failedSteps, consent: cell.consent, types: cell.types,
            content: .followUp(Opener(cell: place, help: first)), count: 0, barred: cell.barred,
            time: cell.time, options: options)
    }

    /// The sessions of one rule: in each group, who gains most takes the seats of the first.
    ///
    /// Those who sit in are households that nobody asked: a quota counts on them, and an open invitation reaches them.
    private static func sessions(
        _ rule: SessionRule, of cells: [NeedCell], dossiers: [Double], groups: Int, kinds: [VolunteerKind],
        playbook: Playbook
    ) -> [NeedCell] {
        let leading = rule.priors.keys.sorted()
        func gain(_ cell: Int, by force: Force) -> (gain: Double, chance: Double) {
            guard let help = playbook.help(over: cells[cell].failedSteps, in: rule, by: force) else {
                return (0, 0)
            }
            return (
                playbook.gain(of: help, dossiers: dossiers[cell]) * rule.filled,
                help.addedChance * rule.filled
            )
        }
        var quotas = Array(repeating: [(cell: Int, best: Double)](), count: groups)
        for (place, cell) in cells.enumerated() where cell.content == .quota {
            let best = leading.map { gain(place, by: $0).gain }.max() ?? 0
            if best > 0 { quotas[cell.group].append((place, best)) }
        }
        return quotas.enumerated().flatMap { group, own -> [NeedCell] in
            var seats = own.sorted { ($1.best, $0.cell) < ($0.best, $1.cell) }.map {
                Seats(cell: $0.cell, households: cells[$0.cell].count)
            }
            return (0..<rule.most).compactMap { place -> NeedCell? in
                var taken: [Seats] = []
                var free = rule.seats
                while free > 0, let next = seats.first {
                    let count = min(free, next.households)
                    taken.append(Seats(cell: next.cell, households: count))
                    free -= count
                    seats[0] = Seats(cell: next.cell, households: next.households - count)
                    if seats[0].households == 0 { seats.removeFirst() }
                }
                if taken.isEmpty { return nil }
                let options = kinds.map { kind -> ExpectedVisit? in
                    guard kind.leadsSessions, rule.priors[kind.force] != nil else { return nil }
                    let sums = taken.reduce((gain: 0.0, chance: 0.0)) { sum, seats in
                        let one = gain(seats.cell, by: kind.force)
                        let count = Double(seats.households)
                        return (sum.gain + one.gain * count, sum.chance + one.chance * count)
                    }
                    guard sums.gain > 0 else { return nil }
                    let help = Help(
                        force: kind.force, steps: rule.steps, minutes: rule.minutes, addedChance: sums.chance,
                        taskCode: rule.code)
                    return ExpectedVisit(
                        help: help, gain: sums.gain, addedHouseholds: sums.chance, minutes: rule.minutes)
                }
                return NeedCell(
                    group: group, failedSteps: rule.steps, consent: Set(Force.allCases), types: [],
                    content: .session(seats: taken, place: place), count: 1, barred: [], time: nil,
                    options: options)
            }
        }
    }

    private static func bits(_ forces: Set<Force>) -> Int { forces.reduce(0) { $0 | bit($1) } }

    private static func bit(_ force: Force) -> Int { 1 << force.index }

    /// What each kind of volunteer can do about each pattern, worked out once.
    private struct HelpTable {
        let playbook: Playbook
        let kinds: [VolunteerKind]
        var known: [StepPattern: [Help?]] = [:]

        mutating func options(
            _ pattern: StepPattern, consent: Int, dossiers: Double, at door: Door
        ) -> [ExpectedVisit?] {
            let helps =
                known[pattern]
                ?? kinds.map { playbook.help(over: pattern.steps, by: $0.force, skills: $0.skills) }
            known[pattern] = helps
            return helps.map { help in
                guard let help, consent & bit(help.force) != 0 else { return nil }
                return playbook.visit(help, to: door, dossiers: dossiers)
            }
        }
    }
}

extension StepPattern {
    /// In cascade order.
    var steps: [CascadeStep] { CascadeStep.barriers.filter { bits & 1 << $0.order != 0 } }
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
