/// Households of a table, as rows of it.
package struct HouseholdList: RandomAccessCollection, Sendable {
    private let table: SurveyTable
    private let rows: [UInt32]

    init(_ table: SurveyTable, rows: [UInt32]) {
        self.table = table
        self.rows = rows
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { rows.count }

    package subscript(position: Int) -> Household { Household(table: table, row: Int(rows[position])) }
}
