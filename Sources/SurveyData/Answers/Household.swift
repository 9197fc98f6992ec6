/// One household interview: a row of a survey's table.
package struct Household: Sendable {
    let table: SurveyTable
    let row: Int

    package var id: HouseholdID { table.ids[row] }
    /// nil where the survey has no date column or the cell no date.
    package var date: SurveyDate? { table.dates?[row].value }
    /// nil where the survey has no residential groups (another country's survey).
    package var group: GroupID? { table.places[row].group }
    package var formerWard: String? { table.places[row].formerWard }
    /// The code in each grouping that the codebook declares, in its order; nil where blank.
    package var groupings: [String?] { table.groupings.map { $0?[row].value } }

    /// Where the interview stands.
    package var source: Source {
        Source(
            file: table.files[table.file(of: row)], line: table.positions.line(of: row),
            record: table.positions.record(of: row))
    }

    package struct Source: Sendable, Equatable {
        /// As given.
        package let file: String
        /// Physical line, from 1.
        package let line: Int
        /// The header is record 1.
        package let record: Int
    }

    /// One answer of a choice.
    package func choice<Code: AnswerCode>(_ variable: Variable, _ type: Code.Type) -> Answer<Code> {
        coded(variable).map { Code.allCases[Int($0)] }
    }

    /// The answers of a set.
    package func ticked<Code: AnswerCode>(_ variable: Variable, _ type: Code.Type) -> Answer<AnswerSet<Code>>
    {
        coded(variable).map { AnswerSet(bits: $0) }
    }

    package func number(_ variable: Variable) -> Answer<Double> {
        table.numbers(variable)?[row] ?? .missing(.notAsked)
    }

    package func text(_ variable: Variable) -> Answer<String> {
        table.texts(variable)?[row] ?? .missing(.notAsked)
    }

    func coded(_ variable: Variable) -> Answer<UInt32> { table.coded(variable)?[row] ?? .missing(.notAsked) }
}

extension Variable {
    /// The place among the variables that a table keeps in the same list.
    var slot: Int { Self.slots[rawValue] }

    enum Storage { case coded, number, text, date, id }

    var storage: Storage { Self.storages[rawValue] }

    private static let storages: [Storage] = allCases.map {
        if $0 == .householdID { return .id }
        return switch $0.kind {
        case .choice, .set: .coded
        case .count, .number: .number
        case .text: .text
        case .date: .date
        }
    }

    private static let slots: [Int] = allCases.map { variable in
        allCases.prefix(variable.rawValue).count { $0.storage == variable.storage }
    }

    static func slotCount(of storage: Storage) -> Int { storages.count { $0 == storage } }
}
