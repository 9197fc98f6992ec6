internal import Readiness
package import SurveyData

extension DeploymentPlan {
    /// The plan that a person's rows make: minutes, tasks and gains by the playbook, whatever the file says of them.
    ///
    /// What cannot be is kept as it was written, so that `PlanCheck` names it.
    ///
    /// - Parameter bound: of the problem.
    package init(_ edited: EditedAssignments, of problem: DeploymentProblem, bound: Double) {
        let reading = EditedVisits(problem)
        let people = Dictionary(grouping: edited.rows, by: \.volunteer)
        let roster = Dictionary(
            problem.volunteers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let assignments = people.keys.sorted().map { id -> VolunteerAssignment in
            let person = roster[id]
            return VolunteerAssignment(
                volunteer: id, force: person?.force ?? .youth,
                minutesAvailable: person.map(problem.visitMinutes) ?? 0,
                visits: (people[id] ?? []).enumerated().map { place, row in
                    reading.visit(row, order: place + 1, by: person)
                })
        }
        self.init(
            assignments: assignments, unassigned: [],
            objective: assignments.reduce(0) { $0 + $1.expectedGain }, bound: bound, prices: [], groups: [])
    }
}

/// Turns rows into visits.
private struct EditedVisits {
    private let problem: DeploymentProblem
    private let needs: [HouseholdID: SupportNeed]
    private let quotas: [GroupID: [QuotaNeed]]

    init(_ problem: DeploymentProblem) {
        self.problem = problem
        needs = Dictionary(problem.needs.map { ($0.household, $0) }, uniquingKeysWith: { first, _ in first })
        quotas = Dictionary(grouping: problem.quotas, by: \.group)
    }

    func visit(_ row: EditedAssignments.Row, order: Int, by person: Volunteer?) -> Visit {
        let force = person?.force ?? .youth
        let need = row.household.flatMap { needs[$0] }
        let written = CascadeStep(rawValue: row.barrier).map { [$0] } ?? []
        let quota = row.household == nil ? quota(row, by: force) : nil
        let steps = need?.failedSteps ?? quota?.failedSteps ?? written
        let help = problem.playbook.help(over: steps, by: force)
        let gain = help.map { help in
            if let need {
                return problem.playbook.gain(of: help, dossiers: need.expectedDossiers)
            }
            return quota.map { problem.playbook.quotaGain(of: help, dossiers: $0.expectedDossiers) } ?? 0
        }
        let reach = row.household == nil ? problem.playbook.settings.quotaReach[force] ?? 0 : 1
        return Visit(
            volunteer: row.volunteer, order: order, kind: row.household == nil ? .quota : .visit,
            group: row.group, household: row.household, barrier: steps.min() ?? .device,
            failedSteps: steps.sorted(), steps: help?.steps ?? [], taskCode: help?.taskCode ?? "",
            minutes: help?.minutes ?? 0, expectedGain: gain ?? 0,
            addedChance: (help?.addedChance ?? 0) * reach,
            reason: .elsewhere)
    }

    /// The quota of the group that the row means: of its barrier, and of those the one whose gain is nearest.
    private func quota(_ row: EditedAssignments.Row, by force: Force) -> QuotaNeed? {
        let own = (quotas[row.group] ?? []).filter { $0.failedSteps.min()?.rawValue == row.barrier }
        func distance(_ quota: QuotaNeed) -> Double {
            let help = problem.playbook.help(over: quota.failedSteps, by: force)
            let gain = help.map { problem.playbook.quotaGain(of: $0, dossiers: quota.expectedDossiers) } ?? 0
            return row.expectedGain.map { abs($0 - gain) } ?? -gain
        }
        return own.enumerated().min { (distance($0.element), $0.offset) < (distance($1.element), $1.offset) }?
            .element
    }
}
