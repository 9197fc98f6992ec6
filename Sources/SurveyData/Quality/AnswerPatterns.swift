internal import Basics

/// Numbers for sets of answers: two interviews have one number if they answer all questions alike.
///
/// Each answer to each question has a random number of its own, and a set of answers has their sum. Two different sets
/// share a number once in 2⁶⁴.
///
/// - Source: A. L. Zobrist, A New Hashing Method with Application for Game Playing (1970).
struct AnswerPatterns {
    /// By household of the survey.
    private(set) var numbers: [UInt64]

    init(_ survey: Survey, _ questions: [Variable]) {
        let table = survey.table
        numbers = Array(repeating: 0, count: survey.rows.count)
        for question in questions {
            let seed = SplitMix64.mixed(UInt64(question.rawValue) + 1)
            switch question.storage {
            case .coded: add(table.coded(question), survey.rows, seed) { UInt64($0) }
            case .number: add(table.numbers(question), survey.rows, seed) { $0.bitPattern }
            case .text, .date, .id: continue
            }
        }
    }

    /// Adds a question's answers; missing answers are one, whatever the reason.
    private mutating func add<Value>(
        _ column: AnswerColumn<Value>?, _ rows: [UInt32], _ seed: UInt64, _ bits: (Value) -> UInt64
    ) {
        guard let column else { return }
        let own = column.answers.map { answer in
            answer.value.map { SplitMix64.mixed(seed &+ SplitMix64.mixed(bits($0))) } ?? 0
        }
        for (place, row) in rows.enumerated() { numbers[place] &+= own[column.codes[Int(row)]] }
    }
}
