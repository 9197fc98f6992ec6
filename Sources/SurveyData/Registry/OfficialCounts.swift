/// The ward's official counts of dossiers: every dossier of its offices, by month and procedure. No survey figure.
package struct OfficialCounts: Sendable, Equatable {
    /// In the order of the file.
    package let rows: [Row]
    /// Whether the counts are made up: their file says so.
    package let isSynthetic: Bool

    package struct Row: Sendable, Equatable {
        /// "2025-10".
        package let month: String
        /// As written; nil: all procedures.
        package let procedure: String?
        /// Received in the month.
        package let dossiers: Int
        /// Of these, filed online.
        package let online: Int

        package init(month: String, procedure: String?, dossiers: Int, online: Int) {
            self.month = month
            self.procedure = procedure
            self.dossiers = dossiers
            self.online = online
        }
    }

    /// One month's count.
    package struct Month: Sendable, Equatable {
        package let month: String
        package let dossiers, online: Int
        /// The file has no row for all procedures: those listed are added up.
        package let isSumOfProcedures: Bool
    }

    package init(rows: [Row], isSynthetic: Bool = false) {
        self.rows = rows
        self.isSynthetic = isSynthetic
    }

    /// The count of all procedures in a month: the row for all, else the sum of those listed; nil without a row.
    package func count(of month: String) -> Month? {
        let own = rows.filter { $0.month == month }
        if let all = own.first(where: { $0.procedure == nil }) {
            return Month(
                month: month, dossiers: all.dossiers, online: all.online, isSumOfProcedures: false)
        }
        if own.isEmpty { return nil }
        return Month(
            month: month, dossiers: own.reduce(0) { $0 + $1.dossiers },
            online: own.reduce(0) { $0 + $1.online }, isSumOfProcedures: true)
    }
}
