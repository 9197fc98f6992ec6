package import CSVReader

/// A survey file whose households are kept as codes: opened, its header found.
package struct CodedSurvey: ~Copyable {
    package let header: SurveyHeader
    private let codebook: Codebook
    private var file: CSVFile

    /// - Throws: `CSVReadError`, `SurveyError`.
    package init(_ file: consuming CSVFile, codebook: Codebook) throws {
        header = try SurveyHeader(file, codebook: codebook)
        file.useHeader(record: header.record)
        self.file = file
        self.codebook = codebook
    }

    /// How its bytes were read, where that is no plain UTF-8.
    package var decoding: String? { file.decoding.isPlain ? nil : file.decoding.name }

    /// Reads the file with so many threads, each into a tally of its own that takes a reader's tiles.
    ///
    /// - Parameter repeated: hashes of ids that several rows have.
    package consuming func readAll<Tally: Sendable>(
        threads: Int, chunkSize: Int, wanted: Set<Variable>, repeated: Set<UInt64>,
        into start: @escaping @Sendable (CodedReader) -> Tally,
        _ take: @escaping @Sendable (inout Tally, RecordBlock) -> Void
    ) throws -> [Tally] {
        let reader = CodedReader(header, wanted: wanted, codebook: codebook, repeated: repeated)
        return try file.readAll(threads: threads, chunkSize: chunkSize, into: { start(reader) }) {
            tally, block, _ in
            take(&tally, block)
        }
    }
}

/// Where and when a household was asked, as the file writes it.
package struct WrittenOrigin: Hashable, Sendable {
    package let formerWard, group: String?
    package let month: WrittenMonth

    package init(formerWard: String?, group: String?, month: WrittenMonth) {
        self.formerWard = formerWard
        self.group = group
        self.month = month
    }
}

/// What became of the households of one origin.
package enum OriginOutcome: Sendable {
    case accepted(group: GroupID?, formerWard: String?)
    case rejected
}

extension SurveyAssembly {
    /// Joins what several readers made of one file with the origins of the households that they kept as codes.
    ///
    /// - Parameter origins: how many households came of each.
    /// - Returns: the survey of the other households, with the counts of all; what became of each origin.
    /// - Throws: `SurveyError` `.ambiguousDates`, `.severalMonths`.
    package consuming func settle(
        _ readers: [CodedReader], header: SurveyHeader, decoding: String?, origins: [WrittenOrigin: Int],
        month: String?
    ) throws -> (survey: Survey, outcomes: [WrittenOrigin: OriginOutcome]) {
        if let decoding { noteRepair("decoded from \(decoding)") }
        add(readers.map(\.odd), header: header)
        for reader in readers {
            for (repair, times) in reader.repairs { noteRepair(repair, times: times) }
        }
        note(
            dates: readers.reduce(into: []) { $0.formUnion($1.dates) },
            places: Set(origins.keys.compactMap(\.place)))
        let order = try dateOrder(month: month)
        let registry = registryUsed()
        let hasGroups = header.columns.variables.contains(.residentialGroup)
        var groups: [WrittenPlace: ResidentialGroup?] = [:]
        var outcomes: [WrittenOrigin: OriginOutcome] = [:]
        for (origin, households) in origins {
            guard hasGroups else {
                outcomes[origin] = .accepted(group: nil, formerWard: origin.formerWard)
                continue
            }
            guard let place = origin.place else { continue }
            let found = groups[place] ?? registry.group(named: place.name, formerWard: place.formerWard)
            groups[place] = .some(found)
            outcomes[origin] = found.map { .accepted(group: $0.id, formerWard: $0.formerWard) } ?? .rejected
            if found != nil, let text = origin.month.text(order) { note(households: households, month: text) }
        }
        if !hasGroups {
            for (origin, households) in origins {
                if let text = origin.month.text(order) { note(households: households, month: text) }
            }
        }
        let survey = try survey(month: month)
        for origin in origins.keys {
            if let own = origin.month.text(order), let month = survey.month, own != month {
                outcomes[origin] = .rejected
            }
        }
        return (survey, outcomes)
    }
}

extension WrittenOrigin {
    fileprivate var place: WrittenPlace? { group.map { WrittenPlace(name: $0, formerWard: formerWard) } }
}
