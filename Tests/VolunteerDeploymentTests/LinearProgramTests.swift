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

    @Test func anEngineThatOnlyClaimsAnOptimumIsNotBelieved() throws {
        var instance = Instance(playbook: try Playbook.builtIn())
        instance.groups = [group("G1")]
        instance.volunteers = [volunteer("V1", .youth, home: "G1", minutes: 60)]
        instance.needs = [need("H1", in: "G1", [.skill])]
        let problem = try instance.problem()
        let liar: LinearProgramSolver = { (program: LinearProgram) throws(LinearProgramError) in
            let honest = try clpSolve(program)
            return LinearProgramSolution(
                objective: honest.objective / 2, columns: honest.columns.map { $0 / 2 },
                rowPrices: honest.rowPrices)
        }
        #expect(throws: LinearProgramError.self) { try solve(problem, by: liar) }
    }
}
