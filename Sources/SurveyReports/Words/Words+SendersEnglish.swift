extension Words {
    /// Who comes, how residents know them, whom they may ask: lists, notices of group heads, the page for residents.
    static let sendersEnglish: [Word: String] = [
        .neverAsked:
            "No one whom the ward sends ever asks for a password or an OTP, takes or asks for a photo of a card or an identity paper, takes money, or sends a link. Whoever does is not from the ward.",
        .askContact: "To ask, or to report a stranger: {contact}.",
        .listResidents: "Tell residents",
        .listWord: "Word of the month",
        .listWordText: "{word}. Say it at the door; the head of the group has told residents.",
        .listPolice: "Rule for police",
        .listPoliceText:
            "Go only to households that agreed to police, or that asked you in, with the head of the group. Do level 2 e-ID and nothing else; check no residence, ask for, look at or write down no other matter or paper of the household.",
        .listQuotaPolice: "More households of the group, with its head and by invitation only",
        .listQuotaPoliceText:
            "At most {count} households not asked yet, of which about {open} can be helped · {task} · about {minutes} each. Knock at no door yourself: go with the head of the group, to households that asked you in.",
        .noticeTitle: "Notice for the head of the group to send to residents",
        .noticeComers: "In {month} the ward sends these people to help residents of {group} to file online:",
        .noticeComer: "{name} – {force}: {times}",
        .noticeTimes: "registered {times}",
        .noticeNoTimes: "they tell you the time beforehand",
        .noticeInvited: "with the head of the group only, to households that agreed or asked them in",
        .noticeSession:
            "There is a joint session at the cultural house; the head of the group announces the day.",
        .noticeNobody:
            "By the plan for {month} the ward sends nobody to {group}. If someone says that the ward sent them to file documents, ask first.",
        .noticeWord: "Word of the month: {word}. Those who are sent know it.",
        .groupTaskPolice: "Go with the police: they visit only households that agreed or asked them in.",
        .groupRefusals: "About {count} households want no help, or did not agree to a force that can help.",
        .columnPhone: "Phone",
        .columnTimes: "Registered times",
        .publicVisitsNamed:
            "In {month} {forces} help some of the households that agreed to a visit and did not decline help.",
        .publicVisitsDoors:
            "{forces} may knock at some doors of households not asked yet; they ask for permission first, and you may say no.",
        .publicVisitsPolice:
            "To households not asked yet, police come only with the head of the group and by invitation.",
        .publicVisitsSessions:
            "There are {count} joint sessions at cultural houses; heads of groups announce the day.",
        .publicAsked: "about {of} asked",
        .legendNoInterviews: "no interviews",
        .legendNoVisits: "no visits",
        .mapNoInterviews: "no interviews",
        .forcesAnd: " and ",
    ]
}
