internal import Basics

extension Codebook {
    /// The codebook that a YAML text describes.
    ///
    /// - Throws: `Diagnostic` at the first thing that cannot be: an unknown key or variable, an answer that
    ///   means two things, a header that belongs to two variables.
    package init(yaml text: String, file: String) throws {
        let root = try YAMLPlace(text: text, file: file, code: .badCodebook)
        try root.allow([
            "codebook", "title", "sampling", "answers", "missing", "variables", "groupings", "forbidden",
            "totalsRows", "dateOrder", "timeZone",
        ])
        guard let named = root["codebook"] else {
            throw root.error(expected: "a key codebook: with its name")
        }
        let lists = try Self.answerLists(root["answers"])
        let missing = try Self.missingCells(root["missing"])
        guard let variables = root["variables"] else { throw root.error(expected: "a key variables:") }
        var rules: [Variable: VariableRule] = [:]
        for (name, place) in try variables.pairs() {
            guard let variable = Variable(name: name) else {
                let close = closest(to: name, among: Variable.allCases.map(\.name))
                throw place.error(
                    found: "the variable \(shown(name))",
                    expected: "a canonical variable" + (close.map { "; did you mean \($0)?" } ?? ""))
            }
            rules[variable] = try VariableRule(variable, at: place, lists: lists, missing: missing)
        }
        try Self.refuseSharedHeaders(rules, at: variables)
        // Whatever the questionnaire, made-up rows are known as such.
        if rules[.synthetic] == nil, file != Self.builtInName {
            rules[.synthetic] = try Self.builtInRule(.synthetic)
        }
        self.init(
            name: try named.text(), title: try Self.labels(root["title"]),
            sampling: try root["sampling"].map { try Self.code($0, Sampling.self) } ?? .volunteer,
            variables: rules,
            groupings: try Self.groupings(root["groupings"]),
            forbiddenHeaders: Set(try root["forbidden"]?.texts().map(fold) ?? []),
            totalsRows: TotalsRows(try root["totalsRows"]?.texts() ?? []),
            dateOrder: try root["dateOrder"].map { try Self.code($0, DateOrder.self) },
            zone: try root["timeZone"].map(Self.zone) ?? 7 * 60)
    }

    /// None where nothing, or nothing but comments, stands below the key.
    private static func groupings(_ place: YAMLPlace?) throws -> [Grouping] {
        guard let place, place.scalarText != "" else { return [] }
        return try place.pairs().map { try Grouping(name: $0.key, at: $0.value) }
    }

    static func labels(_ place: YAMLPlace?) throws -> [Language: String] {
        var labels: [Language: String] = [:]
        for (key, value) in try place?.pairs() ?? [] {
            guard let language = Language(rawValue: key) else { throw value.error(expected: "vi: or en:") }
            labels[language] = try value.text()
        }
        return labels
    }

    private static func code<Code: RawRepresentable<String>>(_ place: YAMLPlace, _ type: Code.Type) throws
        -> Code
    {
        guard let code = Code(rawValue: try place.text()) else {
            let known = type == Sampling.self ? Sampling.allCases.map(\.rawValue) : ["dmy", "mdy"]
            throw place.error(expected: "one of " + known.joined(separator: ", "))
        }
        return code
    }

    /// "+07:00" in minutes.
    private static func zone(_ place: YAMLPlace) throws -> Int {
        guard let found = try place.text().wholeMatch(of: /([+-])(\d{2}):(\d{2})/), let hours = Int(found.2),
            let minutes = Int(found.3), hours <= 14, minutes < 60
        else { throw place.error(expected: "an offset from UTC in quotes, as \"+07:00\"") }
        return (found.1 == "-" ? -1 : 1) * (hours * 60 + minutes)
    }

    private static func answerLists(_ place: YAMLPlace?) throws -> [String: YAMLPlace] {
        Dictionary(try place?.pairs() ?? [], uniquingKeysWith: { first, _ in first })
    }

    static func missingCells(_ place: YAMLPlace?) throws -> [String: MissingReason] {
        var cells: [String: MissingReason] = [:]
        for (key, value) in try place?.pairs() ?? [] {
            guard let reason = MissingReason(rawValue: key) else {
                throw value.error(
                    expected: "a reason: " + MissingReason.allCases.map(\.rawValue).joined(separator: ", "))
            }
            for cell in try value.texts() {
                if let other = cells.updateValue(reason, forKey: fold(cell)), other != reason {
                    throw value.error(
                        found: "the cell \(shown(cell)), which is also \(other.rawValue)",
                        expected: "each cell under one reason")
                }
            }
        }
        return cells
    }

    private static func refuseSharedHeaders(_ rules: [Variable: VariableRule], at place: YAMLPlace) throws {
        var owners: [String: Variable] = [:]
        for variable in Variable.allCases {
            // Several questions may be read from one list.
            guard let rule = rules[variable], rule.items.isEmpty, case .header(let headers) = rule.columns
            else { continue }
            for header in Set(headers.map(fold)).sorted() {
                if let owner = owners[header], variable.isQuestion, owner.isQuestion {
                    let found = "a header that variables.\(owner.name) also has (folded: \(header))"
                    let headers = place[variable.name]?["headers"] ?? place
                    throw headers.error(found: found, expected: "each header under one variable")
                }
                owners[header] = variable
            }
        }
    }
}

extension Grouping {
    init(name: String, at place: YAMLPlace) throws {
        try place.allow(["headers", "title", "labels"])
        guard let headers = place["headers"] else { throw place.error(expected: "a key headers:") }
        var labels: [String: String] = [:]
        for (code, label) in try place["labels"]?.pairs() ?? [] { labels[code] = try label.text() }
        self.init(
            name: name, title: try Codebook.labels(place["title"]), headers: try headers.texts(),
            labels: labels)
    }
}
