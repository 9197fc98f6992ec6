internal import Foundation

/// Words in a header that hint at a variable, beside the headers that the ward's codebook knows.
enum HeaderStems {
    /// The parts of a header: "num_hh_member" → num, hh, member.
    static func words(_ header: String) -> [String] {
        var words = [""]
        var last: Character?
        for character in header {
            if !character.isLetter {
                words.append("")
            } else if character.isUppercase, last?.isLowercase == true {
                words.append(String(character))
            } else {
                words[words.count - 1].append(character)
            }
            last = character
        }
        return words.map(fold).filter { !$0.isEmpty }
    }

    /// A variable and the starts of words that hint at it, most telling first.
    static let hints: [(variable: Variable, stems: [String])] = [
        (.surveyDate, ["date", "interviewdate", "today", "submission", "ngay", "fecha"]),
        (.householdSize, ["membr", "member", "hhsize", "nhankhau", "people", "persons"]),
        (.respondentAge, ["age", "tuoi", "edad"]),
        (.respondentSex, ["gender", "sex", "gioitinh", "sexo"]),
        (.smartphone, ["smartphone"]),
        (.computer, ["computer", "laptop", "maytinh"]),
        (.internet, ["internet"]),
        (.weight, ["weight", "trongso"]),
        (.stratum, ["stratum", "strata", "estrato"]),
        (.psu, ["psu", "cluster"]),
        (.interviewer, ["enumerator", "interviewer", "surveyor"]),
        (.latitude, ["latitude"]),
        (.longitude, ["longitude"]),
    ]
}
