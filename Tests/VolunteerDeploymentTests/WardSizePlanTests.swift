import Testing
import VolunteerDeployment

/// 97 groups, 291 volunteers, about 1,900 named needs and 13,000 quota households, made up by seed.
@Suite struct WardSizePlanTests {
    @Test(arguments: 1...2)
    func isWorthNinetyNinePercentOfTheBound(seed: Int) throws {
        let instance = Instance.ward(seed: seed, playbook: try Playbook.builtIn())
        let problem = try instance.problem()
        let plan = try solve(problem)
        #expect(PlanCheck(plan, of: problem).breaches == [], "seed \(seed)")
        #expect(plan.objective >= 0.99 * plan.linearBound, "seed \(seed), gap \(plan.gap)")
        #expect(plan.bound <= plan.linearBound)
        #expect(plan.objective > 100)
    }

    @Test func doesNotDependOnTheOrderOfTheInput() throws {
        let instance = Instance.ward(seed: 7, playbook: try Playbook.builtIn())
        var turned = instance
        turned.groups.reverse()
        turned.volunteers.reverse()
        turned.needs.reverse()
        turned.quotas.reverse()
        #expect(try solve(try instance.problem()) == solve(try turned.problem()))
    }

    @Test func anHourOfEveryScarceForceIsWorthSomething() throws {
        let plan = try solve(try Instance.ward(seed: 8, playbook: try Playbook.builtIn()).problem())
        for price in plan.prices {
            let hour = try #require(price.oneMoreHour)
            #expect(hour > 0)
            // The right-hand derivative never passes the dual price.
            #expect(hour <= price.perMinute * 60 + 1e-6)
        }
    }
}
