internal import SurveyData

extension PlanBreach: CustomStringConvertible {
    /// A short name for programs.
    package var code: String {
        switch self {
        case .unknownVolunteer: "unknownVolunteer"
        case .unknownGroup: "unknownGroup"
        case .volunteerTwice: "volunteerTwice"
        case .tooManyMinutes: "tooManyMinutes"
        case .tooManyOutings: "tooManyOutings"
        case .outingTooLong: "outingTooLong"
        case .dividedOuting: "dividedOuting"
        case .notFree: "notFree"
        case .aloneInEvening: "aloneInEvening"
        case .wrongDay: "wrongDay"
        case .wrongTime: "wrongTime"
        case .tooManyGroups: "tooManyGroups"
        case .unknownHousehold: "unknownHousehold"
        case .wrongGroup: "wrongGroup"
        case .householdTwice: "householdTwice"
        case .followsNobody: "followsNobody"
        case .followsTooSoon: "followsTooSoon"
        case .noConsent: "noConsent"
        case .neverHousehold: "neverHousehold"
        case .wrongKind: "wrongKind"
        case .noFit: "noFit"
        case .wrongTask: "wrongTask"
        case .overQuota: "overQuota"
        case .tooManyInvitations: "tooManyInvitations"
        case .tooFar: "tooFar"
        case .wrongWay: "wrongWay"
        case .tooManySessions: "tooManySessions"
        case .wrongOrder: "wrongOrder"
        case .wrongObjective: "wrongObjective"
        case .overBound: "overBound"
        }
    }

    package var description: String {
        switch self {
        case .unknownVolunteer(let volunteer): "volunteer \(volunteer.text) is not in the volunteers file"
        case .unknownGroup(let group): "group \(group.text) is not in the groups file"
        case .volunteerTwice(let volunteer): "volunteer \(volunteer.text) has two months"
        case .tooManyMinutes(let volunteer, let used, let allowed):
            "volunteer \(volunteer.text) has visits and ways of \(used) minutes; \(allowed) are allowed"
        case .tooManyOutings(let volunteer, let used, let allowed):
            "volunteer \(volunteer.text) goes out \(used) times; the minutes make \(allowed)"
        case .outingTooLong(let volunteer, let outing, let used, let allowed):
            "volunteer \(volunteer.text), outing \(outing): visits and way of \(used) minutes; \(allowed) are allowed"
        case .dividedOuting(let volunteer, let outing):
            "volunteer \(volunteer.text), outing \(outing): more than one group, day or time"
        case .notFree(let volunteer, let outing):
            "volunteer \(volunteer.text), outing \(outing): at a time that the volunteers file does not list"
        case .aloneInEvening(let volunteer, let outing):
            "volunteer \(volunteer.text), outing \(outing): alone in the evening, where the playbook wants two of one force"
        case .wrongDay(let volunteer, let outing):
            "volunteer \(volunteer.text), outing \(outing): on a holiday, or a day that has no such time"
        case .wrongTime(let household, let volunteer):
            "household \(household.text) has no time when volunteer \(volunteer.text) comes"
        case .tooManyGroups(let volunteer, let used, let allowed):
            "volunteer \(volunteer.text) goes to \(used) groups; \(allowed) are allowed"
        case .unknownHousehold(let household):
            "household \(household.text) has no listed need: not asked this month, not willing, or nothing to help with"
        case .wrongGroup(let household, let group):
            "household \(household.text) does not live in group \(group.text)"
        case .householdTwice(let household): "household \(household.text) is visited twice"
        case .followsNobody(let household, let volunteer):
            "volunteer \(volunteer.text) is to follow up at household \(household.text), to which no police go before"
        case .followsTooSoon(let household, let volunteer, let days):
            "volunteer \(volunteer.text) comes to household \(household.text) less than \(days) days after the police"
        case .noConsent(let household, let force):
            "household \(household.text) did not agree to a visit of \(force.rawValue)"
        case .neverHousehold(let household, let volunteer):
            "volunteer \(volunteer.text) must not be sent to household \(household.text)"
        case .wrongKind(let volunteer, let order):
            "volunteer \(volunteer.text), visit \(order): a named visit without a household, or a quota with one"
        case .noFit(let volunteer, let order):
            "volunteer \(volunteer.text), visit \(order): this force can do nothing about the barrier"
        case .wrongTask(let volunteer, let order):
            "volunteer \(volunteer.text), visit \(order): not the task that the playbook gives"
        case .overQuota(let group, let visits, let allowed):
            "group \(group.text) has \(visits) visits of a quota of \(allowed)"
        case .tooManyInvitations(let group, let visits, let allowed):
            "group \(group.text) has \(visits) visits of police to households not asked; \(allowed) are taken to ask them in"
        case .tooFar(let volunteer, let group):
            "volunteer \(volunteer.text) lives too far from group \(group.text)"
        case .wrongWay(let volunteer, let stated, let counted):
            "volunteer \(volunteer.text): ways of \(stated) minutes, where the playbook counts \(counted)"
        case .tooManySessions(let group, let allowed):
            "group \(group.text) has more sessions than the \(allowed) that its quotas fill"
        case .wrongOrder(let volunteer): "volunteer \(volunteer.text): the order is not 1, 2, 3, …"
        case .wrongObjective(let stated, let scored):
            "the plan says it is worth \(stated), and is worth \(scored)"
        case .overBound(let scored, let bound): "worth \(scored), above the bound of \(bound)"
        }
    }
}
