internal import Readiness
package import SurveyData

/// Who needs what, and who can be sent: checked, sorted, ready to solve.
///
/// Everything is sorted by id, so the order of the input never changes a plan.
package struct DeploymentProblem: Sendable {
    /// By id.
    package let groups: [ResidentialGroup]
    /// By id.
    package let volunteers: [Volunteer]
    /// By household.
    package let needs: [SupportNeed]
    /// By group and pattern.
    package let quotas: [QuotaNeed]
    package let playbook: Playbook
    /// By force, then skills.
    let kinds: [VolunteerKind]
    /// By volunteer: index into `kinds`.
    let kindOf: [Int]
    let pairs: VolunteerPairs
    /// By volunteer.
    let outings: [Outing]
    /// By volunteer: places in `outings`, those that the volunteer has the list of.
    let outingsOf: [Range<Int>]
    /// By volunteer: places of outings in which the volunteer comes along.
    let joinedOutings: [[Int]]
    /// Of all outings, in their order, each once; then the ablest of each force at any time.
    let outingKinds: [OutingKind]
    /// By outing: indices into `outingKinds`, of its times in their order; one where it may be at any time.
    let kindsOfOuting: [[Int]]
    let calendar: OutingCalendar
    /// By group, then pattern, quotas after named households, sessions at the end.
    let cells: [NeedCell]
    /// By cell: where its households are followed up; nil: nowhere.
    let followUpOf: [Int?]
    /// nil where nobody is followed up.
    let halves: MonthHalves?
    let groupIndex: [GroupID: Int]
    let volunteerIndex: [VolunteerID: Int]
    /// By need: where the door stands on its street.
    let walk: [HouseNumber]
    /// By household: the forces that may come.
    let consents: [HouseholdID: Set<Force>]
    /// By volunteer: every group, nearest first.
    let near: [NearGroups]
    /// By volunteer: the groups to which the volunteer may be sent, nearest first.
    let places: [[Int]]
    /// Whether any of its sources says that it is made up.
    package var isSynthetic = false
    /// Households where somebody must not go and that were not asked this month: a plan cannot name them anyway.
    package var unaskedNeverHouseholds = 0

    /// A problem from its parts, in any order.
    ///
    /// - Parameters:
    ///   - month: that is planned, "2025-12"; nil: outings have a week of the month, and no date.
    ///   - holidays: days on which nobody goes out.
    /// - Throws: `DeploymentProblemError` for ids given twice, unknown groups, numbers out of range, or quotas
    ///   over the households of a group that are not listed by name.
    package init(
        groups: [ResidentialGroup], volunteers: [Volunteer], needs: [SupportNeed], quotas: [QuotaNeed],
        playbook: Playbook, month: String? = nil, holidays: Set<SurveyDate> = []
    ) throws(DeploymentProblemError) {
        self.groups = groups.sorted { $0.id < $1.id }
        self.volunteers = volunteers.sorted { $0.id < $1.id }
        self.needs = needs.sorted { $0.household < $1.household }
        self.quotas = quotas.sorted {
            ($0.group, StepPattern($0.failedSteps), $0.count, $0.expectedDossiers)
                < ($1.group, StepPattern($1.failedSteps), $1.count, $1.expectedDossiers)
        }
        self.playbook = playbook
        groupIndex = Dictionary(
            self.groups.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        volunteerIndex = Dictionary(
            self.volunteers.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        try Self.check(self.groups, self.volunteers)
        try Self.check(self.needs, groupIndex)
        try Self.check(self.quotas, self.groups, groupIndex, named: self.needs)
        let walk = self.needs.map { HouseNumber(address: $0.address) }
        self.walk = walk
        consents = Dictionary(
            self.needs.map { ($0.household, $0.consentTo) }, uniquingKeysWith: { first, _ in first })
        let near = self.volunteers.map { [groups = self.groups, groupIndex] in
            NearGroups(volunteer: $0, groups: groups, groupIndex: groupIndex)
        }
        self.near = near
        let places = NearGroups.places(
            near, of: self.volunteers, groups: self.groups.count, count: playbook.settings.nearGroups)
        self.places = places
        let calendar = OutingCalendar(month, holidays: holidays)
        self.calendar = calendar
        let pairs = Self.pairs(self.volunteers, self.groups, near, places, playbook, calendar)
        self.pairs = pairs
        let own = self.volunteers.map { VolunteerKind($0, playbook: playbook) }
        let together = pairs.partnerOf.enumerated().compactMap { one, other in
            other.map { VolunteerKind(own[one], with: own[$0]) }
        }
        let kinds = VolunteerKind.all(own + together, playbook: playbook)
        self.kinds = kinds
        kindOf = own.map { kinds.firstIndex(of: $0) ?? 0 }
        let all = NeedCell.cells(
            needs: self.needs, quotas: self.quotas, volunteers: self.volunteers, kinds: kinds,
            walk: walk, groupIndex: groupIndex, playbook: playbook)
        let cells = WorthwhileVisits(
            all, volunteers: self.volunteers, kinds: kinds, kindOf: kindOf, settings: playbook.settings
        ).kept(all)
        self.cells = cells
        var followUpOf: [Int?] = cells.map { _ in nil }
        for (place, cell) in cells.enumerated() {
            if let opener = cell.opener { followUpOf[opener.cell] = place }
        }
        self.followUpOf = followUpOf
        let opens = self.volunteers.contains { $0.force.opensWay }
        halves =
            opens && cells.contains { $0.opener != nil }
            ? playbook.settings.followUpDays.map { MonthHalves(followUpDays: $0) } : nil
        let outings = Self.outings(self.volunteers, playbook, calendar, halves, pairs)
        self.outings = outings
        var start = 0
        outingsOf = self.volunteers.indices.map { volunteer in
            let first = start
            while start < outings.count, outings[start].volunteer == volunteer { start += 1 }
            return first..<start
        }
        var joined = self.volunteers.map { _ in [Int]() }
        for (place, outing) in outings.enumerated() {
            if let partner = outing.partner { joined[partner].append(place) }
        }
        joinedOutings = joined
        let ofOutings = outings.map { [kindOf] outing in
            let pair = outing.partner.map { VolunteerKind(own[outing.volunteer], with: own[$0]) }
            let kind = pair.flatMap(kinds.firstIndex) ?? kindOf[outing.volunteer]
            return outing.times.isEmpty
                ? [OutingKind(kind: kind, time: nil)]
                : outing.times.map { OutingKind(kind: kind, time: $0, half: outing.half) }
        }
        // A person may move an outing to another of the volunteer's times.
        let parts: [MonthHalf?] = halves == nil ? [nil] : [.first, .second]
        let others = self.volunteers.enumerated().flatMap { [kindOf] place, volunteer in
            volunteer.available.compactMap(WardTime.init(written:)).flatMap { time in
                parts.map { OutingKind(kind: kindOf[place], time: time, half: $0) }
            }
        }
        let ablest = Force.allCases.compactMap { force in
            kinds.firstIndex(of: VolunteerKind(ablest: force, playbook: playbook)).map {
                OutingKind(kind: $0, time: nil)
            }
        }
        var known: [OutingKind: Int] = [:]
        var outingKinds: [OutingKind] = []
        for kind in ofOutings.joined() + (playbook.settings.outings == nil ? [] : others) + ablest
        where known[kind] == nil {
            known[kind] = outingKinds.count
            outingKinds.append(kind)
        }
        self.outingKinds = outingKinds
        kindsOfOuting = ofOutings.map { $0.map { known[$0] ?? 0 } }
    }

    private static func outings(
        _ volunteers: [Volunteer], _ playbook: Playbook, _ calendar: OutingCalendar, _ halves: MonthHalves?,
        _ pairs: VolunteerPairs
    ) -> [Outing] {
        let minutes = volunteers.map { playbook.settings.visitMinutes(of: $0.minutes) }
        guard let settings = playbook.settings.outings else {
            return volunteers.indices.map { Outing(month: $0, minutes: minutes[$0]) }
        }
        let times = OutingTimes(settings: settings, calendar: calendar, halves: halves)
        return volunteers.indices.flatMap {
            times.outings(of: $0, volunteers, minutes: minutes, pairs: pairs)
        }
    }

    private static func pairs(
        _ volunteers: [Volunteer], _ groups: [ResidentialGroup], _ near: [NearGroups], _ places: [[Int]],
        _ playbook: Playbook, _ calendar: OutingCalendar
    ) -> VolunteerPairs {
        guard let settings = playbook.settings.outings, settings.evenings == .inTwos else {
            return VolunteerPairs(alone: volunteers.count)
        }
        let times = OutingTimes(settings: settings, calendar: calendar, halves: nil)
        let wanted = volunteers.map {
            times.wanted($0, minutes: playbook.settings.visitMinutes(of: $0.minutes))
        }
        let reach = places.map(Set.init)
        return VolunteerPairs(
            volunteers, wanted: wanted.map(\.evenings),
            sharesTime: { !Set(wanted[$0].eveningTimes).isDisjoint(with: wanted[$1].eveningTimes) },
            distance: { one, other in
                guard !reach[one].isDisjoint(with: reach[other]) else { return nil }
                // Who has no home group lives as far away as anybody may.
                guard let there = near[other].home else { return playbook.settings.travel.unknownFar }
                return kilometres(near[one], to: there, groups, playbook.settings.travel)
            })
    }

    /// Whether a plan may send this volunteer to this group: it is one of the nearest, or few live nearer to it.
    package func mayGo(_ volunteer: VolunteerID, to group: GroupID) -> Bool {
        guard let index = volunteerIndex[volunteer], let place = groupIndex[group]
        else { return false }
        return places[index].contains(place)
    }

    /// What going to a group takes this volunteer; 0 km to the home group.
    package func way(of volunteer: VolunteerID, to group: GroupID) -> TravelSettings.Way? {
        guard let index = volunteerIndex[volunteer], let place = groupIndex[group]
        else { return nil }
        return way(of: index, to: place)
    }

    /// What going to a group takes an outing: of two the longer way, and what both weigh.
    func way(of outing: Outing, to group: Int) -> TravelSettings.Way {
        let own = way(of: outing.volunteer, to: group)
        guard let other = outing.partner.map({ way(of: $0, to: group) }) else { return own }
        return TravelSettings.Way(minutes: max(own.minutes, other.minutes), cost: own.cost + other.cost)
    }

    /// Groups to which an outing may go, nearest first.
    func places(of outing: Outing) -> [Int] {
        guard let partner = outing.partner else { return places[outing.volunteer] }
        let others = Set(places[partner])
        return places[outing.volunteer].filter(others.contains)
    }

    /// Index into `kinds` of who goes out: one, or two together.
    func kind(of volunteer: Int, with partner: Int?) -> Int {
        guard let partner else { return kindOf[volunteer] }
        let pair = VolunteerKind(kinds[kindOf[volunteer]], with: kinds[kindOf[partner]])
        return kinds.firstIndex(of: pair) ?? kindOf[volunteer]
    }

    func way(of volunteer: Int, to group: Int) -> TravelSettings.Way { way(near: near[volunteer], to: group) }

    func way(near: NearGroups, to group: Int) -> TravelSettings.Way {
        let travel = playbook.settings.travel
        return travel.way(kilometres: Self.kilometres(near, to: group, groups, travel))
    }

    /// From somebody's home group to another; as the settings say where the place of either is not known.
    private static func kilometres(
        _ near: NearGroups, to group: Int, _ groups: [ResidentialGroup], _ travel: TravelSettings
    ) -> Double {
        guard let home = near.home else { return travel.unknownFar }
        if home == group { return 0 }
        let isNear = groups[home].formerWard == groups[group].formerWard
        return NearGroups.kilometres(groups[home], groups[group])
            ?? (isNear ? travel.unknownNear : travel.unknownFar)
    }

    /// Index into `outingKinds` of an outing at a time; nil where nobody of the kind has that time.
    func outingKind(of outing: Outing, at time: WardTime) -> Int? {
        outingKinds.firstIndex(
            of: OutingKind(
                kind: kind(of: outing.volunteer, with: outing.partner), time: time, half: outing.half))
    }

    /// The cell in which a visit of an outing to a cell leaves a household to follow up; nil: in none.
    func followUp(of cell: Int, by kind: OutingKind) -> Int? {
        guard let next = followUpOf[cell], kind.half != .second,
            let help = cells[cell].option(kind)?.help, help == cells[next].opener?.help
        else { return nil }
        return next
    }

    /// Indices of volunteers, those first who open the way for others.
    var inTurn: [Int] {
        volunteers.indices.filter { volunteers[$0].force.opensWay }
            + volunteers.indices.filter { !volunteers[$0].force.opensWay }
    }

    /// Whether a volunteer has a time; who lists none has any.
    func isFree(_ volunteer: Int, at time: WardTime) -> Bool {
        let own = volunteers[volunteer].available
        return own.isEmpty || own.contains { WardTime(written: $0) == time }
    }

    /// How many groups a volunteer may visit at one time.
    func mostGroups(inOutingOf volunteer: Volunteer) -> Int {
        playbook.settings.outings == nil ? volunteer.maximumGroups : 1
    }

    /// The minutes of all outings that a volunteer's times allow.
    func minutes(of volunteer: Int) -> Int {
        (outingsOf[volunteer] + joinedOutings[volunteer]).reduce(0) { $0 + outings[$1].minutes }
    }

    /// The minutes of a volunteer that visits and ways may fill.
    package func visitMinutes(of volunteer: Volunteer) -> Int {
        playbook.settings.visitMinutes(of: volunteer.minutes)
    }

    private static func check(
        _ groups: [ResidentialGroup], _ volunteers: [Volunteer]
    ) throws(DeploymentProblemError) {
        for (one, next) in zip(groups, groups.dropFirst()) where one.id == next.id {
            throw .groupTwice(one.id)
        }
        for (one, next) in zip(volunteers, volunteers.dropFirst()) where one.id == next.id {
            throw .volunteerTwice(one.id)
        }
        for volunteer in volunteers {
            if volunteer.minutes < 0 { throw .badMinutes(volunteer.id) }
            if volunteer.maximumGroups < 1 { throw .badGroupLimit(volunteer.id) }
        }
    }

    private static func check(
        _ needs: [SupportNeed], _ groupIndex: [GroupID: Int]
    ) throws(DeploymentProblemError) {
        for (one, next) in zip(needs, needs.dropFirst()) where one.household == next.household {
            throw .householdTwice(one.household)
        }
        for need in needs {
            if groupIndex[need.group] == nil { throw .needInUnknownGroup(need.household, need.group) }
            if !need.expectedDossiers.isFinite || need.expectedDossiers < 0 { throw .badDossiers(need.group) }
            if !areBarriers(need.failedSteps) { throw .badSteps(need.group) }
        }
    }

    private static func check(
        _ quotas: [QuotaNeed], _ groups: [ResidentialGroup], _ groupIndex: [GroupID: Int],
        named needs: [SupportNeed]
    ) throws(DeploymentProblemError) {
        var totals = Array(repeating: 0, count: groups.count)
        var named = totals
        for need in needs { if let group = groupIndex[need.group] { named[group] += 1 } }
        for quota in quotas {
            guard let group = groupIndex[quota.group] else { throw .quotaInUnknownGroup(quota.group) }
            if quota.count < 0 { throw .badQuota(quota.group) }
            if !quota.expectedDossiers.isFinite || quota.expectedDossiers < 0 {
                throw .badDossiers(quota.group)
            }
            if !areBarriers(quota.failedSteps) { throw .badSteps(quota.group) }
            totals[group] += quota.count
        }
        for (index, group) in groups.enumerated() where totals[index] > 0 {
            let free = max(0, group.households - named[index])
            if totals[index] > free {
                throw .quotaOverHouseholds(group.id, quota: totals[index], households: free)
            }
        }
    }

    private static func areBarriers(_ steps: [CascadeStep]) -> Bool {
        !steps.isEmpty && Set(steps).count == steps.count && steps.allSatisfy(CascadeStep.barriers.contains)
    }
}
