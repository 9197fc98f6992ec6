internal import Basics
internal import SurveyData

/// Makes a plan better one volunteer at a time, over all outings of the month: so that nobody visits more groups than
/// allowed, which the search for single outings leaves out.
///
/// A volunteer gives all outings back. Each group in reach is tried as the first; then outing after outing takes
/// the best that the others leave, in no more groups than allowed. The best of these months is taken.
struct VolunteerRepricing {
    let ward: DeploymentProblem
    let limits: GroupLimits
    /// By volunteer: groups of last month. The first outing to one is paid `settings.keep`.
    let kept: [VolunteerID: Set<GroupID>]
    /// Of a problem whose floors, if it has any, are not to be missed by more.
    let pricing: AllocationPricing

    /// Rounds in which others' households are charged first most, at last nothing of what they are worth.
    func run(_ plan: inout AllocationPlan, prices: AllocationPrices, shares: [Double]) {
        for share in shares { improve(&plan, prices: prices, share: share) }
    }

    /// Pays ever more for floors that are missed, until they are reached or paying brings nothing.
    func mend(_ plan: inout AllocationPlan, prices: AllocationPrices) {
        var paid = prices
        for _ in 0..<Self.raises where plan.missedPrice > 0 {
            for (floor, missed) in plan.missed.enumerated() where missed > 0 {
                let penalty = pricing.problem.floors[floor].penalty
                paid.floors[floor] = min(penalty, max(Self.raise * paid.floors[floor], penalty / 100))
            }
            improve(&plan, prices: paid, share: 0)
        }
    }

    /// What a plan is worth with what is paid for staying.
    func score(_ plan: AllocationPlan) -> Double {
        ward.volunteers.indices.reduce(plan.score) { sum, volunteer in
            sum + keepBonus(of: ward.outingsOf[volunteer].map { plan.months[$0] }, by: volunteer)
        }
    }

    private func keepBonus(of months: [WorkerMonth], by volunteer: Int) -> Double {
        guard let kept = kept[ward.volunteers[volunteer].id] else { return 0 }
        let visited = months.flatMap { month in
            month.openings.map { pricing.problem.workers[month.worker].openings[$0].group }
        }
        let stays = Set(visited).count { kept.contains(ward.groups[$0].id) }
        return ward.playbook.settings.keep * Double(stays)
    }

    private static let raises = 12
    private static let raise = 1.25

    /// One round through all volunteers; who visits too many groups takes the best month that does not, and the
    /// others one that is worth more.
    ///
    /// - Parameter share: of what households are worth to others, that they are charged.
    func improve(
        _ plan: inout AllocationPlan, prices: AllocationPrices, share: Double
    ) {
        let problem = pricing.problem
        let charged = AllocationPrices(
            cells: prices.cells.map { $0 * share }, openings: prices.openings.map { _ in 0 },
            floors: prices.floors)
        let wish = problem.wish
        // Who opens the way comes before those who follow up.
        for volunteer in ward.inTurn {
            if pricing.shouldStop() { return }
            let outings = Array(ward.outingsOf[volunteer])
            let isKept = limits.isKept(volunteer, by: plan)
            var former = plan.former(outings)
            let old = former.months
            for outing in outings { plan.set(.empty(outing)) }
            var own = charged
            for group in plan.unmet { own.openings[group] = wish }
            var paid = own
            _ = paid.pay(forFollowUpsOf: plan)
            let found = months(of: volunteer, outings, beside: plan, prices: paid)
            func worth(_ months: [WorkerMonth]) -> Double {
                // A wish is met once, however often somebody goes there.
                var wished: Set<Int> = []
                let bonus = keepBonus(of: months, by: volunteer)
                return months.reduce(bonus) { sum, month in
                    let groups = month.openings.map { problem.workers[month.worker].openings[$0].group }
                    let again = groups.filter { !wished.insert($0).inserted }
                    return again.reduce(sum + month.worth(at: own, in: problem)) { $0 - own.openings[$1] }
                }
            }
            if isKept, worth(found) <= worth(old) + 1e-9 {
                plan.restore(former)
                continue
            }
            for month in found where month.fits(in: plan.left, of: problem) { plan.set(month) }
            // What others follow up is lost with the way to it.
            former.months += plan.dropUnfounded()
            let isLoss = former.months.count > old.count
            if isKept, isLoss || !problem.floors.isEmpty, !plan.isBetter(than: former) {
                plan.restore(former)
            }
        }
    }

    /// Groups to which somebody goes, and how many they may be.
    private struct Visited {
        var groups: Set<Int>
        let most: Int

        func allows(_ group: Int) -> Bool { groups.count < most || groups.contains(group) }
    }

    /// The best month found of a volunteer, one for each outing, beside a plan in which these have none.
    private func months(
        of volunteer: Int, _ outings: [Int], beside plan: AllocationPlan, prices: AllocationPrices
    ) -> [WorkerMonth] {
        let left = plan.left
        let places = ward.places[volunteer]
        func visited(_ person: Int) -> Visited {
            Visited(groups: limits.groups(of: person, in: plan), most: limits.most(person))
        }
        let (decided, most) = (visited(volunteer), limits.most(volunteer))
        let partner = ward.pairs.partnerOf[volunteer].map(visited)
        // At first all outings find the same households.
        var known: [Int: VisitProfile] = [:]
        for outing in outings {
            let person = pricing.problem.workers[outing]
            for opening in person.openings {
                let (kind, place) = profilePlace(person, opening)
                if known[place] == nil {
                    known[place] = pricing.profile(
                        kind: kind, group: opening.group, prices: prices, left: left, barred: person.barred)
                }
            }
        }
        let isFree = decided.groups.count < most
        let firsts: [Int?] = isFree && most < outings.count ? places.map(Optional.some) : [nil]
        let tried = parallelMap(firsts.count, threads: pricing.threads) { [known] place in
            month(
                of: volunteer, from: firsts[place], decided, partner, outings, left: left, prices: prices,
                known: known)
        }
        let best = tried.indices.max { (tried[$0].worth, $1) < (tried[$1].worth, $0) }
        return best.map { tried[$0].months } ?? []
    }

    /// The first kind that can do what a worker can in an opening, and the place of its profile there.
    private func profilePlace(
        _ person: AllocationProblem.Worker, _ opening: AllocationProblem.Opening
    ) -> (kind: Int, place: Int) {
        let kind = pricing.problem.alike[opening.group][person.kind(in: opening)]
        return (kind, kind * pricing.problem.groups + opening.group)
    }

    /// Outings one after the other, the first to a group that is given; nil: wherever is best.
    private func month(
        of volunteer: Int, from first: Int?, _ decided: Visited, _ partner: Visited?, _ outings: [Int],
        left: [Int], prices: AllocationPrices, known: [Int: VisitProfile]
    ) -> (worth: Double, months: [WorkerMonth]) {
        let problem = pricing.problem
        var left = left
        // Where these outings took households.
        var (changed, own): (Set<Int>, [Int: VisitProfile]) = ([], [:])
        var (visited, others) = (decided, partner)
        let kept = kept[ward.volunteers[volunteer].id] ?? []
        var (worth, months) = (0.0, [WorkerMonth]())
        for outing in outings {
            let person = problem.workers[outing]
            let isPair = ward.outings[outing].partner != nil
            let isOpen = { (group: Int) in
                if isPair, others?.allows(group) == false { return false }
                if months.isEmpty, let first { return group == first }
                return visited.allows(group)
            }
            let best = BestOpening(person, unit: pricing.unit) { opening in
                // Who is somewhere already stays there.
                guard person.mostGroups == 0 ? opening.isPinned : isOpen(opening.group) else { return nil }
                let (kind, place) = profilePlace(person, opening)
                let isChanged = changed.contains(opening.group)
                if let profile = isChanged ? own[place] : known[place] { return profile }
                let profile = pricing.profile(
                    kind: kind, group: opening.group, prices: prices, left: left, barred: person.barred)
                own[place] = profile
                return profile
            } bonus: { opening in
                if visited.groups.contains(opening.group) { return 0 }
                let stays = kept.contains(ward.groups[opening.group].id)
                return prices.openings[opening.group] + (stays ? ward.playbook.settings.keep : 0)
            }
            guard let stay = best.stay else { continue }
            let month = best.month(of: outing).fitted(to: left, of: problem)
            guard !month.visits.isEmpty else { continue }
            worth += best.worth
            months.append(month)
            let group = person.openings[stay.opening].group
            visited.groups.insert(group)
            if isPair { others?.groups.insert(group) }
            for taken in month.households(in: problem) { left[taken.cell] -= taken.count }
            changed.insert(group)
            for kind in 0..<problem.kinds { own[kind * problem.groups + group] = nil }
        }
        return (worth, months)
    }
}
