extension Words {
    static let english: [Word: String] = [
        .syntheticMark: "SYNTHETIC DATA – NOT REAL",
        .pageTitle: "Readiness to file online – {month}",
        .subtitle: "Survey of {base} households · {groups} residential groups with data",
        .subtitleWithoutGroups: "Survey of {base} households",
        .subtitleSample: " · figures of {sample} asked at home",
        .otherLanguage: "Tiếng Việt",
        .headlineLabel: "of dossiers were filed online",
        .headlineBase:
            "{count} of {of} dossiers of the households asked{weighted}; 95% interval: {interval} (sampling error only)",
        .headlineTarget: "The ward's own target: {target}",
        .monthInSentences: "The month in a few sentences",
        .chartUptake: "Filed online: of dossiers, of households, and unaided",
        .chartUptakeCaption:
            "Dot: estimate; bar: 95% interval. Of households: those with a procedure in the period.",
        .chartCascade: "From device to knowing the process: how many households remain",
        .chartCascadeCaption:
            "Share of all households that passed this step and all before it. Black line: 95% interval.",
        .chartFiling: "Households with a procedure: filed online, and alone",
        .chartFilingCaption:
            "Only households with a procedure in the period; having had no need is not a \"no\".",
        .chartBarriers:
            "Barriers: where households stop first",
        .chartBarriersCaption:
            "The first step not passed: each household counts once.",
        .chartAccess:
            "Three kinds of obstacle; device, connection, e-ID, skills",
        .chartAccessCaption:
            "Skills by ITU's five areas (at least one activity in three months); ITU's thresholds, not Eurostat's.",
        .mapReady: "Households that passed every step (ready), by group",
        .mapReadyCaption:
            "Bold: % of households ready (small: group; narrow areas show the group only). Groups with few answers by the model; groups without interviews are not coloured.",
        .mapPlan: "Visits planned, by group",
        .mapPlanCaption:
            "Bold: planned visits of all three forces in the month (small: group; narrow areas show the group only).",
        .whoGoesWhere: "Who goes where",
        .planIntro:
            "{visits} visits by {people} people of three forces: {named} households that agreed (listed by name), {quota} door-to-door visits among households not asked, and {sessions} joint sessions at cultural houses.",
        .planFollowUps:
            "{count} households need two forces: the police come first for the level 2 e-ID, and at least {days} days later another force teaches how to file (counted as two visits).",
        .planValue:
            "Worth of the plan: about {objective} more dossiers filed alone in {months} months, between {lower} and {upper} as far as the chances and the households not asked are uncertain. With the same people and hours no plan is better by more than {gap} of that, at the assumed success rates: they are the playbook's until real outcomes come back.",
        .planGroupsKept: "All {count} groups with need get a visit.",
        .planGroupsMissed:
            "Of {count} groups with need, these get no visit, as nobody who fits can go there in time: {groups}.",
        .planTypeKept:
            "Households ({type}) get {reached} of the minutes of visits by name; at least {wanted} are owed.",
        .planTypeNone:
            "Households ({type}): a visit at home helps next to nothing, so none is owed; see shared points and equipment.",
        .planTypeMissed:
            "Households ({type}) get {reached} of the minutes of visits by name; {wanted} are owed, but whole visits and those who fit do not allow it.",
        .planStability:
            "Of last month's {before} pairs of volunteer and group {kept} stay, {new} are new; staying costs {loss} of what the best free plan would bring.",
        .planNone: "No list of forces (volunteers.csv) was given, so there is no plan.",
        .planColumns: "Visits by former ward and force",
        .planMost: "The three groups with most planned visits: {groups}.",
        .planUnmet: "Need that nobody is sent to",
        .tables: "Tables",
        .tableIndicators: "Whole survey",
        .tableFormerWards: "By former ward",
        .tableGroups: "By residential group",
        .tableTypes: "By household type",
        .tableProcedures: "Households that filed online, by procedure done",
        .tableDeclared: "By {grouping}",
        .columnIndicator: "Indicator",
        .columnBase: "Of sample",
        .columnGroup: "Group",
        .columnFormerWard: "Former ward",
        .columnVisits: "Visits",
        .columnMinutes: "Time",
        .columnForce: "Force",
        .columnVolunteers: "People",
        .columnMet: "Expected to be met",
        .columnGain: "More dossiers (expected)",
        .columnBarrier: "Barrier",
        .columnReason: "Reason",
        .columnHouseholds: "Households",
        .columnWouldTake: "Time it would take",
        .notEnough: "not enough data",
        .noData: "no data",
        .hiddenSmall: "under 5 households",
        .outOf: "{count} of {of}",
        .target: "target {target}",
        .howRead: "How the data were read",
        .readingSum:
            "{read} rows read = {accepted} accepted + {rejected} rejected + {blank} blank + {totals} totals rows.",
        .repairs: "Repaired: {repairs}.",
        .issues: "Rows rejected and answers not understood (details in officer/rejected.csv):",
        .issueLine: "{code}: {count}",
        .limits: "Methods and limits",
        .weightingColumn: "Weights are those of the survey's weight column.",
        .weightingRegistry:
            "Weight: households of the group ÷ households asked in it, drawn at random. Groups without interviews are not represented.",
        .weightingEqual: "Every household counts the same: the figures speak only for the households asked.",
        .methodNote:
            "Standard errors by Taylor linearisation, {strata} strata, {psus} sampling units, {df} degrees of freedom. Intervals: Korn-Graubard for shares of households, logit for dossiers. A figure is hidden when its effective sample is under 30 or its interval too wide (NCHS standard).",
        .targetNote:
            "Survey rates (of dossiers of the households asked) are not the official administrative rate. The target is the ward's own.",
        .modelNote:
            "\"Ready\": has a device, a connection and an activated level 2 e-ID, can send a photo or file and install an app or pay online, and knows the process.",
        .listTitle: "Households to help – {month}",
        .listObjective: "Purpose",
        .listObjectiveText:
            "Help households to file online on their own phones. The resident presses Send; do not file for them.",
        .listWhere: "Groups",
        .listTask: "What to do",
        .listWhen: "When",
        .listWhenText: "In {month}: about {minutes} with households and {ways} of ways.",
        .listStaff: "Who",
        .listExpires: "Hand back",
        .listExpiresText:
            "Hand this list back to your coordinator, keep no copy or photo; the ward destroys it by the end of {month}.",
        .listNever: "Never",
        .listNeverText:
            "ask for, look at or keep passwords or one-time codes; take or keep photos of cards or identity papers; take money or gifts; send a link; press Send for someone, even if asked.",
        .listWhy: "Why you: {near}; {force}.",
        .listWhyHome: "it is your own group",
        .listWhyWard: "it lies in your former ward",
        .listWhyElsewhere: "more is to be done here than nearer by",
        .listWhyOnly: "{only} of {visits} tasks here only your force can do",
        .listWhyBest: "{best} of {visits} tasks here suit your force best",
        .listWhyShared: "other forces are needed elsewhere",
        .listFollowsUp:
            "The police come to this household before you{day}. Where there is no level 2 e-ID yet, teach all the same and write it down.",
        .bookletOutings: "Who goes when, and who could go instead",
        .columnDay: "Day and time",
        .columnWith: "With",
        .columnCover: "Could go instead (has the time, not out that day)",
        .listCompanion: "You go in twos, with {name}. You write down the outcomes.",
        .listCompanionLeads: "You go in twos, with {name}, who writes down the outcomes.",
        .listIsFollowedUp: "After you, {force} come to teach{day}: tell the household.",
        .listQuota: "More doors in the group",
        .listQuotaText:
            "Knock at about {count} doors of households not asked yet; about {open} will open and need this (ask the head of the group) · {task} · about {minutes} where they open, {closed} where they do not. Say who you are and ask for permission before you go in.",
        .listSession: "Joint session at the cultural house",
        .listSessionText:
            "{task} · {minutes} with setting up · {seats} seats, open to households not asked yet. {time}",
        .listSessionTime:
            "Your time: {time}. Agree on the day with the head of the group before you start visiting.",
        .listOutcomeOther: "other (a word from the top of the list):",
        .listStreets:
            "Your streets in this group, one person to each: {streets}. Other streets: ask the head of the group.",
        .listOdd: "odd numbers",
        .listEven: "even numbers",
        .listNumbers: "numbers {from} to {to}",
        .listNumbersFrom: "from number {from}",
        .listNumbersTo: "up to number {to}",
        .listOutcome: "Outcome (tick one):",
        .listNote: "First visit – date, time, minutes:",
        .listPhone: "Phone",
        .listTime: "Good time",
        .listMinutes: "About",
        .listDoorNumber: "House",
        .listDoorOutcome: "Outcome",
        .listDoorMinutes: "Minutes",
        .outcomeDone: "done",
        .outcomePartly: "done in part",
        .outcomeAppointment: "appointment",
        .outcomeNotHome: "not home",
        .outcomeRefused: "refused",
        .outcomeAway: "away for long",
        .outcomeMoved: "moved",
        .outcomeNotFound: "cannot find",
        .outcomeLanguage: "needs another kind of help",
        .outcomeWrongContact: "wrong number or address",
        .outcomeNever: "asks for no more visits",
        .findingBelow:
            "{value} of dossiers were filed online ({interval}): clearly below the target of {target}.",
        .findingAbove:
            "{value} of dossiers were filed online ({interval}): clearly above the target of {target}.",
        .findingOpen:
            "Not enough data to say whether the share of dossiers online has reached the target of {target}.",
        .findingSelf: "Of households with a procedure, {value} filed online unaided ({interval}).",
        .findingMainBarrier:
            "The greatest barrier: {step} – {value} of households stop there first ({interval}).",
        .findingMainOpen:
            "It cannot be said which barrier is greatest: {step} ({value}) and the next one ({second}) are too close.",
        .findingEquipment: "{value} of households lack suitable equipment at home ({interval}).",
        .findingAccess:
            "{value} of households have no connection or cannot yet use a phone to send a dossier ({interval}).",
        .findingProcess: "{value} of households do not know well how to file ({interval}).",
        .findingReady:
            "Of households with a procedure, {value} passed every step and yet filed none online ({interval}): tell them so, no visit needed.",
        .findingNoData:
            "{number} residential groups have no interview at all; the figures do not speak of them.",
        .findingAmongAsked: "The figures speak of the households asked, not of the whole ward.",
        .findingOnlineOnly:
            "Every interview came through an online form: households that are not online are not in the survey.",
        .besideSample:
            "{households} interviews made {mode} are not of the sample of doors and are left out of all rates; of {filers} households with a dossier, {online} filed online.",
        .response:
            "Response rate {rate}: {interviewed} households answered, {refused} refused, at {notHome} nobody was home; {moved} had moved away and do not count.",
        .responseUnknown:
            "The response rate is not known: the file has no contact_result column.",
    ]
}
