/// How many households gave each combination of answers about filing.
package struct FilingCounts: Sendable, Equatable {
    private var counts: [FilingAnswers: Int] = [:]

    package init() {}

    package mutating func add(_ answers: FilingAnswers, _ count: Int) { counts[answers, default: 0] += count }

    /// In the order of the answers.
    package var sorted: [(answers: FilingAnswers, count: Int)] {
        counts.sorted { $0.key < $1.key }.map { (answers: $0.key, count: $0.value) }
    }

    package var households: Int { counts.values.reduce(0, +) }

    static func += (left: inout FilingCounts, right: FilingCounts) {
        for (answers, count) in right.counts { left.add(answers, count) }
    }
}
