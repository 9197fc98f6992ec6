/// The codes of a survey's households, to find the household that a person means.
///
/// A month's survey asks some of the ward's households, so a code that it does not hold may still be one: it must be
/// built like the survey's codes, and begin with the code of a group where all of those do.
package struct HouseholdCodes: Sendable {
    /// Ids that are written in other ways are equal.
    private let known: Set<HouseholdID>
    private let shapes: Set<String>
    /// Keys of the groups that every household's code begins with; nil where codes do not begin so.
    private let prefixes: Set<String>?

    /// - Parameter registry: nil where codes of households that the list lacks are not judged.
    package init(_ households: some Sequence<(id: HouseholdID, group: GroupID?)>, registry: Registry?) {
        var known: Set<HouseholdID> = []
        var shapes: Set<String> = []
        var areInGroups = registry != nil
        for household in households {
            let key = codeKey(household.id.text)
            known.insert(household.id)
            shapes.insert(Self.shape(key))
            if areInGroups {
                areInGroups = household.group.map { key.hasPrefix(codeKey($0.text)) } ?? false
            }
        }
        self.known = known
        self.shapes = registry == nil ? [] : shapes
        prefixes = areInGroups ? Set(registry?.groups.map { codeKey($0.id.text) } ?? []) : nil
    }

    /// The household that a code means, however its capitals, dashes and blanks are written; the code as written for one
    /// that was not asked; nil for a code that no household of the ward can have.
    package func household(_ written: String) -> HouseholdID? {
        let id = HouseholdID(written)
        if let place = known.firstIndex(of: id) { return known[place] }
        if shapes.isEmpty { return id }
        let key = codeKey(id.text)
        guard shapes.contains(Self.shape(key)), prefixes.map({ $0.contains(where: key.hasPrefix) }) ?? true
        else { return nil }
        return id
    }

    /// A key with each run of digits as 9 and each run of letters as a: "aa01-022" is "a9-9".
    private static func shape(_ key: String) -> String {
        var shape = ""
        for character in key {
            let mark: Character = character.isNumber ? "9" : character.isLetter ? "a" : character
            if shape.last != mark || !(mark == "9" || mark == "a") { shape.append(mark) }
        }
        return shape
    }
}
