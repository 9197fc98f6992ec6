/// What would settle what is open, if the difference is as large as it looks.
package enum Outlook: Sendable, Equatable {
    /// So many interviews beside those made tell the difference in four of five samples.
    case moreInterviews(Int)
    /// So many interviews beside those made let the figure be shown.
    case interviewsToShow(Int)
    /// The difference would take more households than the ward has.
    case moreThanThereAre
    /// The smallest change that is told in four of five samples, a share: by this sample, and by the next month's if it
    /// asks the same households again (nil where too few were asked twice to know).
    case smallestChange(thisSample: Double, askedAgain: Double?)
}
