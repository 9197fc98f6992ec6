/// True counts over a set of households in one month: for each indicator a numerator and a denominator.
package struct TruthCounts: Sendable, Equatable {
    private var numerators = Array(repeating: 0, count: TruthIndicator.allCases.count)
    private var denominators = Array(repeating: 0, count: TruthIndicator.allCases.count)
    package private(set) var households = 0

    package init() {}

    package func numerator(_ indicator: TruthIndicator) -> Int { numerators[indicator.rawValue] }

    package func denominator(_ indicator: TruthIndicator) -> Int { denominators[indicator.rawValue] }

    package mutating func add(_ state: MonthlyState) {
        households += 1
        numerators[TruthIndicator.onlineUptakeDossiers.rawValue] += state.dossiersOnline
        denominators[TruthIndicator.onlineUptakeDossiers.rawValue] += state.dossiers
        if state.dossiers > 0 { addFiling(state) }
        count(.smartphone, state.hasSmartphone)
        count(.computer, state.hasComputer)
        count(.internet, state.hasConnection)
        count(.eIDLevel2, state.hasEID)
        count(.knowsProcess, state.knowsProcess == .yes)
        count(.wantsHelp, state.wantsHelp)
        addSteps(state)
    }

    /// Base: households with a procedure in the reference period.
    private mutating func addFiling(_ state: MonthlyState) {
        count(.onlineUptakeHouseholds, state.filedOnline)
        count(.selfFiledHouseholds, state.filer == .self)
        count(.assistedHouseholds, state.filer == .assisted || state.filer == .family)
        count(.filedOnBehalfHouseholds, state.filer == .onBehalf || state.filer == .service)
        count(.couldRepeatUnaided, state.couldRepeat == true)
        count(.cascadeFilesOnline, state.filedOnline)
        count(.cascadeFilesAlone, state.filedAlone)
    }

    /// A household that filed alone has no barrier, whatever its steps say.
    private mutating func addSteps(_ state: MonthlyState) {
        var hasPassed = true
        let failures = state.steps.count { !$0 }
        for (place, passes) in state.steps.enumerated() {
            let isFirstFailure = hasPassed && !passes
            hasPassed = hasPassed && passes
            count(TruthIndicator.cascade[place], hasPassed)
            count(TruthIndicator.barriers[place], isFirstFailure && !state.filedAlone)
            count(TruthIndicator.onlyBarriers[place], !passes && failures == 1 && !state.filedAlone)
        }
        count(.noBarrier, hasPassed || state.filedAlone)
    }

    private mutating func count(_ indicator: TruthIndicator, _ fact: Bool) {
        denominators[indicator.rawValue] += 1
        if fact { numerators[indicator.rawValue] += 1 }
    }

    package static func + (left: TruthCounts, right: TruthCounts) -> TruthCounts {
        var sum = left
        sum.households += right.households
        for place in sum.numerators.indices {
            sum.numerators[place] += right.numerators[place]
            sum.denominators[place] += right.denominators[place]
        }
        return sum
    }
}
