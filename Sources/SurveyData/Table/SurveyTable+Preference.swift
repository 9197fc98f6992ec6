/// Which of several interviews of one household counts; the same whatever the order of rows or files.
extension SurveyTable {
    /// The row that counts: the latest date, then the most complete, then the smallest content.
    func preferred(_ rows: [UInt32]) -> UInt32? {
        guard var best = rows.first else { return nil }
        var standing = Standing(self, Int(best))
        for row in rows.dropFirst() {
            let own = Standing(self, Int(row))
            if own.isAbove(standing) || own.isLevel(with: standing) && isBefore(Int(row), Int(best)) {
                best = row
                standing = own
            }
        }
        return best
    }

    private struct Standing {
        let date: SurveyDate?
        let answered: Int

        init(_ table: SurveyTable, _ row: Int) {
            date = table.dates?[row].value
            answered = table.answered(row)
        }

        func isAbove(_ other: Standing) -> Bool {
            if date != other.date {
                guard let date else { return false }
                return other.date.map { date > $0 } ?? true
            }
            return answered > other.answered
        }

        func isLevel(with other: Standing) -> Bool { date == other.date && answered == other.answered }
    }

    /// Questions with a usable answer. That a row is made up is no answer.
    private func answered(_ row: Int) -> Int {
        coded.enumerated().count { $0 != Variable.synthetic.slot && $1?[row].value != nil }
            + numbers.count { $0?[row].value != nil } + texts.count { $0?[row].value != nil }
    }

    /// Whether the content of one row comes before that of another: by question, what is missing first.
    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        for column in coded {
            if let isLess = column?.isLess(left, right, <) { return isLess }
        }
        for column in numbers {
            if let isLess = column?.isLess(left, right, <) { return isLess }
        }
        for column in texts {
            if let isLess = column?.isLess(left, right, <) { return isLess }
        }
        for column in groupings {
            if let isLess = column?.isLess(left, right, <) { return isLess }
        }
        return ids.written(left).lexicographicallyPrecedes(ids.written(right))
    }
}

extension AnswerColumn where Value: Equatable {
    /// Whether one row's answer is less than another's; nil where they are the same.
    fileprivate func isLess(_ left: Int, _ right: Int, _ isLess: (Value, Value) -> Bool) -> Bool? {
        let (one, other) = (self[left], self[right])
        if one == other { return nil }
        switch (one, other) {
        case (.given(let one), .given(let other)): return isLess(one, other)
        case (.missing, .given): return true
        case (.given, .missing): return false
        case (.missing(let one), .missing(let other)): return one.rawValue < other.rawValue
        }
    }
}
