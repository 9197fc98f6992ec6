internal import SurveyData

extension Rounding {
    /// One round: every volunteer fills the month anew from what the others leave.
    mutating func improve() {
        for volunteer in problem.volunteers.indices where program.usable[volunteer] > 0 {
            let old = load[volunteer]
            takeBack(from: volunteer)
            let before = old.reduce(0) {
                $0 + (offer($1.cell, volunteer).gain - charged * cellPrices[$1.cell]) * Double($1.visits)
            }
            var own: [Int] = []
            for share in old where own.last != problem.cells[share.cell].group {
                own.append(problem.cells[share.cell].group)
            }
            let best = bestMonth(of: volunteer, own: own)
            if let best, best.gain > before + 1e-9 {
                give(best.shares, to: volunteer)
            } else {
                give(old, to: volunteer)
            }
        }
    }

    /// The best month in the own groups, with one more group, or with one exchanged.
    private mutating func bestMonth(of volunteer: Int, own: [Int]) -> Month? {
        let remaining = remaining
        let cells = problem.cells
        func limit(_ cell: Int) -> Int {
            let barred = cells[cell].barred
            return barred.isEmpty || !barred.contains(volunteer) ? remaining[cell] : 0
        }
        var best = month(of: volunteer, in: own, limit: limit)
        let ceiling = fractionalGain(volunteer)
        for group in candidates(volunteer, except: own, ceiling: ceiling) {
            var options: [[Int]] = []
            if own.count < problem.volunteers[volunteer].maximumGroups { options.append(own + [group]) }
            for place in own.indices {
                var exchanged = own
                exchanged[place] = group
                options.append(exchanged)
            }
            for groups in options {
                let other = month(of: volunteer, in: groups, limit: limit)
                // A further group must bring something: a thousandth keeps volunteers near for small change.
                if other.gain > best.gain * 1.001 + 1e-9 { best = other }
            }
        }
        return best
    }

    /// The few groups worth a look: those that alone would fill the month best, nearest first among equals.
    private func candidates(_ volunteer: Int, except own: [Int], ceiling: [Double]) -> [Int] {
        let others = near[volunteer].order.enumerated().filter {
            !own.contains($0.element) && ceiling[$0.element] > 0
        }
        let best = others.sorted { (ceiling[$1.element], $0.offset) < (ceiling[$0.element], $1.offset) }
        return best.prefix(Self.looks).map(\.element)
    }

    private static let looks = 4

    /// By group: what the volunteer would gain there alone if visits could be cut.
    private func fractionalGain(_ volunteer: Int) -> [Double] {
        problem.groups.indices.map { group in
            var left = program.usable[volunteer]
            var gain = 0.0
            for cell in cells(volunteer, in: group) {
                let count = available(cell, volunteer)
                guard count > 0 else { continue }
                let offer = offer(cell, volunteer)
                let minutes = min(left, count * offer.minutes)
                gain += offer.gain * Double(minutes) / Double(offer.minutes)
                left -= minutes
                if left <= 0 { break }
            }
            return gain
        }
    }
}
