import Testing

@testable import VolunteerDeployment

@Suite struct CellCutTests {
    @Test func fiveHouseholdsCannotBeThreeForTwoWorkers() throws {
        // Of five households only one worker can have three: one third of five, rounded down.
        let cut = try #require(CellCut(cell: 0, count: 5, numerator: 1, denominator: 3))
        #expect(cut.weights == [0, 0, 0, 1, 1, 1])
    }

    @Test func roundingKeepsWhatIsAboveTheRest() throws {
        // 7 · 1/2 = 3.5 is rounded to 3: an odd number of visits has no half of its own above that half.
        let half = try #require(CellCut(cell: 0, count: 7, numerator: 1, denominator: 2))
        #expect(half.weights == [0, 0, 1, 1, 2, 2, 3, 3].map { $0 / 3 })
        // 5 · 1/4 = 1.25 is rounded to 1: 3 · 1/4 = 0.75 keeps (0.75 − 0.25) ÷ (1 − 0.25).
        let quarter = try #require(CellCut(cell: 0, count: 5, numerator: 1, denominator: 4))
        #expect(zip(quarter.weights, [0, 0, 1.0 / 3, 2.0 / 3, 1, 1]).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func aLimitThatRoundingLeavesAsItIsMakesNoCut() {
        #expect(CellCut(cell: 0, count: 6, numerator: 1, denominator: 3) == nil)
        #expect(CellCut(cell: 0, count: 2, numerator: 1, denominator: 3) == nil)
        #expect(CellCut.all(cell: 0, count: 1).isEmpty)
    }

    /// What makes a cut valid: however whole visits are shared out, their weights are at most 1.
    @Test(arguments: 2...60)
    func weightsOfSharedVisitsAreAtMostTheirSum(count: Int) {
        for cut in CellCut.all(cell: 0, count: count) {
            #expect(cut.weights.count == count + 1 && cut.weights[0] == 0 && cut.weights[count] == 1)
            for one in 0...count {
                for other in 0...(count - one)
                where cut.weights[one] + cut.weights[other] > cut.weights[one + other] + 1e-12 {
                    Issue.record("\(cut) at \(one) and \(other) of \(count)")
                }
            }
        }
    }

    @Test func halvesOfMonthsThatUseUpACellAreFound() {
        let problem = AllocationProblem(
            workers: (0..<2).map { _ in
                .init(kind: 0, minutes: 90, mostGroups: 1, openings: [.init(group: 0, minutes: 0, cost: 0)])
            }, groups: 1, cells: [.init(group: 0, count: 5, offers: [.init(gain: 1, minutes: 30)])], kinds: 1)
        let months = (0..<2).map {
            WorkerMonth(worker: $0, openings: [0], visits: [.init(cell: 0, count: 3)])
        }
        let cuts = CellCuts(problem)
        let broken = cuts.broken(by: months, taken: [5.0 / 6, 5.0 / 6])
        #expect(broken.first == CellCut(cell: 0, count: 5, numerator: 1, denominator: 3))
        #expect(cuts.broken(by: months, taken: [1, 0]).isEmpty)
    }

    /// Two workers, five households, three at most each: shares of months take all five, and so do whole months; but
    /// where only three at once are worth the way, the cut alone shows that one worker stays at home.
    @Test func aCutBringsTheBoundDownToTheBestPlan() throws {
        let workers = (0..<2).map { _ in
            AllocationProblem.Worker(
                kind: 0, minutes: 90, mostGroups: 1, openings: [.init(group: 0, minutes: 0, cost: 2.5)])
        }
        let problem = AllocationProblem(
            workers: workers, groups: 1,
            cells: [.init(group: 0, count: 5, offers: [.init(gain: 1, minutes: 30)])], kinds: 1)
        let result = try allocate(problem, effort: AllocationEffort(gap: 0))
        #expect(abs(result.value - 0.5) < 1e-9)
        #expect(abs(result.bound - 0.5) < 1e-6)
    }
}
