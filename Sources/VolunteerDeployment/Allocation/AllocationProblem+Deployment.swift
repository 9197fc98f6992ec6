internal import SurveyData

extension AllocationProblem {
    /// A ward's problem in numbers: who may go where, each group's cells, no cost of going. `AllocationModel` writes it for
    /// any solver; the value of a plan is its objective.
    package init(_ problem: DeploymentProblem) {
        self.init(
            workers: problem.volunteers.enumerated().map { index, volunteer in
                Worker(
                    kind: volunteer.force.index, minutes: Double(problem.visitMinutes(of: volunteer)),
                    mostGroups: volunteer.maximumGroups,
                    openings: problem.places[index].map { Opening(group: $0, minutes: 0, cost: 0) },
                    barred: Set(problem.cells.indices.filter { problem.cells[$0].barred.contains(index) }))
            },
            groups: problem.groups.count,
            cells: problem.cells.map { cell in
                Cell(
                    group: cell.group, count: cell.count,
                    offers: Force.allCases.map { force in
                        cell.option(of: force).map { Offer(gain: $0.gain, minutes: $0.help.minutes) }
                    })
            },
            kinds: Force.allCases.count)
    }
}
