internal import Basics

/// The ward's residential groups, and how a written name finds one.
package struct Registry: Sendable {
    /// In the order of former ward, then group id.
    package let groups: [ResidentialGroup]
    /// Whether the sizes N_g are known: a registry file was given.
    package let isGiven: Bool
    /// Whether the groups are made up: their file says so.
    package let isSynthetic: Bool
    private let byID: [GroupID: Int]
    private let byCode: [String: [Int]]
    private let byName: [String: [Int]]

    package init(groups: [ResidentialGroup], isGiven: Bool, isSynthetic: Bool = false) {
        let sorted = groups.sorted { ($0.formerWard, $0.id) < ($1.formerWard, $1.id) }
        self.groups = sorted
        self.isGiven = isGiven
        self.isSynthetic = isSynthetic
        byID = Dictionary(
            sorted.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        byCode = Dictionary(grouping: sorted.indices, by: { fold(sorted[$0].id.text) })
        byName = Dictionary(
            grouping: sorted.indices, by: { GroupName.key(sorted[$0].name) })
    }

    package subscript(id: GroupID) -> ResidentialGroup? { byID[id].map { groups[$0] } }

    /// Former wards in order, each once.
    package var formerWards: [String] {
        groups.map(\.formerWard).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// The group with a code, as people write it: the code itself, else the one code that is the same but for capitals,
    /// dashes and blanks, else the one that folds alike ("da 01" for "ĐA01").
    package func group(code: String) -> ResidentialGroup? {
        if let group = self[GroupID(code)] { return group }
        let alike = byCode[fold(code)] ?? []
        if alike.count < 2 { return alike.first.map { groups[$0] } }
        let key = codeKey(code)
        return alike.first { codeKey(groups[$0].id.text) == key }.map { groups[$0] }
    }

    /// The group that a survey row means: by its code, or by former ward and name; by name alone only where
    /// one group has it.
    package func group(named name: String, formerWard: String?) -> ResidentialGroup? {
        if let group = group(code: name) { return group }
        var candidates = byName[GroupName.key(name)] ?? []
        if let formerWard {
            let ward = GroupName.ward(formerWard)
            candidates = candidates.filter { GroupName.ward(groups[$0].formerWard) == ward }
        }
        return candidates.count == 1 ? candidates.first.map { groups[$0] } : nil
    }
}

/// The part of a group's or former ward's name that tells it from others.
enum GroupName {
    /// "Tổ 3", "TDP số 03" and "3" are one name.
    static func key(_ name: String) -> String {
        var folded = Substring(fold(name))
        for prefix in ["todanphoso", "todanpho", "tdpso", "tdp", "toso", "to", "khupho", "khu"]
        where folded.hasPrefix(prefix) && folded.count > prefix.count {
            folded = folded.dropFirst(prefix.count)
            break
        }
        return Int(folded).map(String.init) ?? String(folded)
    }

    /// Signs that tell names apart which fold alike, as "@x" and "{{x}}"; stops, dashes and brackets are no such signs.
    static func signs(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.unicodeScalars.filter { scalar in
                    switch scalar.properties.generalCategory {
                    case .otherPunctuation: scalar != "." && scalar != ","
                    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: true
                    case .openPunctuation: scalar != "("
                    default: false
                    }
                }))
    }

    /// "Phường An Lạc" and "P. An Lạc" are one former ward.
    static func ward(_ name: String) -> String {
        let words = name.split(separator: " ")
        if let first = words.first, words.count > 1, ["phuong", "p"].contains(fold(String(first))) {
            return fold(words.dropFirst().joined(separator: " "))
        }
        let folded = fold(name)
        return folded.hasPrefix("phuong") ? String(folded.dropFirst(6)) : folded
    }
}
