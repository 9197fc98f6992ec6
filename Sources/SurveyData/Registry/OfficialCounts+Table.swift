internal import Basics

extension OfficialCounts {
    /// The counts in a file.
    ///
    /// Columns: `month, procedure, dossiers, online`, or their Vietnamese names; `procedure` may be missing, and blank
    /// (or "Tất cả") means all.
    ///
    /// - Throws: `Diagnostic` for a missing column, a bad month or count, more online than in all, a month and
    ///   procedure that stand twice, or no rows.
    package init(table: WardTable) throws {
        let month = try table.column("month", or: ["Tháng", "Kỳ"])
        let procedure = try table.optionalColumn("procedure", or: ["Thủ tục", "Tên thủ tục", "Lĩnh vực"])
        let dossiers = try table.numbers(
            "dossiers", or: ["Số hồ sơ", "Tổng số hồ sơ", "Hồ sơ tiếp nhận", "Số hồ sơ tiếp nhận"], .dossiers)
        let onlineNames = [
            "Trực tuyến", "Hồ sơ trực tuyến", "Số hồ sơ trực tuyến", "Số hồ sơ nộp trực tuyến",
        ]
        let online = try table.numbers("online", or: onlineNames, .dossiers)
        let onlineColumn = try table.column("online", or: onlineNames)
        var seen: Set<[String]> = []
        var rows: [Row] = []
        for row in table.rows {
            guard let written = Self.month(table.text(row, month)) else {
                throw table.bad(
                    row, month, found: shown(table.text(row, month)),
                    expected:
                        "a month, as 2025-10, from 2000 to 2099 (a spreadsheet must hold the column as text)")
            }
            let name = table.text(row, procedure)
            let all = ["", "tatca", "tong", "tongcong", "all", "total"].contains(fold(name))
            guard seen.insert([written, all ? "" : fold(name)]).inserted else {
                throw table.bad(
                    row, procedure ?? month, found: "a second row for this month and procedure",
                    expected: "one row for each month and procedure")
            }
            let counts = (try dossiers.count(row), try online.count(row))
            guard counts.1 <= counts.0 else {
                throw table.bad(
                    row, onlineColumn, found: "\(counts.1), more than the \(counts.0) dossiers in all",
                    expected: "at most the number of dossiers")
            }
            rows.append(
                Row(month: written, procedure: all ? nil : name, dossiers: counts.0, online: counts.1))
        }
        guard !rows.isEmpty else {
            throw Diagnostic(
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
            let month = Int(month), (2000...2099).contains(year)
        else { return nil }
        return SurveyDate(year: year, month: month, day: 1)?.monthText
    }
}
