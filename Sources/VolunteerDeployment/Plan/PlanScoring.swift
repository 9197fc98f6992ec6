internal import Readiness
internal import SurveyData

/// What is known half way through a plan.
struct PlanScoring {
    let problem: DeploymentProblem
    let volunteers: [VolunteerID: Volunteer]
    let needs: [HouseholdID: SupportNeed]
    let quotaDossiers: [Quota: Set<Double>]
    var seenVolunteers: Set<VolunteerID> = []
    var seenHouseholds: Set<HouseholdID> = []
    /// Households that are visited a second time, and who opens the way to each.
    var followedUp: Set<HouseholdID> = []
    var followUps: [Visit] = []
    var openers: [HouseholdID: Visit] = [:]
    var quotaVisits: [Quota: Int] = [:]
    /// By group: doors of households that nobody asked to which police go.
    var invitations: [GroupID: Int] = [:]
    var breaches: [PlanBreach] = []
    var score = 0.0

    var heldSessions: [Hall: Set<Int>] = [:]

    struct Hall: Hashable {
        let group: GroupID
        let code: String
    }

    /// One household that may sit in a session.
    struct Seat {
        let quota: Quota
        let dossiers: Double
    }

    struct Quota: Hashable {
        let group: GroupID
        let steps: [CascadeStep]
    }

    init(_ problem: DeploymentProblem) {
        self.problem = problem
        volunteers = Dictionary(
            problem.volunteers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        needs = Dictionary(
            problem.needs.map { ($0.household, $0) }, uniquingKeysWith: { first, _ in first })
        quotaDossiers = problem.quotas.reduce(into: [:]) { dossiers, quota in
            let key = Quota(group: quota.group, steps: quota.failedSteps.sorted())
            dossiers[key, default: []].insert(quota.expectedDossiers)
        }
    }

    mutating func add(_ assignment: VolunteerAssignment) {
        let id = assignment.volunteer
        guard let volunteer = volunteers[id] else { return breaches.append(.unknownVolunteer(id)) }
        if !seenVolunteers.insert(id).inserted { breaches.append(.volunteerTwice(id)) }
        let allowed = problem.visitMinutes(of: volunteer)
        let all = assignment.visits + assignment.joined
        let outings = Dictionary(grouping: all, by: \.outing).sorted { $0.key < $1.key }
        let ways = outings.flatMap { _, visits in
            Set(visits.map(\.group)).sorted().compactMap { problem.way(of: id, to: $0) }
        }
        let onTheWay = ways.reduce(0) { $0 + $1.minutes }
        score -= ways.reduce(0) { $0 + $1.cost }
        if assignment.travelMinutes != onTheWay {
            breaches.append(.wrongWay(id, stated: assignment.travelMinutes, counted: onTheWay))
        }
        let used = all.reduce(onTheWay) { $0 + $1.expectedMinutes }
        if used > allowed { breaches.append(.tooManyMinutes(id, used: used, allowed: allowed)) }
        for (outing, visits) in outings { check(outing, visits, of: volunteer) }
        let most =
            problem.volunteerIndex[id].map {
                problem.outingsOf[$0].count + problem.joinedOutings[$0].count
            } ?? 0
        if outings.count > most {
            breaches.append(.tooManyOutings(id, used: outings.count, allowed: most))
        }
        let groups = Set(all.map(\.group)).count
        if groups > volunteer.maximumGroups {
            breaches.append(.tooManyGroups(id, used: groups, allowed: volunteer.maximumGroups))
        }
        for group in assignment.groups where !problem.mayGo(id, to: group) {
            let isKnown = problem.groupIndex[group] != nil
            breaches.append(isKnown ? .tooFar(id, group) : .unknownGroup(group))
        }
        for visit in assignment.joined
        where volunteer.neverHouseholds.contains(visit.household ?? HouseholdID("")) {
            if let household = visit.household { breaches.append(.neverHousehold(household, id)) }
        }
        if assignment.visits.map(\.order) != Array(1..<(assignment.visits.count + 1)) {
            breaches.append(.wrongOrder(id))
        }
        for visit in assignment.visits {
            switch (visit.kind, visit.household) {
            case (.visit, let household?), (.followUp, let household?):
                add(visit, to: household, by: volunteer)
            case (.quota, nil): addQuota(visit, by: volunteer)
            case (.session, nil): addSession(visit, by: volunteer)
            default: breaches.append(.wrongKind(id, order: visit.order))
            }
        }
    }

    /// One outing: its groups, and its time with the ways there.
    private mutating func check(_ outing: Int, _ visits: [Visit], of volunteer: Volunteer) {
        guard problem.playbook.settings.outings != nil,
            let place = problem.volunteerIndex[volunteer.id],
            let own = (problem.outingsOf[place] + problem.joinedOutings[place]).first
        else { return }
        let groups = Set(visits.map(\.group)).sorted()
        let times = Set(visits.map(\.time))
        let dates = Set(visits.map(\.date))
        if groups.count > 1 || times.count > 1 || dates.count > 1 {
            breaches.append(.dividedOuting(volunteer.id, outing: outing))
        }
        if isAlone(visits, volunteer) { breaches.append(.aloneInEvening(volunteer.id, outing: outing)) }
        for time in times.compactMap(\.self) where !problem.isFree(place, at: time) {
            breaches.append(.notFree(volunteer.id, outing: outing))
        }
        let isWrongDay = dates.compactMap(\.self).contains { date in
            problem.calendar.holidays.contains(date)
                || times.compactMap(\.self).contains { !$0.isPossible(onWeekday: date.weekday) }
        }
        if isWrongDay { breaches.append(.wrongDay(volunteer.id, outing: outing)) }
        let ways = groups.compactMap { problem.way(of: volunteer.id, to: $0)?.minutes }.reduce(0, +)
        let used = visits.reduce(ways) { $0 + $1.expectedMinutes }
        let allowed = problem.outings[own].minutes
        if used > allowed {
            breaches.append(.outingTooLong(volunteer.id, outing: outing, used: used, allowed: allowed))
        }
    }

    /// Whether somebody goes out alone in the evening who should not: without another of the same force.
    private func isAlone(_ visits: [Visit], _ volunteer: Volunteer) -> Bool {
        guard problem.playbook.settings.outings?.evenings == .inTwos, volunteer.force.goesInTwos else {
            return false
        }
        return visits.contains { visit in
            guard visit.time?.part == .evening else { return false }
            guard let partner = visit.partner.flatMap({ volunteers[$0] }) else { return true }
            return partner.force != volunteer.force || visit.partner == visit.volunteer
        }
    }

    private mutating func add(_ visit: Visit, to household: HouseholdID, by volunteer: Volunteer) {
        guard let need = needs[household] else { return breaches.append(.unknownHousehold(household)) }
        let isFollowUp = visit.kind == .followUp
        let isNew = isFollowUp ? followedUp.insert(household) : seenHouseholds.insert(household)
        if !isNew.inserted { breaches.append(.householdTwice(household)) }
        if isFollowUp {
            followUps.append(visit)
        } else if volunteer.force.opensWay {
            openers[household] = visit
        }
        if need.group != visit.group { breaches.append(.wrongGroup(household, visit.group)) }
        if !need.consentTo.contains(volunteer.force) {
            breaches.append(.noConsent(household, volunteer.force))
        }
        if volunteer.neverHouseholds.contains(household) {
            breaches.append(.neverHousehold(household, volunteer.id))
        }
        if let time = need.time, let other = visit.time, !time.overlaps(other) {
            breaches.append(.wrongTime(household, volunteer.id))
        }
        if need.failedSteps.sorted() != visit.failedSteps {
            breaches.append(.wrongTask(volunteer.id, order: visit.order))
        }
        guard let help = help(over: need.failedSteps, by: volunteer, with: visit.partner) else {
            return breaches.append(.noFit(volunteer.id, order: visit.order))
        }
        let expected =
            isFollowUp
            ? problem.playbook.followUp(
                over: need.failedSteps, by: volunteer.force,
                skills: skills(of: volunteer, with: visit.partner),
                asksForHelp: need.asksForHelp, dossiers: need.expectedDossiers)
            : problem.playbook.visit(
                help, to: .named(asksForHelp: need.asksForHelp), dossiers: need.expectedDossiers)
        compare(visit, expected, volunteer)
    }

    private mutating func addQuota(_ visit: Visit, by volunteer: Volunteer) {
        let steps = visit.failedSteps.sorted()
        quotaVisits[Quota(group: visit.group, steps: steps), default: 0] += 1
        if volunteer.force == .police { invitations[visit.group, default: 0] += 1 }
        guard let help = help(over: steps, by: volunteer, with: visit.partner),
            problem.playbook.settings.quotaReach[volunteer.force] ?? 0 > 0
        else { return breaches.append(.noFit(volunteer.id, order: visit.order)) }
        // Quotas of one pattern may differ in dossiers; any of them may be the one visited.
        let possible = (quotaDossiers[Quota(group: visit.group, steps: steps)] ?? []).sorted()
            .compactMap { problem.playbook.visit(help, to: .unasked, dossiers: $0) }
        let nearest = possible.min {
            abs($0.gain - visit.expectedGain) < abs($1.gain - visit.expectedGain)
        }
        compare(visit, nearest, volunteer)
    }

    private func help(
        over steps: [CascadeStep], by volunteer: Volunteer, with partner: VolunteerID?
    ) -> Help? {
        problem.playbook.help(
            over: steps, by: volunteer.force, skills: skills(of: volunteer, with: partner))
    }

    /// Of two what either can do; nil: all.
    private func skills(of volunteer: Volunteer, with partner: VolunteerID?) -> Set<String>? {
        let people = [volunteer] + [partner.flatMap { volunteers[$0] }].compactMap(\.self)
        return people.contains(where: \.skills.isEmpty) ? nil : Set(people.flatMap(\.skills))
    }

    /// The next session of its rule in the group: who gains most has the seats of the first.
    private mutating func addSession(_ visit: Visit, by volunteer: Volunteer) {
        let wrong = PlanBreach.wrongTask(volunteer.id, order: visit.order)
        guard let rule = problem.playbook.sessions.first(where: { $0.code == visit.taskCode }) else {
            return breaches.append(wrong)
        }
        let isFree = [volunteer, visit.partner.flatMap { volunteers[$0] } ?? volunteer].contains {
            $0.available.isEmpty || $0.sessionTime != nil
        }
        guard rule.priors[volunteer.force] != nil, isFree else {
            return breaches.append(.noFit(volunteer.id, order: visit.order))
        }
        var crowd = crowd(of: rule, in: visit.group)
        // Which of a group's sessions this is does not matter, as long as none is held twice.
        let all = stride(from: 0, to: crowd.count, by: rule.seats).prefix(rule.most).map {
            Array(crowd[$0..<min($0 + rule.seats, crowd.count)])
        }
        func gain(_ seats: [Seat]) -> Double {
            seats.reduce(0) { $0 + (value($1, rule, volunteer.force)) }
        }
        let held = heldSessions[Hall(group: visit.group, code: rule.code)] ?? []
        let open = all.indices.filter { !held.contains($0) }
        guard
            let place = open.min(by: {
                abs(gain(all[$0]) - visit.expectedGain) < abs(gain(all[$1]) - visit.expectedGain)
            })
        else { return breaches.append(.tooManySessions(visit.group, allowed: all.count)) }
        heldSessions[Hall(group: visit.group, code: rule.code), default: []].insert(place)
        crowd = all[place]
        for seat in crowd { quotaVisits[seat.quota, default: 0] += 1 }
        score += gain(crowd)
        let isAsSaid =
            visit.steps == rule.steps && visit.minutes == rule.minutes && visit.seats == crowd.count
            && abs(visit.expectedGain - gain(crowd)) <= 1e-9
        if !isAsSaid { breaches.append(wrong) }
    }

    private func value(_ seat: Seat, _ rule: SessionRule, _ force: Force) -> Double {
        guard let help = problem.playbook.help(over: seat.quota.steps, in: rule, by: force) else {
            return 0
        }
        return problem.playbook.gain(of: help, dossiers: seat.dossiers) * rule.filled
    }

    /// Every household of the group's quotas that gains by sitting in, who gains most first.
    private func crowd(of rule: SessionRule, in group: GroupID) -> [Seat] {
        let cap = problem.playbook.settings.dossiersCap
        let seats = problem.quotas.filter { $0.group == group }.flatMap { quota in
            let seat = Seat(
                quota: Quota(group: group, steps: quota.failedSteps.sorted()),
                dossiers: min(quota.expectedDossiers, cap))
            return Array(repeating: seat, count: quota.count)
        }
        let worth = seats.map { seat in rule.priors.keys.map { value(seat, rule, $0) }.max() ?? 0 }
        return seats.indices.filter { worth[$0] > 0 }.sorted { one, other in
            let (left, right) = (seats[one], seats[other])
            return (-worth[one], StepPattern(left.quota.steps), left.dossiers)
                < (-worth[other], StepPattern(right.quota.steps), right.dossiers)
        }.map { seats[$0] }
    }

    /// - Parameter expected: nil where the visit brings nothing.
    private mutating func compare(_ visit: Visit, _ expected: ExpectedVisit?, _ volunteer: Volunteer) {
        score += expected?.gain ?? 0
        let isAsSaid =
            expected.map { expected in
                let help = expected.help
                return visit.steps == help.steps && visit.minutes == help.minutes
                    && visit.expectedMinutes == expected.minutes && visit.taskCode == help.taskCode
                    && abs(visit.expectedGain - expected.gain) <= 1e-9
            } ?? (visit.expectedGain <= 1e-9)
        if !isAsSaid { breaches.append(.wrongTask(volunteer.id, order: visit.order)) }
    }

    /// Who is followed up was visited by the force that opens the way, so many days before.
    mutating func checkFollowUps() {
        for visit in followUps {
            guard let household = visit.household else { continue }
            guard let days = problem.playbook.settings.followUpDays, let first = openers[household] else {
                breaches.append(.followsNobody(household, visit.volunteer))
                continue
            }
            let isLater =
                if let date = visit.date, let before = first.date {
                    before.days(to: date) >= days
                } else {
                    visit.week > first.week || visit.week == 0
                }
            if !isLater {
                breaches.append(.followsTooSoon(household, visit.volunteer, days: days))
            }
        }
    }

    mutating func checkQuotas() {
        var allowed: [Quota: Int] = [:]
        for quota in problem.quotas {
            allowed[Quota(group: quota.group, steps: quota.failedSteps.sorted()), default: 0] +=
                quota.count
        }
        for (quota, visits) in quotaVisits.sorted(by: {
            ($0.key.group, StepPattern($0.key.steps)) < ($1.key.group, StepPattern($1.key.steps))
        }) where visits > allowed[quota] ?? 0 {
            breaches.append(.overQuota(quota.group, visits: visits, allowed: allowed[quota] ?? 0))
        }
        guard let most = problem.playbook.settings.policeInvitations else { return }
        for (group, visits) in invitations.sorted(by: { $0.key < $1.key }) where visits > most {
            breaches.append(.tooManyInvitations(group, visits: visits, allowed: most))
        }
    }
}
