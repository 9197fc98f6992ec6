/// Where each row stands in its file: the physical line, from 1, and the number of its record, the header being 1.
///
/// Most rows follow each other line by line: runs of such rows are kept, not rows.
struct RowPositions: Sendable {
    private struct Run {
        let row, line, record: Int
    }

    /// Ascending by row.
    private var runs: [Run] = []
    private(set) var count = 0
    /// Where the next row stands if it goes on with the last run.
    private var nextLine = 0, nextRecord = 0

    init() {}

    /// Rows of no file.
    init(count: Int) {
        self.count = count
        runs = [Run(row: 0, line: 0, record: 0)]
    }

    @inline(__always)
    mutating func append(line: Int, record: Int) {
        if line != nextLine || record != nextRecord || runs.isEmpty {
            runs.append(Run(row: count, line: line, record: record))
        }
        count += 1
        nextLine = line + 1
        nextRecord = record + 1
    }

    /// Puts the rows of another list below.
    mutating func append(_ other: RowPositions) {
        runs += other.runs.map { Run(row: count + $0.row, line: $0.line, record: $0.record) }
        count += other.count
        (nextLine, nextRecord) = (other.nextLine, other.nextRecord)
    }

    func line(of row: Int) -> Int { run(of: row).line + row - run(of: row).row }

    func record(of row: Int) -> Int { run(of: row).record + row - run(of: row).row }

    private func run(of row: Int) -> Run {
        precondition(row < count)
        var (low, high) = (0, runs.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].row <= row { low = middle } else { high = middle }
        }
        return runs[low]
    }
}
