internal import SurveyData

/// Turns the master's shares of months into one whole month for each volunteer, without breaking a limit.
///
/// Again and again the months taken most are made whole; what they leave is priced and solved anew for the
/// others.
struct Diving {
    let pricing: MonthPricing
    let solver: LinearProgramSolver
    private var master: MonthMaster
    private var left: [Int]
    private(set) var months: [Month]
    private var open: [Int]

    init(_ generation: ColumnGeneration) {
        pricing = generation.pricing
        solver = generation.solver
        master = generation.master
        left = pricing.problem.cells.map(\.count)
        months = pricing.problem.volunteers.indices.map(Month.empty)
        open = Array(months.indices)
    }

    mutating func run(
        from start: MonthMaster.Optimum, shouldStop: @Sendable () -> Bool
    ) throws(LinearProgramError) {
        var optimum = start
        while !open.isEmpty, !shouldStop() {
            let order = master.months.indices.filter { optimum.taken[$0] > 1e-6 }.sorted {
                (optimum.taken[$1], $0) < (optimum.taken[$0], $1)
            }
            let most = max(1, open.count / Self.parts)
            var fixed = 0
            var seen = Set<Int>()
            for column in order where seen.insert(master.months[column].volunteer).inserted {
                let month = master.months[column]
                if fixed >= most && optimum.taken[column] < 0.999 { break }
                if month.fits(in: left) {
                    fix(month)
                    fixed += 1
                }
            }
            // The master gives nobody a month: what is left is worth nothing, or only in other months.
            if fixed == 0, !fixBestOfTheRest() { break }
            master.leave(left)
            optimum = try master.optimum(by: solver)
            for _ in 0..<Self.rounds {
                let months = pricing.bestMonths(open, prices: optimum.cellPrices, left: left)
                let better = months.filter {
                    $0.worth(charging: optimum.cellPrices) > optimum.volunteerPrices[$0.volunteer] + 1e-7
                }
                if better.isEmpty { break }
                for month in better { master.add(month) }
                optimum = try master.optimum(by: solver)
            }
        }
    }

    /// Gives the first open volunteer the best month of what is left; false where nobody has one.
    private mutating func fixBestOfTheRest() -> Bool {
        let free = left.map { _ in 0.0 }
        for volunteer in open {
            let own = pricing.profiles(of: volunteer, prices: free, left: left)
            let month = pricing.month(of: volunteer, own: own)
            if !month.shares.isEmpty {
                fix(month)
                return true
            }
        }
        return false
    }

    private mutating func fix(_ month: Month) {
        months[month.volunteer] = month
        open.removeAll { $0 == month.volunteer }
        for share in month.shares { left[share.cell] -= share.visits }
        master.close(month.volunteer)
    }

    /// At least this part of the open volunteers is made whole at a time.
    private static let parts = 4
    /// Rounds of pricing between.
    private static let rounds = 2
}
