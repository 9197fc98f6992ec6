/// What an answer in a form's own words most likely means: for drafts alone, which a person goes through.
enum AnswerWords {
    /// The code, by the first phrase of a question that an answer has; nil where none does.
    static func code(_ text: String, of variable: Variable) -> String? {
        let words = HeaderWords(text)
        guard !words.all.isEmpty else { return nil }
        return table[variable]?.first { words.has($0.phrases) }?.code
    }

    private static let table: [Variable: [(code: String, phrases: Phrases)]] = [
        .eID: [
            ("level2Inactive", ["chua kich hoat", "chua kh"]),
            ("level2", ["da kich hoat", "da kh", "muc hai da", "activated"]),
            ("none", ["chua cai*", "chua co", "khong co", "khong biet", "khong cai*", "not installed"]),
        ],
        .internet: [
            ("none", ["khong dung", "khong co", "chua co", "khong su dung", "no internet"]),
            (
                "fixed",
                ["cap quang", "wifi tai nha", "wifi nha", "wifi", "wf", "co dinh", "fibre", "broadband"]
            ),
            ("mobile", ["di dong", "mobile", "sim", "du lieu"]),
        ],
        .barriers: [
            ("noDevice", ["khong co dien thoai", "khong co may", "thiet bi", "no device", "no phone"]),
            ("noInternet", ["khong co mang", "khong co internet", "mang yeu", "no internet"]),
            ("fearFraud", ["lua dao", "lo thong tin", "mat thong tin", "fraud", "scam*"]),
            ("noEID", ["vneid", "dinh danh", "e id"]),
            ("prefersInPerson", ["truc tiep", "quen ", "can bo", "in person", "giai dap"]),
            (
                "lowSkills",
                ["khong ranh", "khong thao", "khong biet dung", "lon tuoi", "mat kem", "kho dung"]
            ),
            (
                "unknownProcess",
                ["khong biet cach", "khong biet lam", "huong dan", "quy trinh", "khong biet nop"]
            ),
        ],
        .channel: [
            ("mixed", ["ca hai", "ca truc tiep", "both"]),
            ("onlineHome", ["truc tuyen", "qua mang", "dich vu cong", "online"]),
            ("inPerson", ["truc tiep", "mot cua", "tai quay", "tai phuong", "in person", "counter"]),
        ],
        .knowsProcess: [
            ("partly", ["nghe noi", "biet mot phan", "biet chut", "so so", "chua ro"]),
            ("no", ["khong biet", "chua biet", "chua nghe", "khong"]),
            ("yes", ["biet ro", "thanh thao", "biet"]),
        ],
        .wantsHelp: [
            ("no", ["khong", "chua can", "tu lam duoc", "no"]),
            ("yes", ["can", "rat can", "muon", "co", "dong y", "yes"]),
        ],
        .consent: [
            ("allForces", ["ca cong an", "tat ca"]),
            ("no", ["khong", "tu choi", "no"]),
        ],
    ]
}
