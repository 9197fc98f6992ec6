/// What reading the cells of one variable brought to light, by row of the file.
struct CellNotes: Sendable {
    var issues: [CellIssue] = []
    var repairs: [String: Int] = [:]
    /// Rows whose cells contradict each other: the answer counts as missing.
    var contradictions: [Contradiction] = []

    /// A cell that is no answer.
    struct CellIssue: Sendable {
        let row: Int
        let column: Int
        let code: DataIssue.Code
        /// nil where that would tell who someone is.
        let found: String?
        let expected: String
    }

    struct Contradiction: Sendable {
        let rule: ContradictionRule
        let row: Int
        let column: Int
    }

    static func += (left: inout CellNotes, right: CellNotes) {
        left.issues += right.issues
        left.repairs.merge(right.repairs) { $0 + $1 }
        left.contradictions += right.contradictions
    }
}
