import LinearPrograms
import Readiness
import SurveyData
import Testing
import VolunteerDeployment

@Suite struct LinearProgramTests {
    @Test func namesAProgrammeWithoutALargestValue() {
        var program = LinearProgram(rowUpper: [1])
        program.addColumn(objective: 1, upper: .infinity, entries: [(0, -1)])
        #expect(throws: LinearProgramError.unbounded) { try clpSolve(program) }
    }

    /// Maximise 3x + 2y, x + y ≤ 4, then x ≤ 1 too: from 12 to 9; without that row 12 again.
    @Test func rowsAreAddedAndLeftOut() throws {
        var program = LinearProgram(rowUpper: [4])
        program.addColumn(objective: 3, upper: .infinity, entries: [(0, 1)])
        program.addColumn(objective: 2, upper: .infinity, entries: [(0, 1)])
        let first = try clpSolve(program)
        #expect(first.objective == 12)
        program.basis = first.basis
        #expect(program.addRows([(1, [(0, 1)]), (9, [(0, 1), (1, 1)])]) == 1)
        let second = try clpSolve(program)
        #expect(second.objective == 9 && second.columns == [1, 3] && second.rowPrices == [2, 1, 0])
        program.basis = second.basis
        // The binding row stays, the slack one goes.
        let (kept, places) = program.keepingRows { $0 == 0 }
        #expect(places == [0, 1, nil] && kept.rowUpper == [4, 1])
        #expect(try clpSolve(kept).objective == 9)
        program.basis = nil
        let (fewer, _) = program.keepingRows { $0 == 0 }
        #expect(try clpSolve(fewer).objective == 12)
    }

    /// A bound follows from prices whatever they are, and a plan from whole months: an engine can spoil both, not
    /// falsify.
    @Test(arguments: 0..<60)
    func anEngineThatLiesMakesNoFalseBoundAndBreaksNoLimit(seed: Int) throws {
        let instance = Instance.random(seed: seed, playbook: try Playbook.builtIn())
        let problem = try instance.problem()
        let liar: LinearProgramSolver = { (program: LinearProgram) throws(LinearProgramError) in
            let honest = try clpSolve(program)
            return LinearProgramSolution(
                objective: honest.objective * 2, columns: honest.columns.map { 1 - $0 },
                rowPrices: honest.rowPrices.enumerated().map { $1 * Double($0 % 3) })
        }
        let plan = try solve(problem, by: liar)
        #expect(PlanCheck(plan, of: problem).breaches == [], "seed \(seed)")
        let honest = try solve(problem)
        if honest.floors.allSatisfy(\.isKept), plan.floors.allSatisfy(\.isKept) {
            #expect(plan.bound >= honest.objective - 1e-9, "seed \(seed)")
        }
    }
}
