internal import SurveyData

/// How many groups each volunteer may visit in a month, over all outings.
///
/// The search plans outings one by one and leaves this out; `VolunteerRepricing` sees to it.
struct GroupLimits {
    private let ward: DeploymentProblem
    private let pinned: PinnedVisits

    init(_ ward: DeploymentProblem, pinned: PinnedVisits) {
        self.ward = ward
        self.pinned = pinned
    }

    /// Groups that a volunteer may visit.
    func most(_ volunteer: Int) -> Int { ward.volunteers[volunteer].maximumGroups }

    /// Whether a volunteer's outings are to no more groups than allowed.
    func isKept(_ volunteer: Int, by outings: [WorkerMonth], in problem: AllocationProblem) -> Bool {
        let groups = outings.flatMap { month in
            month.openings.map { problem.workers[month.worker].openings[$0].group }
                + Array(pinned.groups[month.worker] ?? [])
        }
        return Set(groups).count <= most(volunteer)
    }

    /// Groups of a volunteer's outings that are decided already.
    func pinnedGroups(_ volunteer: Int) -> Set<Int> {
        ward.outingsOf[volunteer].reduce(into: []) { $0.formUnion(pinned.groups[$1] ?? []) }
    }

    /// The outings of each volunteer, as one person's.
    var people: [AllocationBranching.Person] {
        ward.outingsOf.enumerated().map { volunteer, outings in
            let pinned = pinnedGroups(volunteer)
            return .init(
                workers: outings, mostGroups: max(0, most(volunteer) - pinned.count), pinned: pinned)
        }
    }

    /// Takes back the outings of those who visit too many groups, but for the groups with the most outings.
    func cut(_ plan: inout AllocationPlan) { for person in people { person.cut(&plan) } }
}
