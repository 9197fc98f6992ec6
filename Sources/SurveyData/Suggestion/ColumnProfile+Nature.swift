/// Words of headers and forms of answers that tell what must not be shown, and what must not be held.
extension ColumnProfile {
    /// Whether an answer can tell who someone is, by the header and by what the answers look like.
    var tellsWho: Bool {
        if given == 0 { return words.has(Self.nameWords + Self.deviceWords + Self.contactWords) }
        if words.has(Self.deviceWords) || words.has(Self.interviewerWords) && !words.has(Self.sexWords) {
            return true
        }
        if looksPersonal { return true }
        if words.has(Self.nameWords), !words.has(Self.thingWords), !isCoded { return true }
        if words.has(Self.contactWords), !isCoded, !isDate { return true }
        if words.has(Self.coordinateWords), isNumeric || share(where: Self.isPoint) >= 0.5 { return true }
        // An id may have as many figures as a telephone number.
        let isContact = KeyWords.isID(words) ? Self.isSurelyContact : Self.isContact
        return share(where: isContact) >= 0.5 || isOfNames
    }

    /// Whether the column must not be held: numbers of identity cards and accounts, passwords. A yes or no, or a code,
    /// to "has a bank account" is an answer.
    var mustNotBeHeld: Bool {
        words.has(Self.secretWords) && !isCoded && (given == 0 || !isDate)
    }

    /// Whether the answers are a few short words or codes.
    var isCoded: Bool {
        let isShort = answers.allSatisfy { $0.text.utf8.count <= 24 && !Self.isContact($0.text) }
        return given > 0 && different <= 12 && isShort
            && (given >= 3 * different || share { DraftAnswers.isYesOrNo($0) } >= Self.most)
    }

    /// Whether the header speaks of somebody else than the one who answers.
    var isOfSomebodyElse: Bool { allWords.has(Self.interviewerWords + Self.otherPeople) }

    /// Whether the answers are names, addresses, places on the map or numbers of people, however often they repeat.
    private var looksPersonal: Bool {
        let isOfPeople = words.has(Self.nameWords + Self.roleWords)
        let isName = { (text: String) in
            PersonalText.isPerson(text) || PersonalText.isAddressed(text) || isOfPeople && Self.isName(text)
        }
        // A village or street may bear somebody's name.
        if isOfPeople || !words.has(Self.thingWords), share(where: isName) >= 0.4 { return true }
        return share(where: PersonalText.isAddress) >= 0.5 || share(where: PersonalText.isPlace) >= 0.8
            || share(where: PersonalText.isCitizenNumber) >= 0.8
            || PersonalText.arePhones(answers.map(\.text)) && answers.count >= 20
    }

    private static let roleWords: Phrases = [
        "truong thon", "to truong", "truong khu", "truong ban", "giam sat*", "can bo", "nguoi giam ho",
        "vo chong",
        "contact person", "respondent", "hh head", "head", "chief", "leader", "guardian", "spouse",
    ]

    /// Whether the answers look like names of people that hardly repeat.
    private var isOfNames: Bool {
        given > 3 && different * 2 > given && share(where: Self.isName) >= 0.6
    }

    /// "Nguyễn Văn A": two to five words, each beginning with a capital letter, without figures.
    static func isName(_ text: String) -> Bool {
        let parts = text.split(separator: " ")
        return (2...5).contains(parts.count)
            && parts.allSatisfy { part in
                part.first?.isUppercase == true && part.allSatisfy { $0.isLetter || ".'-".contains($0) }
            }
    }

    /// An e-mail address, or a telephone number.
    static func isContact(_ text: String) -> Bool {
        if isSurelyContact(text) { return true }
        let digits = text.filter { !" .-()+".contains($0) }
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
        return digits.count == 11 && digits.hasPrefix("84")
            || digits.count == 9 && "35789".contains(digits.first ?? " ") && text.count == 9
    }

    /// An e-mail address, or a telephone number with its leading 0 or the sign of another country.
    private static func isSurelyContact(_ text: String) -> Bool {
        if text.contains("@") { return true }
        let digits = text.filter { !" .-()+".contains($0) }
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
        return digits.count == 10 && digits.first == "0"
            || text.first == "+" && (9...13).contains(digits.count)
    }

    /// "21.27 106.19 0 5": what a form writes of a place on the map.
    private static func isPoint(_ text: String) -> Bool {
        let parts = text.split { " ,".contains($0) }
        return parts.count >= 2 && parts.allSatisfy { Double($0) != nil }
    }

    private static let nameWords: Phrases = [
        "name", "names", "fullname", "firstname", "lastname", "surname", "nickname", "instance name",
        "ho ten*",
        "hoten*", "ho va ten*", "ten", "chu ho", "head of household", "household head", "signature", "ky ten",
        "nguoi tra loi", "nguoi duoc phong van", "nguoi dai dien", "recipient*",
    ]
    private static let thingWords: Phrases = [
        "village", "ward", "district", "province", "state", "region", "site", "area", "camp", "commune",
        "form",
        "group", "file", "school", "product", "economy", "country", "admin", "county", "city", "zone",
        "event",
        "location", "place", "cluster", "thu tuc", "thon", "xa", "phuong", "khu pho", "to dan pho", "age",
        "tuoi",
        "sex", "gender", "gioi tinh", "event name",
    ]
    private static let contactWords: Phrases = [
        "phone*", "telephone*", "mobile*", "cellphone*", "sdt", "dien thoai", "tel", "whatsapp", "contact*",
        "lien he", "address*", "dia chi", "so nha", "street",
        "cccd",
        "cmnd", "passport", "national id*", "id number", "so dinh danh",
    ]
    private static let deviceWords: Phrases = [
        "device id*", "deviceid*", "device info*", "ngay sinh", "date of birth", "birth date", "birthdate",
        "dob", "birthday",
        "email*", "e mail", "mail", "thu dien tu", "ip", "ipaddr*",
        "imei", "subscriber*", "simid", "simserial", "sim serial",
        "username",
        "user name", "submitter*", "creator", "editor", "submitted by", "collector*", "last edited by",
    ]
    private static let coordinateWords: Phrases = [
        "latitude", "longitude", "lat", "lon", "lng", "long", "gps*", "geo*", "coord*", "altitude",
        "accuracy",
        "precision", "toa do", "vi do", "kinh do", "x", "y", "location*",
    ]
    private static let secretWords: Phrases = [
        "cccd", "cmnd", "can cuoc", "the bhyt", "so bhyt", "ma bhyt", "passport*", "id card*", "national id*",
        "so dinh danh", "otp",
        "mat khau",
        "password*", "so tai khoan", "tai khoan ngan hang", "account number", "bank account*", "pin code",
    ]
    static let interviewerWords: Phrases = [
        "enumerator*", "interviewer*", "surveyor*", "supervisor*", "enum", "fieldworker*", "dieu tra vien",
        "nguoi phong van", "nguoi khao sat", "ra soat", "nguoi nhap", "nguoi dieu tra", "nguoi phu trach",
        "cb", "can bo khao sat", "can bo phong van", "can bo dieu tra",
    ]
    private static let sexWords: Phrases = ["sex", "gender", "gioi tinh", "age", "tuoi"]
    private static let otherPeople: Phrases = [
        "head", "child*", "spouse", "wife", "husband", "partner", "member*", "mother", "father", "son",
        "daughter",
        "informant*", "caregiver", "chu ho", "vo", "chong", "con", "tre", "baby", "deceased",
    ]
}
