internal import Basics

/// What is to be said of files as a whole.
extension IssueList {
    mutating func addColumns(_ file: FileAnswers) {
        let map = file.columns
        var notes:
            [(code: DataIssue.Code, column: String?, found: String?, expected: String, action: String)] = []
        func note(_ code: DataIssue.Code, _ column: String?, found: String?, expected: String, action: String)
        {
            notes.append((code, column, found, expected, action))
        }
        for column in map.forbidden {
            note(
                .forbiddenColumn, map.headers[column], found: "a column that must not be held",
                expected: "no such column",
                action: "Dropped unread. Remove it from the form and delete it from the file.")
        }
        for column in map.unknown where !map.headers[column].isEmpty {
            note(
                .unknownColumn, map.headers[column], found: nil, expected: "a column of the codebook",
                action: "Ignored.")
        }
        for (column, variable, isCompared) in map.passedOver {
            let used = map.header(of: variable) ?? variable.name
            note(
                .passedOverColumn, map.headers[column], found: "another column for \(variable.name)",
                expected: "one column for each variable",
                action: "\(variable.name) is read from \"\(used)\"; this one is "
                    + (isCompared ? "compared with it." : "ignored."))
        }
        if map.source(.householdID) == .row {
            note(
                .noKey, nil, found: "rows without a key", expected: "an id for each household",
                action: "Each row counts as a household: the same one asked twice cannot be seen.")
        }
        noteAbsentColumns(map, note)
        for each in notes {
            addNote(
                each.code, file.file, each.column, found: each.found, expected: each.expected,
                action: each.action)
        }
    }

    /// Headers of the codebook that no column has: of a codebook made for the file, all; of the ward's own, where a
    /// column looks like one.
    private func noteAbsentColumns(
        _ map: ColumnMap,
        _ note: (DataIssue.Code, String?, String?, String, String) -> Void
    ) {
        let codebook = reading.codebook
        let open = map.unknown.map { map.headers[$0] }.filter { !$0.isEmpty }
        for variable in Variable.allCases where variable != .synthetic {
            guard let rule = codebook.variables[variable] else { continue }
            // A question whose choices have columns of their own is read from these.
            if case .split = map.source(variable), case .header = rule.columns { continue }
            for headers in rule.columns.alternatives(rule) where !map.has(any: headers) {
                let near = headers.lazy.compactMap { closest(to: $0, among: open) }.first
                if codebook.isBuiltIn, near == nil { continue }
                note(
                    .absentColumn, headers.first ?? variable.name,
                    "no such column, which \(variable.name) is read from",
                    "a column with a header of the codebook",
                    near.map { "The column \"\($0)\" looks close: correct the codebook or the file." }
                        ?? "Its question counts as not asked; correct the header in the codebook.")
            }
        }
    }

    /// A question that one file has and another lacks: renamed, dropped or new. It is named, never merged.
    mutating func addVersionBreaks() {
        let own = files.map { reading.files[$0] }
        for variable in Variable.allCases where variable != .synthetic {
            guard let with = own.first(where: { $0.columns.variables.contains(variable) }) else { continue }
            for without in own where !without.columns.variables.contains(variable) {
                let map = without.columns
                let known = Set(with.columns.headers.map { fold($0) })
                let new = map.unknown.map { map.headers[$0] }.filter {
                    !$0.isEmpty && !known.contains(fold($0))
                }
                let hint = new.map { "\"\($0)\"" }.prefix(3).joined(separator: ", ")
                addNote(
                    .versionBreak, without.file, variable.name,
                    found: "no column for \(variable.name), which \(with.file) has",
                    expected: "the same questions in all files",
                    action: hint.isEmpty
                        ? "Its households count as not asked."
                        : "Its households count as not asked. If \(hint) is the question, add the header to a codebook."
                )
            }
        }
    }

    /// Groups of which more households were asked than live there.
    mutating func addGroups(_ rows: [UInt32]) {
        guard registry.isGiven else { return }
        var byPlace = Array(repeating: 0, count: places.places.count)
        for row in rows { byPlace[places.codes[Int(row)]] += 1 }
        var counts: [GroupID: Int] = [:]
        for (place, count) in zip(places.places, byPlace) {
            if let group = place.group { counts[group, default: 0] += count }
        }
        for group in registry.groups {
            guard let count = counts[group.id], count > group.households else { continue }
            addNote(
                .sampleOverRegistry, fileNames.first ?? "", nil,
                found: "\(count) households asked in group \(group.id.text)",
                expected: "at most its \(group.households) households of the groups file",
                action: "Correct the groups file; until then the group counts as fully asked.")
        }
    }
}

extension ColumnSource {
    /// Headers of which a file should have one, for each column that the variable is read from.
    func alternatives(_ rule: VariableRule) -> [[String]] {
        switch self {
        case .header(let headers): [headers + rule.metadata]
        case .key(let headers), .anyYes(let headers), .sum(let headers): headers.map { [$0] }
        case .flags(let flags): flags.map { [$0.header] }
        case .row: []
        }
    }
}
