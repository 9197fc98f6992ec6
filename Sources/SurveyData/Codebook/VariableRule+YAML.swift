extension VariableRule {
    init(
        _ variable: Variable, at place: YAMLPlace, lists: [String: YAMLPlace],
        missing shared: [String: MissingReason]
    ) throws {
        try place.allow([
            "required", "headers", "metadata", "key", "anyYes", "flags", "answers", "missing",
            "dontKnowMeans", "other",
            "units", "stripPrefixes", "range", "birthYears", "breaks",
        ])
        let codes = variable.codes
        var answers: [String: Int] = [:]
        if let given = place["answers"] {
            let list = given.scalarText.flatMap { lists[$0] } ?? given
            answers = try Self.answers(list, codes: codes)
        }
        if case .set = variable.kind, place["flags"] != nil { answers = [:] }
        let own = try Codebook.missingCells(place["missing"])
        let columns = try Self.columns(place, codes: codes)
        self.init(
            variable: variable, isRequired: try place["required"]?.flag() ?? false,
            headers: try place["headers"]?.texts() ?? [], columns: columns,
            metadata: try place["metadata"]?.texts() ?? [], answers: answers,
            missing: shared.merging(own) { $1 },
            dontKnowMeans: try place["dontKnowMeans"].map { try Self.position($0, in: codes) },
            otherPrefixes: try place["other"]?.texts().map(fold) ?? [],
            units: try place["units"]?.texts().map(fold) ?? [],
            prefixes: try place["stripPrefixes"]?.texts().map(fold).sorted { ($1.count, $0) < ($0.count, $1) }
                ?? [],
            range: try place["range"].map(Self.range),
            readsBirthYears: try place["birthYears"]?.flag() ?? false,
            breaks: try Self.months(place["breaks"]))
    }

    private static func months(_ place: YAMLPlace?) throws -> [String] {
        let months = try place?.texts() ?? []
        for month in months where month.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])/) == nil {
            throw place?.error(expected: "months as \"2025-11\", in quotes")
                ?? CodebookError(file: "", place: "", found: month, expected: "a month")
        }
        return months.sorted()
    }

    private static func answers(_ place: YAMLPlace, codes: [String]) throws -> [String: Int] {
        var answers: [String: Int] = [:]
        for (code, list) in try place.pairs() {
            guard let position = codes.firstIndex(of: code) else {
                throw CodebookError(
                    file: place.file, place: list.path, found: "the answer code \"\(code)\"",
                    expected: codes.isEmpty
                        ? "no answers: this variable is not coded"
                        : "one of " + codes.joined(separator: ", "))
            }
            for text in try list.texts() + [code] {
                if let other = answers[fold(text)], other != position {
                    throw CodebookError(
                        file: place.file, place: list.path,
                        found: "an answer that also means \(codes[other])",
                        expected: "each answer under one code (folded: \(fold(text)))")
                }
                answers[fold(text)] = position
            }
        }
        return answers
    }

    private static func columns(_ place: YAMLPlace, codes: [String]) throws -> ColumnSource {
        let ways = ["headers", "key", "anyYes", "flags"].filter { place[$0] != nil }
        guard ways.count == 1, let way = ways.first else {
            throw place.error(expected: "exactly one of headers:, key:, anyYes:, flags:")
        }
        switch way {
        case "key":
            let key = try place["key"]?.texts() ?? []
            return key == ["row"] && place["key"]?.scalarText != nil ? .row : .key(key)
        case "anyYes": return .anyYes(try place["anyYes"]?.texts() ?? [])
        case "flags":
            var flags: [ColumnSource.Flag] = []
            for (code, header) in try place["flags"]?.pairs() ?? [] {
                guard let position = codes.firstIndex(of: code) else {
                    throw header.error(expected: "a code of " + codes.joined(separator: ", "))
                }
                flags += try header.texts().map { .init(header: $0, code: position) }
            }
            return .flags(flags)
        default: return .header(try place["headers"]?.texts() ?? [])
        }
    }

    private static func position(_ place: YAMLPlace, in codes: [String]) throws -> Int {
        guard let position = codes.firstIndex(of: try place.text()) else {
            throw place.error(expected: "one of " + codes.joined(separator: ", "))
        }
        return position
    }

    private static func range(_ place: YAMLPlace) throws -> ClosedRange<Double> {
        let bounds = try place.texts().compactMap(Double.init)
        guard bounds.count == 2, bounds[0] <= bounds[1] else {
            throw place.error(expected: "[lowest, highest]")
        }
        return bounds[0]...bounds[1]
    }
}

extension Variable {
    /// The code list of a coded variable; empty for the others.
    var codes: [String] {
        switch kind {
        case .choice(let codes), .set(let codes): codes
        default: []
        }
    }
}
