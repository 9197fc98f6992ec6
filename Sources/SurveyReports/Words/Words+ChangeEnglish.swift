extension Words {
    /// What changed since the month before, what a model says of groups, and what would settle what is open.
    static let changeEnglish: [Word: String] = [
        .outlookInterviews:
            "If the difference is as large as it looks, about {more} more interviews would settle it.",
        .outlookToShow: "With about {more} more interviews the figure could be shown.",
        .outlookTooMany:
            "If the difference is as large as it looks, settling it would take more households than the ward has.",
        .outlookChange:
            "Samples like this one tell a change of {sample} in four of five cases, and of {again} if next month the same households are all asked again.",
        .outlookChangeOnce: "Samples like this one tell a change of {sample} in four of five cases.",
        .findingChangeFew:
            "It cannot be told whether the share of dossiers online changed since {month}: fewer than {least} households (or areas of the sample) answered otherwise, came in or dropped out.",
        .findingChangeOverlap:
            "No change of the share of dossiers online is told: the form asks for the last {months} months, so it cannot be compared with the month before (both count some of the same dossiers). {from}",
        .changeOverlapFrom: "From {month} on a change can be told.",
        .changeOverlap: "Not compared, as the form asks for {months} months: {indicators}. {from}",
        .findingRose:
            "The share of dossiers online is clearly higher than in {month}: up {size}, from {before} to {after} (97.5% interval {interval}; sampling error only).",
        .findingFell:
            "The share of dossiers online is clearly lower than in {month}: down {size}, from {before} to {after} (97.5% interval {interval}; sampling error only).",
        .findingChangeOpen:
            "It cannot be told whether the share of dossiers online changed since {month}: {difference} (97.5% interval {interval}).",
        .findingFigureRose: "{who}{indicator} rose by {size} since {month} (interval {interval}).",
        .findingFigureFell: "{who}{indicator} fell by {size} since {month} (interval {interval}).",
        .findingGroupsBelow:
            "{number} residential groups are clearly below the target: a chance of 98% or more each, by the model for small groups.",
        .findingModelWards:
            "Groups have too few answers of either kind to be estimated one by one: the model uses the former wards' figures.",
        .findingModelShifted:
            "For {number} indicators the modelled figures of groups had to be moved by over one standard error to agree with the whole ward: use them with care.",
        .findingSeriesCut:
            "{number} indicators cannot be compared with the month before: their question changed or is not in both months.",
        .changeTitle: "Change since {month}",
        .changeTitleSeveral: "Change since earlier months",
        .changeIntro:
            "{common} households were asked in both months. “Rose” or “fell” is said only of changes over {relevance}, and only where a test allows it: the headline at 0.025; all others, with what is said of this month's levels, as one family, in which at most 2% of such statements are wrong on average. A change that rests on fewer than {least} households (or areas of the sample) is not shown.",
        .changeTable: "Figures that could be compared",
        .changeTested:
            "{tested} figures were compared (groups, kinds of household and procedures too); of {claimed} a change can be told. Among so many, some intervals miss 0 by chance alone: the verdict allows for that.",
        .changeNone: "No figure has data enough to be compared.",
        .columnChange: "Change",
        .columnSince: "Since",
        .columnVerdict: "Verdict",
        .verdictRose: "rose",
        .verdictFell: "fell",
        .verdictOpen: "cannot be told",
        .columnModelled: "By the model",
        .columnBelowTarget: "Chance below target",
        .columnRank: "Rank (lowest = 1)",
        .tableModelled: "Share of dossiers online by group, by a model",
        .modelledNote:
            "By a Fay-Herriot model: a group's own answers strengthened by the share of people aged 60 or more, the distance to a service site, the former ward and the whole ward. Groups without interviews are only predicted (marked ∗). A rank is a span, not a number.",
    ]
}
