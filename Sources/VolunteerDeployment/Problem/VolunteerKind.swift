package import SurveyData

/// Volunteers whom only home, minutes and single households tell apart.
package struct VolunteerKind: Hashable, Sendable {
    package let force: Force
    /// Of the skills that tasks ask for, those that these volunteers have.
    package let skills: Set<String>
    /// Whether they may lead a session: their force leads some, and they have an evening or a day at the weekend.
    package let leadsSessions: Bool

    /// Who lists no skill at all is taken to have every one, and who lists no time to have any.
    init(_ volunteer: Volunteer, playbook: Playbook) {
        let asked = Set(playbook.skills)
        force = volunteer.force
        skills = volunteer.skills.isEmpty ? asked : asked.intersection(volunteer.skills)
        leadsSessions =
            playbook.leadsSessions(volunteer.force)
            && (volunteer.available.isEmpty || volunteer.sessionTime != nil)
    }

    /// Whom a force could have at best.
    init(ablest force: Force, playbook: Playbook) {
        self.force = force
        skills = Set(playbook.skills)
        leadsSessions = playbook.leadsSessions(force)
    }

    /// Two who go together: what either of them can do.
    init(_ one: VolunteerKind, with other: VolunteerKind) {
        force = one.force
        skills = one.skills.union(other.skills)
        leadsSessions = one.leadsSessions || other.leadsSessions
    }

    private var order: (Int, Int, String) {
        (force.index, leadsSessions ? 0 : 1, skills.sorted().joined(separator: "\u{1F}"))
    }

    /// Each kind once, by force; the ablest of every force among them, whether there is one or not.
    static func all(_ kinds: [VolunteerKind], playbook: Playbook) -> [VolunteerKind] {
        let ablest = Force.allCases.map { VolunteerKind(ablest: $0, playbook: playbook) }
        return Set(kinds + ablest).sorted { $0.order < $1.order }
    }
}

/// Volunteers of a kind who go out at a time.
struct OutingKind: Hashable, Sendable {
    /// Index into `DeploymentProblem.kinds`.
    let kind: Int
    /// nil: any time.
    let time: WardTime?
    /// nil: any.
    var half: MonthHalf?
}

extension Playbook {
    fileprivate func leadsSessions(_ force: Force) -> Bool { sessions.contains { $0.priors[force] != nil } }
}

extension Volunteer {
    /// The first of the volunteer's times that is an evening or lies in the weekend, as the volunteer has it.
    package var sessionTime: String? {
        available.first { WardTime(written: $0)?.isLeisure == true }
    }
}
