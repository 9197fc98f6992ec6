internal import Basics

/// Which answers of one interview are missing, and why.
struct MissingAnswers {
    /// The order of a dialect's words for them.
    enum Reason: Int { case blank, dontKnow, refused }

    private var blank: UInt64 = 0
    private var dontKnow: UInt64 = 0
    private var refused: UInt64 = 0

    /// Nothing is missing.
    static let none = MissingAnswers()

    private init() {}

    init(random: inout SplitMix64) {
        for column in SurveyColumn.missable {
            let draw = random.perMillion()
            let share = column.missingShare
            guard draw < share else { continue }
            let bit: UInt64 = 1 << UInt64(column.rawValue)
            if draw < share * 60 / 100 {
                blank |= bit
            } else if draw < share * 85 / 100, !column.dontKnowIsNo {
                dontKnow |= bit
            } else {
                refused |= bit
            }
        }
    }

    /// nil where the answer is given.
    func reason(_ column: SurveyColumn) -> Reason? {
        let bit: UInt64 = 1 << UInt64(column.rawValue)
        if (blank | dontKnow | refused) & bit == 0 { return nil }
        return blank & bit != 0 ? .blank : dontKnow & bit != 0 ? .dontKnow : .refused
    }
}
