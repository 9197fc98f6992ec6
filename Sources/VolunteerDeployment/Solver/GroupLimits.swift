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

    /// Whether a volunteer and the one who comes along go to no more groups than allowed.
    func isKept(_ volunteer: Int, by plan: AllocationPlan) -> Bool {
        [volunteer, ward.pairs.partnerOf[volunteer]].compactMap(\.self).allSatisfy {
            groups(of: $0, in: plan).count <= most($0)
        }
    }

    /// Groups to which a volunteer goes, as a plan has it or as was decided.
    func groups(of volunteer: Int, in plan: AllocationPlan) -> Set<Int> {
        outings(of: volunteer).reduce(into: pinnedGroups(volunteer)) { groups, outing in
            for opening in plan.months[outing].openings {
                groups.insert(plan.problem.workers[outing].openings[opening].group)
            }
        }
    }

    /// Groups of a volunteer's outings that are decided already.
    func pinnedGroups(_ volunteer: Int) -> Set<Int> {
        outings(of: volunteer).reduce(into: []) { $0.formUnion(pinned.groups[$1] ?? []) }
    }

    /// All that a volunteer goes out for, alone or with another.
    private func outings(of volunteer: Int) -> [Int] {
        Array(ward.outingsOf[volunteer]) + ward.joinedOutings[volunteer]
    }

    /// The outings of each volunteer, as one person's.
    var people: [AllocationBranching.Person] {
        ward.volunteers.indices.map { volunteer in
            let pinned = pinnedGroups(volunteer)
            return .init(
                workers: outings(of: volunteer), mostGroups: max(0, most(volunteer) - pinned.count),
                pinned: pinned)
        }
    }

    /// Takes back the outings of those who visit too many groups, but for the groups with the most outings.
    func cut(_ plan: inout AllocationPlan) { for person in people { person.cut(&plan) } }
}
