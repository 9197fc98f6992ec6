extension Words {
    /// Tables, pages of groups and residents, booklets and the month's message.
    static let reportEnglish: [Word: String] = [
        .columnShareInterval: "Estimate (95% interval)",
        .columnType: "Household type",
        .columnProcedure: "Procedure",
        .columnBaseDossiers: "Dossiers in sample",
        .columnHourGroup: "Where it brings most",
        .columnHourFirst: "The first hour: dossiers more",
        .columnHourOfADay: "Each hour of a day more",
        .planByGroup: "Visits by residential group and force",
        .planHours: "What one more hour would bring",
        .groupsTitle: "Residential groups – {month}",
        .groupsIndex: "A page for each group: interviews, and visits by each force",
        .columnInterviews: "Interviews",
        .groupTitle: "{group} – {month}",
        .groupAsked: "For the head of the group · {asked} of {households} households asked",
        .groupInShort: "The group in short",
        .groupUptake:
            "{value} of dossiers were filed online ({interval}; {base} dossiers of the households asked); in the whole ward {ward}.",
        .groupUptakeModelled:
            "The group has too few answers of its own; by a model about {value} of dossiers are filed online ({interval}); in the whole ward {ward}.",
        .groupUptakeHidden:
            "Not enough answers to say how many dossiers of the group are filed online; in the whole ward {ward}.",
        .groupChance: "The chance that it is below the target of {target}: {chance}.",
        .groupBarrier: "Most households stop first at: {step} – {value} ({interval}).",
        .groupNoVisits: "Nobody is sent to the group this month.",
        .groupVisits: "{visits} visits are planned, {minutes} in all: {forces}.",
        .groupTable: "The group beside the whole ward (in brackets: 95% interval)",
        .groupModelNote:
            "“By the model”: the group's own answers strengthened by those of similar groups. “Not enough data” is no bad mark: too few households were asked.",
        .groupComers: "Visits in the group by volunteer",
        .groupWhoComes: "Who comes",
        .groupCodesOnly:
            "Households by code only: their names, addresses and telephone numbers stand on the list of whoever comes. “More doors”: households not asked yet, without names.",
        .groupOpen: "What stays open",
        .groupTasks: "What the head of the group can do",
        .groupTaskAnnounce:
            "Send residents the notice below before anyone comes.",
        .groupTaskDoors: "Show volunteers the doors where someone wants help and has not been asked yet.",
        .groupTaskSession: "Agree with the volunteer on a day for the joint session and announce it.",
        .columnOwnAnswers: "Own answers",
        .columnWholeWard: "Whole ward",
        .columnVolunteer: "Volunteer",
        .columnNamed: "By name",
        .columnQuota: "More doors",
        .columnSessions: "Sessions",
        .columnHouseholdCodes: "Household codes",
        .columnName: "Name",
        .bookletTitle: "Lists of household visits – {force} – {month}",
        .allForces: "all forces",
        .bookletSum: "{people} people, {visits} visits, {minutes} with ways.",
        .bookletIndex: "Who goes where",
        .bookletPrivacy:
            "For the coordinator only. Give each volunteer only the own list; destroy all 3 months after the month above.",
        .intervalOf: " (95% interval: {interval})",
        .messageUptake: "{value} of dossiers were filed online{interval}.",
        .messagePlan:
            "Planned: {visits} visits by {people} people, expected {gain} dossiers more filed alone.",
        .messageEnd: "Details: leader.html of the report.",
        .columnLower: "lower limit",
        .columnUpper: "upper limit",
        .columnCount: "yes",
        .columnOf: "in all",
        .unitMinutes: "minutes",
        .columnSentence: "What the month says",
        .monthMore: "What else the month says",
        .planHourOf: "of {force} in {group} {gain}",
        .planHourRangeOf: "of {force} in {group} {gain}, {least} an hour if a whole day is added",
        .planHoursSentence:
            "One more hour would bring, in dossiers more filed alone in 3 months, by the playbook's assumptions: {hours}.",
        .chartMonths: "Dossiers filed online, month by month",
        .chartMonthsCaption: "Dot: estimate; bar: 95% interval of each month alone.",
        .chartWards: "Where each former ward loses households",
        .chartWardsCaption:
            "Share of all households that passed this step and all before it: 1 device, 2 connection, 3 e-ID level 2, 4 skills, 5 knows the process. Black line: 95% interval.",
        .mapSynthetic: "This map is made up.",
        .mapWithoutShape: "{count} groups have no place on the map.",
        .columnPage: "Page",
        .contents: "On this page",
        .moreCharts: "More charts",
        .publicTitle: "How ready our ward is to file documents online – {month}",
        .publicUptake:
            "About {value} of the dossiers of households asked were filed online (95% interval, sampling error only: {lower} to {upper}); the ward aims at {target}.",
        .publicRose: "That is clearly more than in {month}, beyond sampling error.",
        .publicFell: "That is clearly less than in {month}, beyond sampling error.",
        .publicChangeOpen: "It cannot be told whether that changed since {month}.",
        .publicChangeOverlap:
            "The form asks for the last {months} months, so it cannot be compared with the month before yet. {from}",
        .publicBarrier: "What holds most households up first: {step}.",
        .publicHidden: "hidden",
        .publicRounded:
            "Households asked are rounded to fives. Per cents are those of the ward's own report, rounded to whole ones. “Hidden”: so few households that someone could be recognised, or a figure from which such a one could be worked out.",
        .publicTarget:
            "A survey of households is not the official rate, which counts every dossier of the ward's offices.",
        .listNoteAgain: "Second visit – date, time, minutes; note:",
        .listAsk: "Questions to",
        .listAskLine: "Coordinator and telephone (filled in by the force): ",
        .listDoorSteps: "At each door",
        .listDoorStepsText:
            "Telephone first where a number is given. Say who you are, show your card, ask for permission. Work on the resident's own phone. Nobody home: come back once, at another time. Write down the outcome at once.",
        .listOuting: "Outing {number}: {when} – {group}",
        .listOutingText: "About {minutes}, of which {way} on the way.",
        .listWeek: "week {week}",
        .weightedShare: " (the share is weighted)",
        .visitsOfGroup: "{group} {count} ({forces})",
        .doNotConclude:
            "What cannot be concluded",
        .notEmptyGroups:
            "The survey knows nothing of groups without interviews: {groups}. What a model says of them, if anything, comes from other groups.",
        .notChange:
            "It cannot be told whether the share rose or fell, whatever single figures look like.",
        .notPlan:
            "It is not certain that the dossiers of the plan will come: they rest on assumptions until results come back.",
        .notGroups:
            "Small differences between groups may be chance, or the model: look at the interval of each group.",
        .notOfficial:
            "Survey and official rate do not count the same: one is households' own account, the other every dossier of the offices.",
        .legendNone: "no data",
        .listDoorCodes: "Outcome in one of these words: {codes}.",
    ]
}
