internal import SurveyData

extension Rounding {
    /// Gives the programme's visits to volunteers, near groups first.
    mutating func place(_ targets: [[Int]]) {
        var targets = targets
        let order = problem.volunteers.indices.sorted {
            (problem.volunteers[$0].maximumGroups, $0) < (problem.volunteers[$1].maximumGroups, $1)
        }
        for volunteer in order where program.usable[volunteer] > 0 {
            let force = problem.volunteers[volunteer].force.index
            let open = targets
            let remaining = remaining
            let classes = program.classes
            let cells = problem.cells
            func limit(_ cell: Int) -> Int {
                guard let own = classes[cell], open[own][force] > 0 else { return 0 }
                let barred = cells[cell].barred
                guard barred.isEmpty || !barred.contains(volunteer) else { return 0 }
                return min(remaining[cell], open[own][force])
            }
            let groups = nearestWithEnough(volunteer, limit: limit)
            let month = month(of: volunteer, in: groups, limit: limit)
            give(month.shares, to: volunteer)
            for share in month.shares {
                guard let own = program.classes[share.cell] else { continue }
                targets[own][force] = max(0, targets[own][force] - share.visits)
            }
        }
    }

    /// Groups for one volunteer: with s groups still allowed, the nearest that can fill an s-th of the minutes
    /// left, else the one that can fill most.
    private func nearestWithEnough(_ volunteer: Int, limit: (Int) -> Int) -> [Int] {
        let minutesIn = problem.groups.indices.map { group in
            cells(volunteer, in: group).reduce(0) { $0 + limit($1) * offer($1, volunteer).minutes }
        }
        var left = program.usable[volunteer]
        var slots = problem.volunteers[volunteer].maximumGroups
        var chosen: [Int] = []
        var isOpen = Array(repeating: true, count: problem.groups.count)
        while slots > 0, left > 0 {
            var pick: Int?
            for group in near[volunteer].order where isOpen[group] && minutesIn[group] > 0 {
                if min(left, minutesIn[group]) * slots >= left {
                    pick = group
                    break
                }
                if minutesIn[group] > pick.map({ minutesIn[$0] }) ?? 0 { pick = group }
            }
            guard let pick else { break }
            chosen.append(pick)
            isOpen[pick] = false
            left -= min(left, minutesIn[pick])
            slots -= 1
        }
        return chosen
    }
}
