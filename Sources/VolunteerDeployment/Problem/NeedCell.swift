internal import Readiness
internal import SurveyData

/// Households of one group that a plan cannot tell apart, same steps, same consent, same gain; those of them that one
/// force visited, for another to follow up; or one session there.
struct NeedCell {
    /// Index into `DeploymentProblem.groups`.
    let group: Int
    /// In cascade order; of a session: the steps that it works at.
    let failedSteps: [CascadeStep]
    let consent: Set<Force>
    /// The types that floors are owed to.
    let types: Set<FloorType>
    let content: Content
    /// Households, at least 1; 1 for a session, 0 for households to follow up, as many as were visited before.
    let count: Int
    /// Indices of the volunteers who must not be sent here.
    ///
    /// A household that anyone must not visit has a cell of its own.
    let barred: Set<Int>
    /// When they have time; nil: whenever somebody comes.
    let time: WardTime?
    /// What volunteers of each kind can do here with some gain; nil: nothing.
    let options: [ExpectedVisit?]

    /// What volunteers of a kind can do at a time; nil: nothing, or at no such time.
    func option(_ kind: OutingKind) -> ExpectedVisit? {
        if let time, let other = kind.time, !time.overlaps(other) { return nil }
        if visitKind == .session, let other = kind.time, !other.isLeisure { return nil }
        if visitKind == .followUp, kind.half == .first { return nil }
        return options[kind.kind]
    }

    enum Content: Equatable {
        /// Indices into `DeploymentProblem.needs`, in walking order.
        case named([Int])
        case quota
        /// Which households take the seats, by cell; the place among the group's sessions of its rule, from 0.
        case session(seats: [Seats], place: Int)
        /// Households of a named cell that were visited before.
        case followUp(Opener)
    }

    /// Households of a quota that sit in a session.
    struct Seats: Equatable {
        let cell: Int
        let households: Int
    }

    /// What opens the way to a household: a visit to a named cell that does this.
    struct Opener: Equatable {
        let cell: Int
        let help: Help
    }

    /// The first failed step: what stops the household.
    var barrier: CascadeStep { failedSteps[0] }

    /// Indices into `DeploymentProblem.needs`; empty for all but named cells.
    var households: [Int] { if case .named(let households) = content { households } else { [] } }

    /// The visits before those to households to follow up.
    var opener: Opener? { if case .followUp(let opener) = content { opener } else { nil } }

    var isNamed: Bool { if case .named = content { true } else { false } }

    var seats: [Seats] { if case .session(let seats, _) = content { seats } else { [] } }

    var visitKind: Visit.Kind {
        switch content {
        case .named: .visit
        case .quota: .quota
        case .session: .session
        case .followUp: .followUp
        }
    }

    /// Whether some force can do something here, whether it has a volunteer or not.
    var canBeHelped: Bool { options.contains { $0 != nil } }
}
