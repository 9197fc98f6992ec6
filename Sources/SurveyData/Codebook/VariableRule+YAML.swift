internal import Basics

extension VariableRule {
    init(
        _ variable: Variable, at place: YAMLPlace, lists: [String: YAMLPlace],
        missing shared: [String: MissingReason]
    ) throws {
        try place.allow([
            "required", "headers", "metadata", "key", "anyYes", "sum", "flags", "answers", "contains",
            "counts",
            "missing",
            "dontKnowMeans", "other",
            "units", "stripPrefixes", "range", "birthYears", "breaks", "referenceMonths",
        ])
        let codes = variable.codes
        var answers: [String: Int] = [:]
        if let given = place["answers"] {
            if let name = given.scalarText, lists[name] == nil {
                let known = lists.keys.sorted()
                let close = closest(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
                throw given.error(
                    found: "a list of answers \(shown(name))",
                    expected: "answers of its own (code: [texts])"
                        + (known.isEmpty
                            ? "" : ", or one of answers: \(known.joined(separator: ", "))\(close)"))
            }
            let list = given.scalarText.flatMap { lists[$0] } ?? given
            answers = try Self.answers(list, codes: codes)
        }
        if case .set = variable.kind, place["flags"] != nil { answers = [:] }
        let own = try Codebook.missingCells(place["missing"])
        let columns = try Self.columns(place, variable)
        self.init(
            variable: variable, isRequired: try place["required"]?.flag() ?? false,
            headers: try place["headers"]?.texts() ?? [], columns: columns,
            metadata: try place["metadata"]?.texts() ?? [], answers: answers,
            items: try place["contains"].map { try Self.items($0, of: variable) } ?? [],
            readsCounts: try place["counts"].map { try Self.counts($0, of: variable) } ?? false,
            missing: shared.merging(own) { $1 },
            dontKnowMeans: try place["dontKnowMeans"].map { try Self.position($0, in: codes) },
            otherPrefixes: try place["other"]?.texts().map(fold) ?? [],
            units: try place["units"]?.texts().map(fold) ?? [],
            prefixes: try place["stripPrefixes"]?.texts().map(fold).sorted { ($1.count, $0) < ($0.count, $1) }
                ?? [],
            range: try place["range"].map(Self.range),
            readsBirthYears: try place["birthYears"]?.flag() ?? false,
            breaks: try Self.months(place["breaks"]),
            referenceMonths: try place["referenceMonths"].map { try Self.referenceMonths($0, of: variable) })
    }

    private static func referenceMonths(_ place: YAMLPlace, of variable: Variable) throws -> Int {
        guard variable.isQuestion else {
            throw place.error(expected: "no reference period: \(variable.name) is not asked of a household")
        }
        guard let text = place.scalarText, let months = Int(text), (1...12).contains(months) else {
            throw place.error(expected: "a whole number of months from 1 to 12")
        }
        return months
    }

    private static func months(_ place: YAMLPlace?) throws -> [String] {
        guard let place else { return [] }
        let months = try place.texts()
        for month in months where !isMonth(month) {
            throw place.error(
                found: shown(month), expected: "months from \"2000-01\" to \"2099-12\", in quotes")
        }
        return Set(months).sorted()
    }

    /// "2025-11".
    private static func isMonth(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
            (bytes[..<4] + bytes[5...]).allSatisfy(digits.contains), let year = Int(text.prefix(4)),
            let month = Int(text.suffix(2))
        else { return false }
        return (2000...2099).contains(year) && (1...12).contains(month)
    }

    private static func answers(_ place: YAMLPlace, codes: [String]) throws -> [String: Int] {
        var answers: [String: Int] = [:]
        for (code, list) in try place.pairs() {
            guard let position = codes.firstIndex(of: code) else {
                throw list.error(
                    found: "the answer code \(shown(code))",
                    expected: codes.isEmpty
                        ? "no answers: this variable is not coded"
                        : "one of " + codes.joined(separator: ", "))
            }
            for text in try list.texts() + [code] {
                if let other = answers[fold(text)], other != position {
                    throw list.error(
                        found: "the answer \(shown(text)), which also means \(codes[other])",
                        expected: "each answer under one code (folded: \(fold(text)))")
                }
                answers[fold(text)] = position
            }
        }
        return answers
    }

    private static func items(_ place: YAMLPlace, of variable: Variable) throws -> Set<String> {
        guard variable.codes == ["yes", "no"] else {
            throw place.error(expected: "no contains: \(variable.name) is no question of yes or no")
        }
        return Set(try place.texts().map(fold))
    }

    private static func counts(_ place: YAMLPlace, of variable: Variable) throws -> Bool {
        guard variable.codes == ["yes", "no"] else {
            throw place.error(expected: "no counts: \(variable.name) is no question of yes or no")
        }
        return try place.flag()
    }

    private static func columns(_ place: YAMLPlace, _ variable: Variable) throws -> ColumnSource {
        let codes = variable.codes
        let all = ["headers", "key", "anyYes", "sum", "flags"]
        let ways = all.filter { place[$0] != nil }
        guard ways.count == 1, let way = ways.first else {
            throw place.error(
                expected: "exactly one of " + all.map { "\($0):" }.joined(separator: ", "))
        }
        for (way, isAllowed, wanted) in [
            ("anyYes", codes == ["yes", "no"], "question of yes or no"),
            ("sum", variable.kind == .count, "count"),
        ] where place[way] != nil && !isAllowed {
            throw place.error(expected: "no \(way): \(variable.name) is no \(wanted)")
        }
        switch way {
        case "key":
            let key = try place["key"]?.texts() ?? []
            return key == ["row"] && place["key"]?.scalarText != nil ? .row : .key(key)
        case "anyYes": return .anyYes(try place["anyYes"]?.texts() ?? [])
        case "sum": return .sum(try place["sum"]?.texts() ?? [])
        case "flags":
            var flags: [ColumnSource.Flag] = []
            var owners: [String: Int] = [:]
            for (code, header) in try place["flags"]?.pairs() ?? [] {
                guard let position = codes.firstIndex(of: code) else {
                    throw header.error(
                        found: "the code \(shown(code))",
                        expected: "a code of " + codes.joined(separator: ", "))
                }
                for text in try header.texts() {
                    if let other = owners.updateValue(position, forKey: fold(text)), other != position {
                        throw header.error(
                            found: "the header \(shown(text)), which is also that of \(codes[other])",
                            expected: "each header under one code")
                    }
                    flags.append(.init(header: text, code: position))
                }
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
        let texts = try place.texts()
        let bounds = texts.compactMap(Double.init).filter { abs($0) <= 1e12 }
        guard texts.count == 2, bounds.count == 2, bounds[0] <= bounds[1] else {
            throw place.error(
                found: "[\(texts.prefix(3).map(shown).joined(separator: ", "))]",
                expected: "two numbers: [lowest, highest]")
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
