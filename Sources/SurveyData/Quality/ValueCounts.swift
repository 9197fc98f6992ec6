/// Numbers and how often each occurs.
struct ValueCounts {
    /// Ascending; no value twice.
    let values: [(value: Double, count: Int)]
    let total: Int

    init(_ values: [(value: Double, count: Int)]) {
        self.values = values
        total = values.reduce(0) { $0 + $1.count }
    }

    /// The answers that some rows give.
    init(_ column: AnswerColumn<Double>, in rows: [UInt32]) {
        let byCode = column.codes.counts(of: rows, below: column.answers.count)
        var counts: [Double: Int] = [:]
        for (answer, count) in zip(column.answers, byCode) where count > 0 {
            if let value = answer.value { counts[value, default: 0] += count }
        }
        self.init(counts.map { (value: $0.key, count: $0.value) }.sorted { $0.value < $1.value })
    }

    /// The middle value, the mean of the two middle ones; nil of nothing.
    var median: Double? {
        guard total > 0 else { return nil }
        let upper = value(at: total / 2)
        return total % 2 == 1 ? upper : (value(at: total / 2 - 1) + upper) / 2
    }

    var mean: Double { values.reduce(0) { $0 + $1.value * Double($1.count) } / Double(total) }

    var variance: Double {
        let mean = mean
        let squares = values.reduce(0) { $0 + Double($1.count) * ($1.value - mean) * ($1.value - mean) }
        return squares / Double(total - 1)
    }

    /// All but so many of the highest.
    func droppingHighest(_ count: Int) -> ValueCounts {
        var left = total - count
        var kept: [(value: Double, count: Int)] = []
        for (value, count) in values where left > 0 {
            kept.append((value, min(count, left)))
            left -= count
        }
        return ValueCounts(kept)
    }

    private func value(at place: Int) -> Double {
        var passed = 0
        for (value, count) in values {
            passed += count
            if place < passed { return value }
        }
        preconditionFailure("a place beyond all values")
    }
}
