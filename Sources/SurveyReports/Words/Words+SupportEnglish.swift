extension Words {
    /// What would help: barriers that fall, savings, equipment, official counts.
    static let supportEnglish: [Word: String] = [
        .findingOnlyBarrierFirst:
            "By their answers, more households lack this one thing alone than any other: {step} – {value} of households pass every other step ({interval}). Whether they would file if they had it the answers do not tell.",
        .findingOnlyBarrier:
            "By their answers, {value} of households lack one thing only and pass every other step: {step} ({interval}). Whether they would file if they had it the answers do not tell, nor whether more households lack another thing alone.",
        .savingsTitle: "What filing online would save",
        .savingsSentence:
            "If {target} of dossiers were filed online, there would be about {visits} fewer visits to the counter a month ({visitsInterval}): {counterHours} hours of work at the counter ({counterHoursInterval}), {householdHours} hours ({householdHoursInterval}) and {cost} million VND ({costInterval}) of residents.",
        .savingsSentencePer100:
            "If {target} of dossiers were filed online, for each 100 households asked there would be about {visits} fewer visits to the counter a month ({visitsInterval}): {counterHours} hours of work at the counter ({counterHoursInterval}), {householdHours} hours ({householdHoursInterval}) and {cost} million VND ({costInterval}) of residents. This does not speak of the whole ward.",
        .savingsHidden: "Not enough data to say what filing online would save.",
        .savingsPlan:
            "The plan of visits above alone: about {visits} fewer visits to the counter a month, {counterHours} hours of work at the counter, {householdHours} hours and {cost} million VND of residents ({dossiers} more dossiers filed alone). This is what the playbook's assumptions lead to, each of these dossiers counted as one for the counter; it is no estimate of the survey.",
        .savingsTable: "Saved a month if the target of {target} were reached (in brackets: 95% interval)",
        .savingsTablePer100:
            "Saved a month for each 100 households asked if the target of {target} were reached (in brackets: 95% interval)",
        .savingsAssumptions:
            "Assumptions (change them under savings in playbook.yaml): the question on dossiers covers {months} months; a dossier at the counter takes {visitsPerDossier} visits and {counterMinutes} minutes of the counter; a visit takes {householdMinutes} minutes and {cost} VND of the household (no fees, no lost earnings). The 95% intervals hold sampling error only, not that of these assumptions. Households that did not answer count as those that did; groups without interviews are not counted.",
        .savingsTruncated:
            "Where an interval begins at 0 the target may be met already (what lies below 0 is cut off).",
        .savingsWhole: "Whole survey",
        .columnPart: "Where",
        .columnVisitsAvoided: "Counter visits",
        .columnCounterHours: "Counter hours",
        .columnHouseholdHours: "Residents' hours",
        .columnCost: "Residents' million VND",
        .columnAnswered: "Households answered",
        .equipmentTitle: "Equipment",
        .equipmentTotal:
            "About {lacking} of {households} households lack a device or a connection at home ({interval}).",
        .equipmentTotalAsked:
            "Households asked that lack a device or a connection at home: {lacking} of {households}.",
        .equipmentNearSites:
            "Of these, {lacking} live in groups within {km} km of a service site{interval}.",
        .equipmentPoints:
            "{count} more shared points in the cultural houses below would put {lacking} other households{interval} within {km} km of one.",
        .equipmentNoPlace:
            "The list of groups has no coordinates (lat, lon), so it cannot be told where shared points belong.",
        .equipmentNoPoints: "No cultural house would reach more of them.",
        .equipmentSomeWithoutPlace:
            "{count} groups have no coordinates: it cannot be told what would reach them.",
        .equipmentEvening:
            "{value} of the households that lack a device or a connection prefer the evening ({interval}; {base} households answered)",
        .equipmentEveningMost: "{sentence}: more than any other time, so open in the evening.",
        .equipmentEveningNotMost: "{sentence}; another time is chosen by more.",
        .equipmentEveningOpen: "{sentence}; the data do not tell which time is chosen most.",
        .equipmentTable: "Where shared points belong, most helpful first",
        .equipmentWards: "Lacks a device or a connection, by former ward",
        .equipmentAssumptions:
            "Assumptions (change them under equipment in playbook.yaml): people walk {km} km at most, as the crow flies; a group's cultural house and all its households stand at the group's coordinates.",
        .equipmentStandIn:
            "{count} of {of} groups have too few data of their own: their former ward's share (or the whole survey's) × the group's households stands for them; the 95% intervals hold no differences between groups of one former ward.",
        .equipmentAskedOnly:
            "Only the households asked are counted, nothing is said of the whole ward; counts under 5 are hidden.",
        .columnPlace: "Cultural house of",
        .columnGroupsReached: "Groups",
        .columnLacking: "Households lacking (interval)",
        .columnSoFar: "So far (interval)",
        .columnEvening: "Prefer evenings (interval)",
        .smallCount: "under 5",
        .officialTitle: "The official figure beside the survey's",
        .officialInside:
            "The official rate of {rate} lies inside the survey's interval ({interval}): the two do not contradict each other.",
        .officialAbove:
            "The official rate of {rate} lies above the survey's interval ({interval}): sampling error does not explain all of the difference.",
        .officialBelow:
            "The official rate of {rate} lies below the survey's interval ({interval}): sampling error does not explain all of the difference.",
        .officialNotTellable: "They cannot be compared: one of the two is missing or has not enough data.",
        .officialWhy:
            "Why they differ: the official figure counts every dossier of the ward's offices, whoever filed it, also those that staff filed for others; the survey asks households only, by their own account, of the {months} months before the interview. The official figure enters no estimate.",
        .officialNoSamplingError: "The official figure has no sampling error.",
        .officialMissing: "There is no official count for {months}.",
        .officialNoMonth:
            "The survey has no dates, so it cannot be told which month's official count belongs beside it.",
        .officialSumOfProcedures:
            "{months}: the sum of the procedures in the file, which has no row for all of them.",
        .officialTable: "Dossiers filed online",
        .officialSource: "Official",
        .officialSurvey: "Survey: dossiers of the households asked, by their own account",
        .officialSurveyPeriod: "{months} months up to the interview",
        .columnSource: "Source",
        .columnDossiers: "Dossiers online",
        .columnPeriod: "Period",
        .columnRate: "Rate",
    ]
}
