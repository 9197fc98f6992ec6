/// Words in a header that hint at a variable, beside the headers that the ward's codebook knows.
struct HeaderHints {
    let variable: Variable
    /// Phrases, most telling first.
    let words: Phrases
    /// Phrases that say that the column is about something else.
    var others: Phrases = []
    /// Whether the variable is the one who answers, and nobody else.
    var isOfRespondent = false

    static let all: [HeaderHints] = [
        HeaderHints(
            variable: .surveyDate,
            words: [
                "ngay khao sat", "ngay phong van", "interview date", "interviewdate", "date of interview",
                "survey date", "int date", "today", "start", "start time", "starttime", "start date",
                "dau thoi gian",
                "timestamp", "submission*", "submit*", "date submitted", "date*", "creation date",
                "recorded date",
                "completion time", "end time", "ngay gui", "ngay", "thoi gian", "fecha",
            ],
            others: ["birth*", "dob", "sinh", "edit*", "update*", "expir*", "cap", "modified"]),
        HeaderHints(
            variable: .householdSize,
            words: [
                "household size", "hh size", "hhsize", "so nhan khau", "nhan khau", "so nguoi trong",
                "so nguoi", "so khau", "so nk", "may nguoi", "bao nhieu nguoi",
                "membr*",
                "member*", "people", "persons",
            ],
            others: phonesAndKinds),
        HeaderHints(
            variable: .respondentAge,
            words: [
                "age", "tuoi", "nam sinh", "sinh nam", "how old", "year of birth", "birth year", "yob",
                "edad", "ns",
            ],
            others: ["group", "nhom", "under", "over", "duoi"], isOfRespondent: true),
        HeaderHints(
            variable: .respondentSex, words: ["gender", "sex", "gioi tinh", "phai", "gt", "sexo"],
            isOfRespondent: true),
        HeaderHints(
            variable: .smartphone, words: ["smartphone*", "dien thoai thong minh", "dt thong minh", "dttm"],
            others: amounts),
        HeaderHints(
            variable: .computer, words: ["computer*", "laptop*", "may tinh", "may vi tinh"],
            others: amounts + ["bo tui", "cam tay"]),
        HeaderHints(
            variable: .internet, words: ["internet*", "ket noi mang", "vao mang", "mang"],
            others: amounts + ["xa hoi", "nop", "ly do"]),
        HeaderHints(
            variable: .eID, words: ["vneid", "e id", "eid", "dinh danh*", "dddt"],
            others: ["ly do", "vi sao", "bao nhieu", "so nguoi"]),
        HeaderHints(variable: .knowsProcess, words: ["biet cach nop", "knows how to file"]),
        HeaderHints(
            variable: .proceduresOnline,
            words: [
                "ho so truc tuyen", "nop truc tuyen", "ho so nop truc tuyen", "dossiers online",
                "filed online", "nop qua mang", "da nop truc tuyen", "ho so qua mang",
            ],
            others: ["cach", "biet", "ly do", "why", "how"]),
        HeaderHints(
            variable: .proceduresTotal,
            words: [
                "tong so ho so", "tong ho so", "so ho so da nop", "so ho so", "bao nhieu ho so", "may ho so",
                "dossiers filed", "dossiers",
            ],
            others: ["truc tuyen", "online", "ma ho so"]),
        HeaderHints(variable: .channel, words: ["hinh thuc nop", "cach nop", "bang hinh thuc"]),
        HeaderHints(
            variable: .barriers, words: ["ly do", "kho khan", "vi sao", "tro ngai", "reasons*", "why not"]),
        HeaderHints(variable: .whoFiled, words: ["ai thuc hien", "nguoi nop", "who filed"]),
        HeaderHints(
            variable: .wantsHelp,
            words: [
                "can ho tro", "nhu cau ho tro", "de nghi ho tro", "dang ky ho tro", "muon duoc ho tro",
                "can huong dan", "can hd", "mong muon", "wants help", "need help",
            ]
        ),
        HeaderHints(
            variable: .consent, words: ["dong y duoc lien he", "dong y lien he", "consent to be contacted"]),
        HeaderHints(variable: .formerWard, words: ["phuong cu", "phuong truoc sap nhap"]),
        HeaderHints(
            variable: .residentialGroup,
            words: ["to dan pho", "tdp", "to dp", "khu pho", "ten to", "thon", "buon", "khom"],
            others: ["truong", "can bo"]),
        HeaderHints(
            variable: .weight,
            words: [
                "weight*", "wgt", "wt", "pweight", "hhweight", "hhwt", "perwt", "trong so", "quyen so",
                "qhweight",
                "factor",
            ],
            others: [
                "kg", "body", "can nang", "child*", "baby", "birth*", "gain*", "loss", "parcel", "bag*",
                "lose",
                "aid", "food",
            ]),
        HeaderHints(
            variable: .stratum, words: ["stratum", "strata", "estrato", "tang"], others: ["so tang"]),
        HeaderHints(variable: .psu, words: ["psu", "cluster*", "ea id", "enumeration area"]),
        HeaderHints(
            variable: .interviewer, words: ColumnProfile.interviewerWords,
            others: [
                "sex", "gender", "gioi tinh", "age", "tuoi", "comment*", "note*", "start*", "date",
                "duration",
                "observ*", "phone*", "sdt", "dien thoai",
            ]),
        HeaderHints(variable: .latitude, words: ["latitude", "vi do"]),
        HeaderHints(variable: .longitude, words: ["longitude", "kinh do"]),
    ]

    static let amounts: Phrases = [
        "sl", "number", "no of", "num", "how many", "bao nhieu", "so luong", "so may", "brand", "type",
        "hours",
        "may gio", "price", "cost", "use*", "skill*", "often",
    ]
    private static let phonesAndKinds: Phrases = [
        "women", "woman", "female*", "male*", "men", "child*", "under*", "over", "aged", "nu", "nam", "tre",
        "nguoi gia", "cao tuoi", "phone*",
        "smartphone*", "working", "name*", "id", "line*", "sick", "code",
    ]

    /// The phrase by which a column is taken for the variable.
    func phrase(in column: ColumnProfile) -> String? {
        if column.words.has(others) || isOfRespondent && column.isOfSomebodyElse { return nil }
        return column.words.first(of: words)
    }
}
