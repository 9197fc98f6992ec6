internal import SurveyData
internal import SurveyStatistics

/// A statement that the data hold, or the statement that they do not: words are made by the reports.
package struct Finding: Sendable {
    package enum Code: String, CaseIterable, Sendable, Codable {
        case uptakeBelowTarget, uptakeAboveTarget, uptakeNotTellable
        case selfFiledShare
        case mainBarrier, mainBarrierNotTellable, onlyBarrier
        case equipment, itAccess, processKnowledge
        case readyNotFiling
        case groupsWithoutData
        case amongThoseAsked, onlineOnlyCoverage
    }

    /// How far the data carry the statement.
    package enum Certainty: String, Sendable, Codable {
        /// Its 95 % interval excludes the opposite.
        case certain
        /// A figure with its interval, no comparison claimed.
        case described
        /// The data do not tell.
        case open
        /// About the survey itself.
        case note
    }

    package let code: Code
    package let certainty: Certainty
    /// The figures that the words are filled with.
    package let figures: [IndicatorEstimate]
    /// The step or the target that it speaks of.
    package let step: CascadeStep?
    package let number: Double?

    init(
        _ code: Code, _ certainty: Certainty, figures: [IndicatorEstimate] = [], step: CascadeStep? = nil,
        number: Double? = nil
    ) {
        self.code = code
        self.certainty = certainty
        self.figures = figures
        self.step = step
        self.number = number
    }
}

extension Finding {
    /// The findings of one month, most important first.
    static func all(
        estimates: [IndicatorEstimate], cascade: [CascadeRow], survey: Survey, target: Double
    ) -> [Finding] {
        let whole = Dictionary(
            estimates.filter { $0.domain.kind == .all }.map { ($0.indicator, $0) },
            uniquingKeysWith: { first, _ in first })
        var findings: [Finding] = []
        if let uptake = whole[.onlineUptakeDossiers] { findings.append(againstTarget(uptake, target)) }
        if let own = whole[.selfFiledHouseholds], own.isShown {
            findings.append(Finding(.selfFiledShare, .described, figures: [own]))
        }
        if let barrier = mainBarrier(cascade) { findings.append(barrier) }
        if let only = onlyBarrier(cascade) { findings.append(only) }
        let leaders: [(Indicator, Code)] = [
            (.lacksEquipment, .equipment), (.lacksITAccess, .itAccess),
            (.lacksProcessKnowledge, .processKnowledge),
        ]
        for (indicator, code) in leaders {
            if let figure = whole[indicator], figure.isShown {
                findings.append(Finding(code, .described, figures: [figure]))
            }
        }
        if let ready = whole[.readyNotFiling], ready.isShown {
            findings.append(Finding(.readyNotFiling, .described, figures: [ready]))
        }
        return findings + notes(estimates, survey)
    }

    private static func againstTarget(_ uptake: IndicatorEstimate, _ target: Double) -> Finding {
        guard let interval = uptake.shown?.interval else {
            return Finding(.uptakeNotTellable, .open, figures: [uptake], number: target)
        }
        if interval.upper < target {
            return Finding(.uptakeBelowTarget, .certain, figures: [uptake], number: target)
        }
        if interval.lower > target {
            return Finding(.uptakeAboveTarget, .certain, figures: [uptake], number: target)
        }
        return Finding(.uptakeNotTellable, .open, figures: [uptake], number: target)
    }

    /// The most frequent first failed step, claimed only where its interval stands clear of the next one's.
    private static func mainBarrier(_ cascade: [CascadeRow]) -> Finding? {
        let ranked = cascade.compactMap { row -> (CascadeRow, IndicatorEstimate)? in
            guard let barrier = row.barrier, barrier.isShown else { return nil }
            return (row, barrier)
        }
        .sorted {
            ($0.1.estimate?.value ?? 0, $1.0.step.order) > ($1.1.estimate?.value ?? 0, $0.0.step.order)
        }
        guard let first = ranked.first, let lower = first.1.estimate?.interval?.lower else { return nil }
        guard ranked.count > 1, let upper = ranked[1].1.estimate?.interval?.upper else {
            return Finding(.mainBarrier, .described, figures: [first.1], step: first.0.step)
        }
        let figures = [first.1, ranked[1].1]
        return lower > upper
            ? Finding(.mainBarrier, .certain, figures: figures, step: first.0.step)
            : Finding(.mainBarrierNotTellable, .open, figures: figures, step: first.0.step)
    }

    private static func notes(_ estimates: [IndicatorEstimate], _ survey: Survey) -> [Finding] {
        var notes: [Finding] = []
        let groups = Set(survey.households.compactMap(\.group))
        let empty = survey.registry.groups.count { !groups.contains($0.id) }
        if survey.registry.isGiven, empty > 0 {
            notes.append(Finding(.groupsWithoutData, .note, number: Double(empty)))
        }
        if survey.sampling == .volunteer { notes.append(Finding(.amongThoseAsked, .note)) }
        let modes = survey.households.compactMap { $0.choice(.mode, CollectionMode.self).value }
        if !modes.isEmpty, modes.allSatisfy({ $0 == .onlineForm }) {
            notes.append(Finding(.onlineOnlyCoverage, .note))
        }
        return notes
    }
}
