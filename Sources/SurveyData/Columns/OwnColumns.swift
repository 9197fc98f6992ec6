/// The columns of a file that are one variable's.
struct OwnColumns {
    /// nil: the file does not ask it.
    private(set) var source: VariableSource?
    private(set) var passedOver: [(column: Int, isCompared: Bool)] = []

    private struct Candidate {
        let column: Int
        let match: HeaderMatcher.Match
    }

    /// - Throws: `Diagnostic` `.ambiguousColumn`, `.missingColumn` (a part of a key).
    init(
        _ variable: Variable, rule: VariableRule, matches: [[HeaderMatcher.Match]], place: HeaderPlace
    ) throws {
        var whole: [Candidate] = []
        var choices: [VariableSource.Choice] = []
        var parts: [Int] = []
        var key: [Int: Int] = [:]
        for (column, found) in matches.enumerated() {
            for match in found {
                switch match.role {
                case .variable(variable): whole.append(Candidate(column: column, match: match))
                case .flag(variable, let code): choices.append(.init(column: column, code: code))
                case .part(variable): parts.append(column)
                case .keyPart(variable, let part): key[part] = key[part] ?? column
                default: break
                }
            }
        }
        let best = try first(of: whole, variable, place)
        if case .row = rule.columns {
            source = .row
        } else if case .key(let headers) = rule.columns {
            let columns = try headers.indices.map { part in
                guard let column = key[part] else {
                    throw place.missing(keyPart: headers[part], of: variable)
                }
                return column
            }
            source = .key(columns)
        } else if !choices.isEmpty, best == nil || !variable.isChoice && !isOnlyOther(choices, variable) {
            source = .split(choices, whole: best)
        } else if !parts.isEmpty {
            if case .sum = rule.columns { source = .sum(parts) } else { source = .anyYes(parts) }
        } else if let best {
            source = .column(best, others: passedOver.filter(\.isCompared).map(\.column))
        }
    }

    /// Whether the only choice with a column is "other": that column holds its text.
    private func isOnlyOther(_ choices: [VariableSource.Choice], _ variable: Variable) -> Bool {
        choices.allSatisfy { variable.codes[$0.code] == "other" }
    }

    /// The column that counts of several; the others are passed over.
    private mutating func first(
        of candidates: [Candidate], _ variable: Variable, _ place: HeaderPlace
    ) throws -> Int? {
        let sorted = candidates.sorted {
            ($0.match.fit, $0.match.order, $0.column) < ($1.match.fit, $1.match.order, $1.column)
        }
        guard let best = sorted.first else { return nil }
        if sorted.count > 1, best.match.fit != .metadata, sorted[1].match.fit == best.match.fit,
            sorted[1].match.order == best.match.order
        {
            throw place.ambiguous(variable, best.column, sorted[1].column)
        }
        passedOver = sorted.dropFirst().map {
            ($0.column, $0.match.fit != .metadata && [.coded, .number].contains(variable.storage))
        }
        return best.column
    }
}
