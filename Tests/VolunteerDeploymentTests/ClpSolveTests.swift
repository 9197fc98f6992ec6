import LinearPrograms
import Testing

@Suite struct ClpSolveTests {
    /// Maximise 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: x = 2, y = 6, value 36, prices 0, 1.5, 1.
    ///
    /// Hillier and Lieberman, Introduction to Operations Research, ch. 3 (Wyndor Glass Co.).
    @Test func solvesAProgrammeSolvedByHand() throws {
        var program = LinearProgram(rowUpper: [4, 12, 18])
        program.addColumn(objective: 3, upper: .infinity, entries: [(0, 1), (2, 3)])
        program.addColumn(objective: 5, upper: .infinity, entries: [(1, 2), (2, 2)])
        let solution = try clpSolve(program)
        #expect(abs(solution.objective - 36) < 1e-9)
        #expect(zip(solution.columns, [2, 6]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(zip(solution.rowPrices, [0, 1.5, 1]).allSatisfy { abs($0 - $1) < 1e-9 })
    }
}
