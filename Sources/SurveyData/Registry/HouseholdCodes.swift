/// The codes of a survey's households, to find the household that a person means.
///
/// A month's survey asks some of the ward's households, so a code that it does not hold may still be one: it must be
/// built like the survey's codes, and begin with the code of a group where all of those do.
package struct HouseholdCodes: Sendable {
    /// Ids that are written in other ways are equal.
    private let known: Set<HouseholdID>
    /// What follows the group's code, or whole codes where they do not begin with one.
    private let shapes: Set<String>
    /// Whether a number's digits count: so they do where one is filled up with zeros ("007").
    private let isPadded: Bool
    /// Keys of the groups that every household's code begins with; nil where codes do not begin so.
    private let prefixes: Set<String>?

    /// - Parameter registry: nil where codes of households that the list lacks are not judged.
    package init(_ households: some Sequence<(id: HouseholdID, group: GroupID?)>, registry: Registry?) {
        var known: Set<HouseholdID> = []
        var keys: [(whole: Substring, rest: Substring?)] = []
        for household in households {
            known.insert(household.id)
            let key = codeKey(household.id.text)[...]
            keys.append((key, household.group.flatMap { Self.rest(of: key, after: codeKey($0.text)) }))
        }
        self.known = known
        guard let registry else {
            (shapes, isPadded, prefixes) = ([], false, nil)
            return
        }
        let areInGroups = keys.allSatisfy { $0.rest != nil }
        let parts = areInGroups ? keys.compactMap(\.rest) : keys.map(\.whole)
        let isPadded = parts.contains(where: Self.hasPaddedNumber)
        self.isPadded = isPadded
        shapes = Set(parts.map { Self.shape($0, isPadded: isPadded) })
        prefixes = areInGroups ? Set(registry.groups.map { codeKey($0.id.text) }) : nil
    }

    /// The household that a code means, however its capitals, dashes and blanks are written, and whether it was
    /// asked; the code as written for one that was not; nil for a code that no household of the ward can have.
    package func household(_ written: String) -> (id: HouseholdID, isAsked: Bool)? {
        let id = HouseholdID(written)
        if let place = known.firstIndex(of: id) { return (known[place], true) }
        // Nothing is known of the ward's codes.
        if shapes.isEmpty { return (id, true) }
        let key = codeKey(id.text)[...]
        let rests = prefixes.map { $0.compactMap { Self.rest(of: key, after: $0) } } ?? [key]
        let fits = rests.contains { shapes.contains(Self.shape($0, isPadded: isPadded)) }
        return fits ? (id, false) : nil
    }

    /// How a code is written, for messages: "a group's code and then -999 (9: a digit)".
    package var form: String {
        guard let shape = shapes.min() else { return "a household_id" }
        let digits = isPadded ? "9: a digit" : "9: a number"
        return (prefixes == nil ? "" : "the code of a group and then ") + "\(shape) (\(digits), a: a letter)"
    }

    private static func rest(of key: Substring, after prefix: String) -> Substring? {
        guard !prefix.isEmpty, key.hasPrefix(prefix) else { return nil }
        let rest = key.dropFirst(prefix.count)
        return rest.isEmpty ? nil : rest
    }

    /// Whether a number begins with a zero, as 007 does.
    private static func hasPaddedNumber(_ key: Substring) -> Bool {
        key.split { !$0.isNumber }.contains { $0.count > 1 && $0.first == "0" }
    }

    /// A key with each digit as 9 and each letter as a, a run of digits as one where numbers have any length: "-022" is
    /// "-999" or "-9".
    private static func shape(_ key: Substring, isPadded: Bool) -> String {
        var shape = ""
        for character in key {
            let mark: Character = character.isNumber ? "9" : character.isLetter ? "a" : character
            if isPadded || shape.last != mark || !(mark == "9" || mark == "a") { shape.append(mark) }
        }
        return shape
    }
}
