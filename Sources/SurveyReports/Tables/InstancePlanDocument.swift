package import VolunteerDeployment

/// What `plan --instance --json` prints: ids and the order of barriers are the statement's.
package struct InstancePlanDocument {
    private let statement: AllocationInstance
    private let problem: AllocationProblem
    private let result: AllocationResult
    private let seconds: Double

    package init(
        _ statement: AllocationInstance, _ problem: AllocationProblem, _ result: AllocationResult,
        seconds: Double
    ) {
        self.statement = statement
        self.problem = problem
        self.result = result
        self.seconds = seconds
    }

    package func text() -> String {
        JSONValue.object([
            ("objective", .exact(result.value)), ("bound", .exact(result.bound)),
            ("gap", .optional(result.gap)), ("seconds", .number(seconds)),
            ("stopped", .text(result.stopped.rawValue)),
            (
                "assignments",
                .list(result.months.filter { !$0.openings.isEmpty }.map(assignment))
            ),
            ("unassigned", .list(unassigned)), ("prices", .list(prices)),
            ("unopened", .row(result.unmet.map { .integer(statement.groups[$0].id) })),
            ("unopenedProven", .bool(result.isUnmetProven)),
        ]).document()
    }

    private func assignment(_ month: WorkerMonth) -> JSONValue {
        let worker = problem.workers[month.worker]
        let groups = month.openings.map { opening -> JSONValue in
            let group = worker.openings[opening].group
            return .line([
                ("group", .integer(statement.groups[group].id)),
                ("visits", byBarrier(group) { cell in month.visits.first { $0.cell == cell }?.count ?? 0 }),
            ])
        }
        return .line([
            ("volunteer", .integer(statement.volunteers[month.worker].id)), ("groups", .row(groups)),
        ])
    }

    private func byBarrier(_ group: Int, _ count: (Int) -> Int) -> JSONValue {
        .row((0..<statement.barriers).map { .integer(count(group * statement.barriers + $0)) })
    }

    /// Households that nobody visits.
    private var unassigned: [JSONValue] {
        var left = problem.cells.map(\.count)
        for month in result.months { for visit in month.visits { left[visit.cell] -= visit.count } }
        return statement.groups.indices.compactMap { group in
            let own = (0..<statement.barriers).map { left[group * statement.barriers + $0] }
            if own.allSatisfy({ $0 == 0 }) { return nil }
            return .line([
                ("group", .integer(statement.groups[group].id)),
                ("households", .row(own.map { .integer($0) })),
            ])
        }
    }

    /// What one more household of a barrier in a group would be worth, where that is more than nothing.
    private var prices: [JSONValue] {
        result.prices.enumerated().compactMap { cell, price in
            guard price > 1e-9 else { return nil }
            return .line([
                ("group", .integer(statement.groups[cell / statement.barriers].id)),
                ("barrier", .integer(cell % statement.barriers)), ("price", .number(price)),
            ])
        }
    }
}
