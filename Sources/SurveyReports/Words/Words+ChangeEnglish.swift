extension Words {
    /// What changed since the month before, what a model says of groups, and what would settle what is open.
    static let changeEnglish: [Word: String] = [
        .findingMoreInterviews:
            "If it is as these data have it, about {more} more interviews a month would settle it.",
        .findingRose:
            "The share of dossiers online rose by {difference} since {month} (from {before} to {after}; 97.5% interval {interval}): a real rise, not chance of the sample.",
        .findingFell:
            "The share of dossiers online fell since {month}: {difference} (from {before} to {after}; 97.5% interval {interval}); a real fall, not chance of the sample.",
        .findingChangeOpen:
            "Since {month}: {difference} (97.5% interval {interval}); it cannot be told whether the share of dossiers online changed.",
        .findingFigureRose: "{who}{indicator} rose by {difference} since {month} (interval {interval}).",
        .findingFigureFell: "{who}{indicator} fell: {difference} since {month} (interval {interval}).",
        .findingGroupsBelow:
            "{number} residential groups are almost certainly (95% or more) still below the target, by the model for small groups.",
        .findingModelWards:
            "Groups have too few answers of either kind to be estimated one by one: the model uses the former wards' figures.",
        .findingModelShifted:
            "For {number} indicators the modelled figures of groups had to be moved by over one standard error to agree with the whole ward: use them with care.",
        .findingSeriesCut:
            "{number} indicators cannot be compared with the month before: their question changed or is not in both months.",
        .changeTitle: "Change since {month}",
        .changeIntro:
            "{common} households were asked in both months. “Rose” or “fell” is said only where a test allows it: the headline at 0.025; all others as one family, in which at most 2% of such statements are wrong on average.",
        .changeTable: "Figures that could be compared",
        .changeTested:
            "{tested} figures were compared (groups, kinds of household and procedures too); of {claimed} a change can be told. Among so many, some intervals miss 0 by chance alone: the verdict allows for that.",
        .changeNone: "No figure has data enough to be compared.",
        .columnChange: "Change",
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
