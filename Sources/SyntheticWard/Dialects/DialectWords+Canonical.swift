extension DialectWords {
    static let canonical = DialectWords(
        delimiter: ",", newline: "\n", hasByteOrderMark: false, setSeparator: ";",
        columns: SurveyColumn.allCases.map { (.question($0), canonicalNames[$0.rawValue]) },
        answers: codes, yes: ["yes", "  yes ", "YES"], no: ["no", " no  ", "No"],
        missing: ["", "dont_know", "refused"], unknownAnswer: "maybe", dateStyle: .iso,
        writesGroupCodes: false,
        blankLineHasDelimiters: false)

    /// The canonical variables' names, in the order of `SurveyColumn`.
    static let canonicalNames = [
        "household_id", "survey_date", "former_ward", "residential_group", "household_size", "people_60_plus",
        "children", "women_headed", "respondent_age", "respondent_sex", "smartphone", "computer", "internet",
        "e_id",
        "skills", "knows_process", "procedures_total", "procedures_online", "procedures", "channel",
        "who_filed",
        "could_repeat", "barriers", "wants_help", "preferred_time", "consent", "address", "phone",
        "interviewer",
        "duration", "mode", "synthetic",
    ]

    /// The codes that canonical and Kobo files share; questions not listed are yes or no.
    static let codes: [SurveyColumn: [String]] = [
        .respondentSex: ["female", "male"],
        .internet: ["fixed", "mobile", "none"],
        .eID: ["none", "level_1", "level_2_inactive", "level_2"],
        .skills: [
            "find_information", "verify_information", "call", "send_file", "copy_paste", "edit_document",
            "change_password", "privacy_settings", "install_app", "online_payment", "none",
        ],
        .knowsProcess: ["yes", "partly", "no"],
        .procedures: [
            "certification", "birth", "residence", "marriage", "social_benefit", "land", "business", "other",
            "none",
        ],
        .channel: ["online_home", "online_centre", "in_person", "mixed", "no_need"],
        .whoFiled: ["self", "family", "assisted", "on_behalf", "service"],
        .barriers: [
            "no_device", "no_internet", "low_skills", "unknown_process", "fear_fraud", "no_eid",
            "prefers_in_person",
            "other", "none",
        ],
        .preferredTime: [
            "weekday-morning", "weekday-afternoon", "weekday-evening", "sat-morning", "sun-morning",
        ],
        .consent: ["volunteers", "all_forces", "no"],
        .mode: ["door", "counter", "online_form"],
    ]
}
