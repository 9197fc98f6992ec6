extension OfficialCounts {
    /// The counts in a file.
    ///
    /// Columns: `month, procedure, dossiers, online`, or their Vietnamese names; `procedure` may be missing, and blank
    /// (or "Tất cả") means all.
    ///
    /// - Throws: `SurveyError` for a missing column, a bad month or count, more online than in all, a month and
    ///   procedure that stand twice, or no rows.
    package init(table: WardTable) throws {
        let month = try table.column("month", or: ["Tháng", "Kỳ"])
        let procedure = try table.optionalColumn("procedure", or: ["Thủ tục", "Tên thủ tục", "Lĩnh vực"])
        let dossiers = try table.column(
            "dossiers", or: ["Số hồ sơ", "Tổng số hồ sơ", "Hồ sơ tiếp nhận", "Số hồ sơ tiếp nhận"])
        let online = try table.column(
            "online",
            or: ["Trực tuyến", "Hồ sơ trực tuyến", "Số hồ sơ trực tuyến", "Số hồ sơ nộp trực tuyến"])
        var seen: Set<[String]> = []
        var rows: [Row] = []
        for row in table.rows {
            guard let written = Self.month(table.text(row, month)) else {
                throw table.bad(
                    row, month, found: "\"\(table.text(row, month))\"",
                    expected: "a month, as 2025-10 (a spreadsheet must hold the column as text)")
            }
            let name = table.text(row, procedure)
            let all = ["", "tatca", "tong", "tongcong", "all", "total"].contains(fold(name))
            guard seen.insert([written, all ? "" : fold(name)]).inserted else {
                throw table.bad(
                    row, procedure ?? month, found: "a second row for this month and procedure",
                    expected: "one row for each month and procedure")
            }
            let counts = (try table.count(row, dossiers), try table.count(row, online))
            guard counts.1 <= counts.0 else {
                throw table.bad(
                    row, online, found: "\(counts.1), more than the \(counts.0) dossiers in all",
                    expected: "at most the number of dossiers")
            }
            rows.append(
                Row(month: written, procedure: all ? nil : name, dossiers: counts.0, online: counts.1))
        }
        guard !rows.isEmpty else {
            throw SurveyError(
                .badTable, file: table.file, line: table.headerLine, found: "no counts",
                expected: "a row for each month", action: "Check that this is the file of official counts.")
        }
        self.init(rows: rows, isSynthetic: table.isSynthetic)
    }

    /// "2025-10" of "2025-10" or "10/2025"; nil of anything else.
    private static func month(_ text: String) -> String? {
        let isSlashed = text.contains("/")
        let parts = text.split(separator: isSlashed ? "/" : "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let (year, month) = isSlashed ? (parts[1], parts[0]) : (parts[0], parts[1])
        guard year.count == 4, (1...2).contains(month.count),
            (year + month).allSatisfy({ $0.isASCII && $0.isNumber }), let year = Int(year),
            let month = Int(month)
        else { return nil }
        return SurveyDate(year: year, month: month, day: 1)?.monthText
    }
}

extension WardTable {
    /// Where a column stands that may have one of several names.
    ///
    /// - Throws: `SurveyError` `.ambiguousColumn` where two columns are it.
    fileprivate func optionalColumn(_ name: String, or aliases: [String]) throws -> Int? {
        let names = Set(([name] + aliases).map(fold))
        let found = headers.indices.filter { names.contains(fold(headers[$0])) }
        guard found.count < 2 else {
            throw SurveyError(
                .ambiguousColumn, file: file, line: headerLine, column: headers[found[1]],
                found: "two columns for \(name)", expected: "one", action: "Take one of them out.")
        }
        return found.first
    }

    /// - Throws: `SurveyError` `.missingColumn` or `.ambiguousColumn`.
    fileprivate func column(_ name: String, or aliases: [String]) throws -> Int {
        try optionalColumn(name, or: aliases) ?? column(name)
    }
}
