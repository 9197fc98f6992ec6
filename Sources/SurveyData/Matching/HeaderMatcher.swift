/// Finds what a header stands for: whole, by the last part of its path, or as one choice of a question.
struct HeaderMatcher {
    private let byHeader: [String: ColumnMap.Role]
    private let codebook: Codebook

    init(codebook: Codebook) {
        var roles: [String: ColumnMap.Role] = [:]
        for (variable, rule) in codebook.variables {
            switch rule.columns {
            case .header(let headers): for header in headers { roles[header] = .variable(variable) }
            case .key(let headers):
                for (place, header) in headers.enumerated() { roles[header] = .keyPart(variable, place) }
            case .anyYes(let headers): for header in headers { roles[header] = .anyYes(variable) }
            case .flags(let flags): for (header, code) in flags { roles[header] = .flag(variable, code) }
            }
        }
        for (place, grouping) in codebook.groupings.enumerated() {
            for header in grouping.headers where roles[header] == nil { roles[header] = .grouping(place) }
        }
        byHeader = roles
        self.codebook = codebook
    }

    func role(of header: String) -> ColumnMap.Role {
        let folded = fold(header)
        if codebook.forbiddenHeaders.contains(folded) { return .forbidden }
        if let role = byHeader[folded] { return role }
        let slashed = header.split(separator: "/").map(String.init)
        if let flag = choice(in: slashed) { return flag }
        for separator in ["/", "-"] as [Character] {
            guard let last = header.split(separator: separator).last, last.count < header.count else {
                continue
            }
            if codebook.forbiddenHeaders.contains(fold(String(last))) { return .forbidden }
            if let role = byHeader[fold(String(last))] { return role }
        }
        return .unknown
    }

    /// `group/question/choice`: a column of zeros and ones for one choice of a set.
    private func choice(in path: [String]) -> ColumnMap.Role? {
        guard path.count >= 2, case .variable(let variable)? = byHeader[fold(path[path.count - 2])],
            case .set = variable.kind, let rule = codebook.variables[variable],
            let code = rule.answers[fold(path[path.count - 1])]
        else { return nil }
        return .flag(variable, code)
    }
}
