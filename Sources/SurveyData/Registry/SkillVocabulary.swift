internal import Basics

/// The skills that a volunteers file may list and a playbook may ask for: one code each, and how people write it.
package struct SkillVocabulary: Sendable {
    /// In the order of messages.
    package private(set) var codes: [String]
    /// Folded spelling → code.
    private var byWord: [String: String]

    /// What the ward's own files know.
    package static let usual = SkillVocabulary([
        ("e_id", ["eID", "định danh", "định danh điện tử", "VNeID", "cấp định danh"]),
        (
            "online_filing",
            [
                "filing", "portal", "online filing", "nộp hồ sơ", "nộp hồ sơ trực tuyến", "nộp trực tuyến",
                "dịch vụ công", "dịch vụ công trực tuyến",
            ]
        ),
        (
            "payments",
            [
                "payment", "online_payment", "online payments", "thanh toán", "thanh toán trực tuyến",
                "chuyển khoản",
            ]
        ),
        ("teaching", ["teach", "dạy", "hướng dẫn", "giảng dạy", "đào tạo"]),
        (
            "devices",
            ["device", "phone", "phones", "computer", "computers", "thiết bị", "điện thoại", "máy tính"]
        ),
    ])

    private init(_ table: [(code: String, spellings: [String])]) {
        codes = table.map(\.code)
        byWord = [:]
        for (code, spellings) in table {
            for word in [code] + spellings { byWord[fold(word)] = code }
        }
    }

    /// With skills that a ward's own playbook adds.
    package func adding(_ more: [String]) -> SkillVocabulary {
        var vocabulary = self
        for code in more where vocabulary.code(of: code) == nil {
            vocabulary.codes.append(code)
            vocabulary.byWord[fold(code)] = code
        }
        return vocabulary
    }

    /// The code of a skill as people write it, or nil.
    package func code(of word: String) -> String? { byWord[fold(word)] }

    /// "e_id, online_filing, …", for messages.
    package var list: String {
        codes.map { String(shown($0).dropFirst().dropLast()) }.joined(separator: ", ")
    }
}
