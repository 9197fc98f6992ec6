/// What is to be said of files as a whole.
extension SurveyAssembly {
    mutating func noteLargeSamples(_ households: [Household], registry: Registry) {
        guard registry.isGiven else { return }
        let counts = Dictionary(grouping: households.compactMap(\.group), by: { $0 }).mapValues(\.count)
        for group in registry.groups {
            guard let count = counts[group.id], count > group.households else { continue }
            issues.append(
                DataIssue(
                    code: .sampleOverRegistry, file: files.first ?? "", line: nil, record: nil, column: nil,
                    found: "\(count) households asked in group \(group.id.text)",
                    expected: "at most its \(group.households) households of the groups file",
                    action: "Correct the groups file; until then the group counts as fully asked."))
        }
    }

    mutating func noteColumns() {
        for (file, map) in zip(files, columns) {
            for (role, header) in zip(map.roles, map.headers) where !header.isEmpty {
                switch role {
                case .forbidden:
                    issues.append(
                        DataIssue(
                            code: .forbiddenColumn, file: file, line: nil, record: nil, column: header,
                            found: "a column that must not be held", expected: "no such column",
                            action: "Dropped unread. Remove it from the form and delete it from the file."))
                case .unknown:
                    issues.append(
                        DataIssue(
                            code: .unknownColumn, file: file, line: nil, record: nil, column: header,
                            found: nil, expected: "a column of the codebook", action: "Ignored."))
                default: break
                }
            }
        }
    }

    /// A question that one file has and another lacks: renamed, dropped or new. It is named, never merged.
    mutating func noteVersionBreaks() {
        for variable in Variable.allCases {
            guard let with = columns.firstIndex(where: { $0.variables.contains(variable) }) else { continue }
            for (without, map) in columns.enumerated() where !map.variables.contains(variable) {
                let known = Set(columns[with].headers.map { fold($0) })
                let new = zip(map.roles, map.headers).filter {
                    $0.0 == .unknown && !$0.1.isEmpty && !known.contains(fold($0.1))
                }
                let hint = new.map { "\"\($0.1)\"" }.prefix(3).joined(separator: ", ")
                issues.append(
                    DataIssue(
                        code: .versionBreak, file: files[without], line: nil, record: nil,
                        column: variable.name,
                        found: "no column for \(variable.name), which \(files[with]) has",
                        expected: "the same questions in all files",
                        action: hint.isEmpty
                            ? "Its households count as not asked."
                            : "Its households count as not asked. If \(hint) is the question, add the header to a codebook."
                    ))
            }
        }
    }
}
