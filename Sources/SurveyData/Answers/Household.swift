/// One accepted household interview.
package struct Household: Sendable {
    /// In one place of memory that all copies share: whole surveys pass through many hands.
    @usableFromInline let interview: Interview

    @usableFromInline
    final class Interview: Sendable {
        let id: HouseholdID
        let date: SurveyDate?
        let group: GroupID?
        let formerWard: String?
        let groupings: [String?]
        let source: Source
        /// Slots by `Variable.slot`.
        @usableFromInline let coded: [Answer<UInt32>]
        let numbers: [Answer<Double>]
        let texts: [Answer<String>]

        init(
            id: HouseholdID, date: SurveyDate?, group: GroupID?, formerWard: String?, groupings: [String?],
            source: Source, coded: [Answer<UInt32>], numbers: [Answer<Double>], texts: [Answer<String>]
        ) {
            self.id = id
            self.date = date
            self.group = group
            self.formerWard = formerWard
            self.groupings = groupings
            self.source = source
            self.coded = coded
            self.numbers = numbers
            self.texts = texts
        }
    }

    package var id: HouseholdID { interview.id }
    /// nil where the survey has no date column or the cell no date.
    package var date: SurveyDate? { interview.date }
    /// nil where the survey has no residential groups (another country's survey).
    package var group: GroupID? { interview.group }
    package var formerWard: String? { interview.formerWard }
    /// The code in each grouping that the codebook declares, in its order; nil where blank.
    package var groupings: [String?] { interview.groupings }
    /// Where the interview stands: position in the list of files, physical line, record.
    package var source: Source { interview.source }
    var numbers: [Answer<Double>] { interview.numbers }
    var texts: [Answer<String>] { interview.texts }
    @usableFromInline var coded: [Answer<UInt32>] { interview.coded }

    package struct Source: Sendable, Equatable {
        package internal(set) var file: Int
        package let line: Int
        package let record: Int
    }

    /// Questions with a usable answer.
    package var answered: Int {
        coded.count { $0.value != nil } + numbers.count { $0.value != nil } + texts.count { $0.value != nil }
    }

    /// One answer of a choice.
    @inlinable
    package func choice<Code: AnswerCode>(_ variable: Variable, _ type: Code.Type) -> Answer<Code> {
        coded[variable.slot].map { Code.allCases[Int($0)] }
    }

    /// The answers of a set.
    @inlinable
    package func ticked<Code: AnswerCode>(_ variable: Variable, _ type: Code.Type) -> Answer<AnswerSet<Code>>
    {
        coded[variable.slot].map { AnswerSet(bits: $0) }
    }

    package func number(_ variable: Variable) -> Answer<Double> { numbers[variable.slot] }

    package func text(_ variable: Variable) -> Answer<String> { texts[variable.slot] }
}

extension Variable {
    /// The place among the variables that a household keeps in the same list.
    @usableFromInline var slot: Int { Self.slots[rawValue] }

    enum Storage { case coded, number, text }

    var storage: Storage { Self.storages[rawValue] }

    private static let storages: [Storage] = allCases.map {
        switch $0.kind {
        case .choice, .set: .coded
        case .count, .number: .number
        case .text, .date: .text
        }
    }

    private static let slots: [Int] = allCases.map { variable in
        allCases.prefix(variable.rawValue).count { $0.storage == variable.storage }
    }

    static func slotCount(of storage: Storage) -> Int { storages.count { $0 == storage } }
}
