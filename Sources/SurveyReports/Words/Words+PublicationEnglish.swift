extension Words {
    /// The public page over time: what was published, what would be now.
    static let publicationEnglish: [Word: String] = [
        .publicAsPublished: "Figures as published on {day}.",
        .publicStopped:
            "No tables are published this month: in places there are so few households that their answers could be worked out.",
        .publishedTitle: "Public page: as published and as of now",
        .publishedNote:
            "The public page keeps the figures published on {day}. Interviews that came later or were corrected count from the next month. The table lists only what differs.",
        .publishedTables: "Tables",
        .publishedNone: "not published",
        .publishedChange: "Change since the month before",
        .publishedBarrier: "Main barrier",
        .columnFigure: "Figure",
        .columnPublished: "Published",
        .columnAtPresent: "Now",
    ]
}
