/// How many households gave each combination of answers about filing.
package struct FilingCounts: Sendable, Equatable {
    /// Households that gave one combination.
    package struct Count: Sendable, Equatable {
        package let answers: FilingAnswers
        package var count: Int
    }

    /// Ascending by answers, each once.
    package private(set) var sorted: [Count] = []

    package init() {}

    package mutating func add(_ answers: FilingAnswers, _ count: Int) {
        let place = sorted.last.map { $0.answers < answers } ?? true ? sorted.count : place(of: answers)
        if place < sorted.count, sorted[place].answers == answers {
            sorted[place].count += count
        } else {
            sorted.insert(Count(answers: answers, count: count), at: place)
        }
    }

    /// The first place whose answers are not before these.
    private func place(of answers: FilingAnswers) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].answers < answers { low = middle + 1 } else { high = middle }
        }
        return low
    }

    package var households: Int { sorted.reduce(0) { $0 + $1.count } }

    static func += (left: inout FilingCounts, right: FilingCounts) {
        if left.sorted.isEmpty {
            left = right
        } else {
            for told in right.sorted { left.add(told.answers, told.count) }
        }
    }
}
