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

    /// A bound follows from prices whatever they are, and a plan from whole months: an engine can spoil both, not falsify.
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
