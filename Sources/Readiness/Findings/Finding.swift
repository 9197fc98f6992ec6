/// A statement that the data hold, or the statement that they do not: words are made by the reports.
package struct Finding: Sendable {
    package enum Code: String, CaseIterable, Sendable, Codable {
        case uptakeBelowTarget, uptakeAboveTarget, uptakeNotTellable
        case uptakeRose, uptakeFell, uptakeChangeNotTellable
        case selfFiledShare
        case mainBarrier, mainBarrierNotTellable, onlyBarrier
        case equipment, itAccess, processKnowledge
        case readyNotFiling
        case figureRose, figureFell
        case groupsBelowTarget
        case groupsWithoutData, modelOfFormerWards, modelShifted, seriesCut
        case amongThoseAsked, onlineOnlyCoverage
    }

    /// How far the data carry the statement.
    package enum Certainty: String, Sendable, Codable {
        /// A test at its level excludes the opposite.
        case certain
        /// A figure with its interval, no comparison claimed.
        case described
        /// The data do not tell.
        case open
        /// About the survey itself.
        case note
    }

    /// What a statement of certainty rests on.
    package struct Test: Sendable, Hashable {
        package enum Kind: String, Sendable, Codable {
            /// The interval excludes what would contradict.
            case interval
            /// Student's t of a difference.
            case t
            /// The chance that a model gives.
            case chance
        }

        package let kind: Kind
        /// Of the difference; of a family of tests, the share of false claims at which it holds.
        package let pValue: Double?
        /// What the p-value, the share of false claims or 1 − the chance was to be at most.
        package let level: Double
    }

    package let code: Code
    package let certainty: Certainty
    /// The figures that the words are filled with.
    package var figures: [IndicatorEstimate] = []
    /// The step that it speaks of.
    package var step: CascadeStep?
    /// The target, or a number of groups.
    package var number: Double?
    package var change: ChangeFigure?
    /// The change that is not shown.
    package var hiddenChange: HiddenChange?
    /// Why no change can be told yet.
    package var overlap: RecallOverlap?
    package var test: Test?
    /// What would settle what is open; nil where nothing is open, or nothing is worth settling.
    package var outlook: Outlook?

    /// Interviews that would settle what is open, beside those made; nil where interviews would not.
    package var moreInterviews: Int? {
        switch outlook {
        case .moreInterviews(let more), .interviewsToShow(let more): more
        case .moreThanThereAre, .smallestChange, nil: nil
        }
    }

    init(
        _ code: Code, _ certainty: Certainty, figures: [IndicatorEstimate] = [], step: CascadeStep? = nil,
        number: Double? = nil, change: ChangeFigure? = nil, hiddenChange: HiddenChange? = nil,
        overlap: RecallOverlap? = nil, test: Test? = nil, outlook: Outlook? = nil
    ) {
        self.code = code
        self.certainty = certainty
        self.figures = figures
        self.step = step
        self.number = number
        self.change = change
        self.hiddenChange = hiddenChange
        self.overlap = overlap
        self.test = test
        self.outlook = outlook
    }
}
