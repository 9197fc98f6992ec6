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

    /// Takes back the outings of those who visit too many groups, but for the groups with the most outings.
    func cut(_ plan: inout AllocationPlan) {
        func groups(_ outing: Int) -> [Int] {
            plan.months[outing].openings.map { plan.problem.workers[outing].openings[$0].group }
        }
        for volunteer in ward.volunteers.indices {
            let outings = ward.outingsOf[volunteer]
            guard !isKept(volunteer, by: outings.map { plan.months[$0] }, in: plan.problem) else { continue }
            var counts: [Int: Int] = [:]
            for outing in outings {
                for group in pinned.groups[outing] ?? [] { counts[group, default: 0] += outings.count }
                for group in groups(outing) { counts[group, default: 0] += 1 }
            }
            let kept = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(most(volunteer))
            let own = Set(kept.map(\.key))
            for outing in outings where !own.isSuperset(of: groups(outing)) { plan.set(.empty(outing)) }
        }
    }
}
