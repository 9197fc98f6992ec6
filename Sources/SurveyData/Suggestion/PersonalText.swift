internal import Basics

/// What a cell tells of a person by its look alone, whatever its column is called.
enum PersonalText {
    /// Whether a single cell should not be shown to others.
    static func isTelling(_ text: String) -> Bool {
        isPerson(text) || isAddressed(text) || isAddress(text) || isPlace(text) || isCitizenNumber(text)
            || ColumnProfile.isContact(text)
    }

    /// Whether some part of an answer in free words may tell of a person: a telephone or identity number inside it, a
    /// name, an address.
    static func mayTell(_ text: String) -> Bool {
        if isTelling(text) || text.contains("@") { return true }
        var digits = 0
        for character in text where !" .-".contains(character) {
            digits = character.isNumber ? digits + 1 : 0
            if digits >= 8 {
                return !text.allSatisfy { $0.isNumber || ".,-+ eE".contains($0) } || text.first == "0"
            }
        }
        return false
    }

    /// "Đ/c Hạnh", "anh Hùng (CA)": how somebody is addressed, and a name.
    static func isAddressed(_ text: String) -> Bool {
        let words = text.split { " ./".contains($0) }.map(String.init)
        guard words.count > 1, let first = words.first.map({ composed($0).lowercased() }) else {
            return false
        }
        let rest = first == "đ" && fold(words[1]) == "c" ? words.dropFirst(2) : words.dropFirst()
        return (titles.contains(first) || rest.count < words.count - 1)
            && rest.first?.first?.isUppercase == true && rest.first?.allSatisfy(\.isLetter) == true
    }

    private static let titles: Set<String> = [
        "anh", "chị", "ông", "bà", "cô", "chú", "bác", "em", "đc", "mr", "mrs", "ms",
    ]

    /// Two to six words of letters, the first a family name: "Nguyễn Văn A", "TRẦN THỊ BÌNH".
    static func isPerson(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (2...6).contains(words.count), let first = words.first,
            familyNames.contains(composed(String(first)).lowercased())
        else { return false }
        return words.allSatisfy { $0.allSatisfy { $0.isLetter || ".'-".contains($0) } }
    }

    /// "Số 5, ngõ 3, đường Cầu Ván", "12 Trần Phú".
    static func isAddress(_ text: String) -> Bool {
        guard text.contains(where: \.isNumber) else { return false }
        let words = text.split { " ,/".contains($0) }.map(String.init)
        if words.count > 2, words.contains(where: { streetWords.contains(fold($0)) }) { return true }
        guard words.count > 2, let first = words.first, first.first?.isNumber == true,
            first.allSatisfy({ $0.isNumber || $0.isLetter })
        else { return false }
        return words.dropFirst().prefix(2).allSatisfy { $0.first?.isUppercase == true }
    }

    /// Degrees, or one or two numbers with so many decimals that they name a place in Vietnam.
    static func isPlace(_ text: String) -> Bool {
        if text.contains("°") { return true }
        let parts = text.split { " ,;".contains($0) }
        guard (1...4).contains(parts.count) else { return false }
        let degrees = parts.prefix(2).map { part -> Double? in
            let decimals = part.split(separator: ".").dropFirst().first?.count ?? 0
            return decimals >= 3 ? Double(part) : nil
        }
        return degrees.allSatisfy { degree in
            degree.map { (8...24).contains($0) || (102...110).contains($0) } ?? false
        }
    }

    /// Twelve figures that begin with the code of a province.
    static func isCitizenNumber(_ text: String) -> Bool {
        text.utf8.count == 12 && text.first == "0" && text.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// Whether numbers are telephone numbers that lost their 0: their first three figures are many.
    static func arePhones(_ texts: [String]) -> Bool {
        let phones = texts.filter {
            $0.utf8.count == 9 && "35789".contains($0.first ?? " ") && Int($0) != nil
        }
        return phones.count * 10 >= texts.count * 9 && Set(phones.map { $0.prefix(3) }).count >= 8
    }

    /// As they are written: without their marks many are other words ("Tổ", "Hộ", "đường").
    private static let familyNames: Set<String> = [
        "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ",
        "ngô",
        "dương", "lý", "đinh", "đoàn", "trịnh", "trương", "lương", "tạ", "thân", "giáp", "nông", "hà", "đào",
        "lưu",
        "quách", "phùng", "triệu", "kiều", "nghiêm", "tống", "nguyen", "tran", "pham", "huynh", "bui",
        "trinh",
    ]
    private static let streetWords = Set(
        [
            "đường", "ngõ", "ngách", "hẻm", "phố", "kiệt", "street", "st", "road", "rd", "lane", "avenue",
            "ave",
        ]
        .map(fold))
}
