internal import Basics

/// The days on which nobody is sent out.
package struct Holidays: Sendable {
    package let days: Set<SurveyDate>
    /// Whether they are made up: their file says so.
    package let isSynthetic: Bool

    /// The days in a holidays file.
    ///
    /// Columns: `date, name`, or `Ngày, Tên`; days are written as in survey files.
    ///
    /// - Throws: `Diagnostic` for a missing column, or a cell that is no date.
    package init(table: WardTable) throws {
        let column = try table.column("date", or: ["Ngày", "Ngày nghỉ"])
        try table.refuseMisspelled(["date", "name", "synthetic"])
        func bad(_ row: WardTable.Row) -> Diagnostic {
            table.bad(
                row, column, found: shown(table.text(row, column)),
                expected: "a day, as 2026-01-01 or 1/1/2026")
        }
        let written = try table.rows.map { row in
            guard let date = WrittenDate(table.text(row, column)) else { throw bad(row) }
            return date
        }
        let order = DateOrder.decided(by: written, declared: .dayMonthYear) ?? .dayMonthYear
        days = try zip(table.rows, written).reduce(into: []) { days, entry in
            guard let day = entry.1.date(order) else { throw bad(entry.0) }
            days.insert(day)
        }
        isSynthetic = table.isSynthetic
    }
}
