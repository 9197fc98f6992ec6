internal import Basics

/// Finds what a header stands for: whole, by the last part of its path, or as one choice of a question.
///
/// A header may stand for several things: a cluster's number can be part of the key and the sampling unit.
struct HeaderMatcher {
    /// What one column can be.
    enum Role: Hashable, Sendable {
        case variable(Variable)
        /// One choice of a split question: position in the variable's code list.
        case flag(Variable, Int)
        /// Part of a key over several columns, by its place in the key.
        case keyPart(Variable, Int)
        /// One of several columns that are read together.
        case part(Variable)
        case grouping(Int)
        /// Must not be held: never read.
        case forbidden
    }

    /// How well a header fits: lower is better.
    enum Fit: Int, Comparable, Sendable {
        /// As the codebook writes it.
        case exact
        /// But for case, marks and blanks.
        case folded
        /// The last part of the header's path.
        case path
        /// What the form's program wrote by itself ("start", "_submission_time").
        case metadata

        static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
    }

    struct Match: Sendable {
        let role: Role
        let fit: Fit
        /// Position among the codebook's headers of the variable.
        let order: Int
    }

    private let codebook: Codebook
    private let exact, folded: [String: [Match]]

    init(codebook: Codebook) {
        self.codebook = codebook
        var exact: [String: [Match]] = [:]
        var folded: [String: [Match]] = [:]
        func add(_ role: Role, _ written: [String], _ fit: Fit = .folded) {
            for (order, header) in written.enumerated() {
                let first = fit == .folded ? Fit.exact : fit
                exact[header, default: []].append(Match(role: role, fit: first, order: order))
                let key = fold(header)
                if folded[key]?.contains(where: { $0.role == role && $0.fit == fit }) == true { continue }
                folded[key, default: []].append(Match(role: role, fit: fit, order: order))
            }
        }
        for variable in Variable.allCases {
            guard let rule = codebook.variables[variable] else { continue }
            switch rule.columns {
            case .header(let headers): add(.variable(variable), headers)
            case .key(let headers):
                for (place, header) in headers.enumerated() { add(.keyPart(variable, place), [header]) }
            case .row: break
            case .anyYes(let headers), .sum(let headers): add(.part(variable), headers)
            case .flags(let flags):
                for flag in flags { add(.flag(variable, flag.code), [flag.header]) }
            }
            add(.variable(variable), rule.metadata, .metadata)
        }
        for (place, grouping) in codebook.groupings.enumerated() { add(.grouping(place), grouping.headers) }
        self.exact = exact
        self.folded = folded
    }

    /// All that a header can stand for; the best fit of each role. Empty: nothing known.
    func matches(_ header: String) -> [Match] {
        let whole = fold(header)
        if codebook.forbiddenHeaders.contains(whole) {
            return [Match(role: .forbidden, fit: .exact, order: 0)]
        }
        let direct = (exact[header] ?? []) + (folded[whole] ?? [])
        if !direct.isEmpty { return Self.best(direct) }
        if let flag = choice(header) { return [flag] }
        return lastPart(header)
    }

    /// What a header stands for first; nil: nothing known.
    func role(of header: String) -> Role? { matches(header).first?.role }

    private static func best(_ matches: [Match]) -> [Match] {
        var kept: [Match] = []
        for match in matches.sorted(by: { ($0.fit, $0.order) < ($1.fit, $1.order) })
        where !kept.contains(where: { $0.role == match.role }) { kept.append(match) }
        return kept
    }

    private func lastPart(_ header: String) -> [Match] {
        for separator in ["/", ":", "-", "."] as [Character] {
            guard let place = header.lastIndex(of: separator) else { continue }
            let last = fold(String(header[header.index(after: place)...]))
            if last.isEmpty || last.allSatisfy(\.isNumber) { continue }
            if codebook.forbiddenHeaders.contains(last) {
                return [Match(role: .forbidden, fit: .path, order: 0)]
            }
            // "roof/synthetic" is a building material.
            if let found = folded[last]?.filter({ $0.role != .variable(.synthetic) }), !found.isEmpty {
                return Self.best(
                    found.map { Match(role: $0.role, fit: max($0.fit, .path), order: $0.order) })
            }
        }
        return []
    }

    private static let separators = Set<Character>("/.:_-[")

    /// `group/question/choice`, `question.choice`, `Question [choice]`: a column for one choice of a set.
    private func choice(_ header: String) -> Match? {
        for place in header.indices.reversed() where Self.separators.contains(header[place]) {
            let left = String(header[..<place])
            var right = header[header.index(after: place)...]
            if header[place] == "[" {
                guard let end = right.lastIndex(of: "]") else { continue }
                right = right[..<end]
            }
            let answer = fold(String(right))
            guard !answer.isEmpty, let set = coded(left) else { continue }
            // A column an answer of a question with one: no other signs part so, and a figure is another column's number.
            if set.isChoice, !"/[".contains(header[place]) || !right.contains(where: \.isLetter) { continue }
            if let code = codebook.variables[set]?.answers[answer] {
                return Match(role: .flag(set, code), fit: .path, order: 0)
            }
        }
        return nil
    }

    /// The coded question that a header, or the last part of its path, is.
    private func coded(_ header: String) -> Variable? {
        let found = (folded[fold(header)] ?? []) + lastPart(header)
        for match in found {
            if case .variable(let variable) = match.role, !variable.codes.isEmpty { return variable }
        }
        return nil
    }
}
