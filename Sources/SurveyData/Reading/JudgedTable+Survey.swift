internal import Basics

extension JudgedTable {
    /// The survey of some of the files.
    ///
    /// - Throws: `Diagnostic` `.severalMonths`.
    func survey(of files: [Int], _ choice: MonthChoice, listsIssues: Bool = true) throws -> Survey {
        var issues = IssueList(self, files: files, isWanted: listsIssues)
        var rows: [UInt32] = []
        rows.reserveCapacity(table.count)
        for file in files {
            for row in table.rows(ofFile: file) where fates[row] == .usable { rows.append(UInt32(row)) }
        }
        let usable = rows
        let others = files.flatMap { table.rows(ofFile: $0).filter { fates[$0] == .noInterview } }
            .map { UInt32($0) }
        let period = try period(choice, rows)
        if let period { rows = inPeriod(period, rows, &issues) }
        let isDropped = duplicates(rows, byMonth: choice == .all, &issues)
        rows.removeAll { isDropped[Int($0)] }
        let months = months(of: rows)
        let isMarked = try isMarked(usable, without: isDropped)
        if listsIssues { noteSimilarIDs(rows, &issues) }
        issues.addFiles()
        issues.addGroups(rows)
        var counts = ReadingCounts()
        for file in files { counts = counts + reading.files[file].counts }
        counts.add(
            rows: files.reduce(0) { $0 + table.rows(ofFile: $1).count }, accepted: rows.count,
            withoutInterview: others.count)
        return Survey(
            table: table, rows: rows, withoutInterview: period.map { inPeriod($0, others) } ?? others,
            issues: issues.sorted, counts: counts,
            repairs: files.reduce(into: issues.repairs) {
                $0.merge(reading.files[$1].notes.repairs) { $0 + $1 }
            },
            files: files.map { reading.files[$0].file }, month: period?.label, months: months,
            codebook: reading.codebook, sampling: reading.sampling, registry: registry,
            asked: files.reduce(into: []) { $0.formUnion(reading.files[$1].columns.variables) },
            isSynthetic: isMarked || registry.isSynthetic)
    }

    private func months(of rows: [UInt32]) -> [(month: String, households: Int)] {
        guard let dates = table.dates else { return [] }
        let counts = dates.codes.counts(of: rows, below: monthOfDate.count)
        var months: [String: Int] = [:]
        for (month, count) in zip(monthOfDate, counts) where count > 0 {
            if let month { months[month, default: 0] += count }
        }
        return months.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The period chosen; else the one month that the rows are of.
    private func period(_ choice: MonthChoice, _ rows: [UInt32]) throws(Diagnostic) -> Period? {
        if case .period(let period) = choice { return period }
        let found = months(of: rows)
        if found.count > 1 {
            if choice == .all { return nil }
            throw Diagnostic(
                .severalMonths, file: table.files.joined(separator: ", "),
                found:
                    "households of several months: "
                    + found.map { "\($0.month) (\($0.households))" }.joined(separator: ", "),
                expected: "one month",
                action: "Name the month with --month, or a period as 2025-08..2025-10.")
        }
        return found.first.flatMap { Period($0.month) }
    }

    private func inPeriod(_ period: Period, _ rows: [UInt32], _ issues: inout IssueList) -> [UInt32] {
        guard let dates = table.dates else { return rows }
        let isIn = monthOfDate.map { $0.map(period.contains) ?? true }
        if !isIn.contains(false) { return rows }
        return rows.filter { row in
            let code = dates.codes[Int(row)]
            if isIn[code] { return true }
            issues.addOtherMonth(Int(row), month: monthOfDate[code] ?? "", expected: period.label)
            return false
        }
    }

    /// Rows of a period, or without a date.
    private func inPeriod(_ period: Period, _ rows: [UInt32]) -> [UInt32] {
        guard let dates = table.dates else { return rows }
        return rows.filter { monthOfDate[dates.codes[Int($0)]].map(period.contains) ?? true }
    }

    /// Interviews beside the preferred one with the same id; of several months one in each is preferred.
    ///
    /// - Returns: whether each row of the table is left out.
    private func duplicates(_ rows: [UInt32], byMonth: Bool, _ issues: inout IssueList) -> [Bool] {
        var isDropped = Array(repeating: false, count: table.count)
        if reading.files.allSatisfy({ $0.columns.source(.householdID) == .row }) { return isDropped }
        let groups = RepeatedRows(of: table.ids).groups(rows, threads: reading.threads)
        if groups.isEmpty { return isDropped }
        for group in groups {
            let parts = byMonth ? Self.parts(group, by: month(of:)) : [group]
            for part in parts where part.count > 1 {
                guard let kept = table.preferred(part) else { continue }
                for row in part where row != kept {
                    isDropped[Int(row)] = true
                    issues.addDuplicate(Int(row), kept: Int(kept))
                }
            }
        }
        return isDropped
    }

    private func month(of row: UInt32) -> String {
        table.dates.flatMap { monthOfDate[$0.codes[Int(row)]] } ?? ""
    }

    private static func parts(_ rows: [UInt32], by key: (UInt32) -> String) -> [[UInt32]] {
        let parts = Dictionary(grouping: rows, by: key)
        return parts.keys.sorted().compactMap { parts[$0] }
    }

    /// Ids that differ in leading zeros only: they stay two, and a person should look.
    private func noteSimilarIDs(_ rows: [UInt32], _ issues: inout IssueList) {
        let groups = RepeatedRows(withoutLeadingZeros: table.ids).groups(rows, threads: reading.threads)
        for group in groups {
            for row in group.dropFirst() where table.ids[Int(row)] != table.ids[Int(group[0])] {
                issues.addSimilar(Int(row), other: Int(group[0]))
            }
        }
    }
}
