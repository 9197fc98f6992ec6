package import Basics
package import CSVReader

/// How a codebook fits a file: which of its headers no column has, and which columns nothing is read from.
package struct CodebookFit {
    /// A header of the codebook that no column has.
    package struct AbsentHeader: Equatable {
        /// What is read from it: a variable's or a grouping's name.
        package let reader: String
        package let header: String
        /// A column of the file that may be meant.
        package let nearest: String?
    }

    package let absent: [AbsentHeader]
    /// Headers of columns that nothing is read from.
    package let unused: [String]
    /// Why no household can be read, or nothing be said of one; nil where the codebook can be used.
    package let fault: Diagnostic?

    /// - Throws: `Diagnostic` where the file cannot be read.
    package init(_ codebook: Codebook, path: String, options: CSVOptions = CSVOptions()) throws {
        let file = try CSVFile(path: path, options: options)
        let heading = HeaderSearch.known(in: file.head, codebook: codebook)
        let headers = heading?.names.map { composed(trimmed($0)) } ?? []
        let line = heading.map { file.headLines[$0.record] } ?? 1
        self.init(
            codebook, headers: headers,
            place: HeaderPlace(
                file: file.name, line: line, sheet: file.sheetName, otherSheets: file.otherSheetsAction,
                headers: headers))
    }

    init(_ codebook: Codebook, headers: [String], place: HeaderPlace) {
        let matcher = HeaderMatcher(codebook: codebook)
        let named = headers.filter { !$0.isEmpty }
        let open = named.filter { matcher.matches($0).isEmpty }
        unused = open
        var absent: [AbsentHeader] = []
        func look(_ reader: String, _ alternatives: [String]) {
            guard let first = alternatives.first, !ColumnMap.has(any: alternatives, in: named) else { return }
            let near = alternatives.lazy.compactMap { closest(to: $0, among: open) }.first
            if codebook.isBuiltIn, near == nil { return }
            absent.append(AbsentHeader(reader: reader, header: first, nearest: near))
        }
        for variable in Variable.allCases where variable != .synthetic {
            guard let rule = codebook.variables[variable] else { continue }
            for headers in rule.columns.alternatives(rule) {
                // A question whose choices have columns of their own needs none itself.
                let isSplit = named.contains { header in
                    matcher.matches(header).contains {
                        if case .flag(variable, _) = $0.role { true } else { false }
                    }
                }
                if case .header = rule.columns, isSplit { continue }
                look(variable.name, headers)
            }
        }
        for grouping in codebook.groupings { look(grouping.name, grouping.headers) }
        self.absent = absent
        fault = Self.fault(codebook, headers, place)
    }

    private static func fault(_ codebook: Codebook, _ headers: [String], _ place: HeaderPlace) -> Diagnostic?
    {
        do {
            let map = try ColumnMap(headers: headers, codebook: codebook, file: place.file, line: place.line)
            let asks = { (variable: Variable) in variable.isQuestion && variable != .synthetic }
            let isEmpty = !map.variables.contains(where: asks) && map.groupings.allSatisfy { $0 == nil }
            guard isEmpty, codebook.variables.keys.contains(where: asks) else { return nil }
            return Diagnostic(
                .missingColumn, file: place.file, line: place.line, header: nil,
                found: "no column of any question of the codebook",
                expected: "the headers that the codebook names",
                action: "Correct the headers in the codebook." + (place.otherSheets.map { " \($0)" } ?? ""))
        } catch {
            return error as? Diagnostic
        }
    }
}
