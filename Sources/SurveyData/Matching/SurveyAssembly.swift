/// Joins what was read from several files into one month's survey.
package struct SurveyAssembly {
    let codebook: Codebook
    private let registry: Registry?
    private let sampling: Sampling
    var parts: [FilePart] = []
    var issues: [DataIssue] = []
    private var repairs: [String: Int] = [:]
    /// Places as written that were looked up already.
    private var places: [WrittenPlace: ResidentialGroup?] = [:]
    /// Of households that are kept as codes: their dates, places and months.
    private var codedDates: Set<WrittenDate> = []
    private var codedPlaces: Set<WrittenPlace> = []
    private var codedMonths: [String: Int] = [:]

    /// What was read of one file.
    struct FilePart {
        let file: String
        let columns: ColumnMap
        var drafts: [HouseholdDraft]
        let issues: [DataIssue]
        let counts: ReadingCounts
        let repairs: [String: Int]
    }

    var files: [String] { parts.map(\.file) }
    var columns: [ColumnMap] { parts.map(\.columns) }

    package init(codebook: Codebook, registry: Registry?, sampling: Sampling?) {
        self.codebook = codebook
        self.registry = registry
        self.sampling = sampling ?? codebook.sampling
    }

    /// Adds what several readers found in one file.
    mutating func add(_ readers: [HouseholdReader], header: SurveyHeader) {
        var repairs = readers.reduce(into: [:]) { $0.merge($1.repairs) { $0 + $1 } }
        if header.hasTagRow { repairs["hxlTagRow", default: 0] += 1 }
        parts.append(
            FilePart(
                file: header.file, columns: header.columns,
                drafts: readers.flatMap(\.drafts).sorted { $0.source.record < $1.source.record },
                issues: readers.flatMap(\.issues),
                counts: readers.reduce(ReadingCounts()) { $0 + $1.counts }, repairs: repairs))
    }

    /// Notes the dates and places of households that are kept as codes.
    mutating func note(dates: Set<WrittenDate>, places: Set<WrittenPlace>) {
        codedDates.formUnion(dates)
        codedPlaces.formUnion(places)
    }

    /// Notes households of a month that are kept as codes.
    mutating func note(households: Int, month: String) { codedMonths[month, default: 0] += households }

    mutating func noteRepair(_ name: String, times: Int = 1) { repairs[name, default: 0] += times }

    /// The survey of `month`, or of the one month that the files hold.
    ///
    /// - Throws: `SurveyError` `.ambiguousDates`, `.severalMonths`.
    package consuming func survey(month: String?) throws -> Survey {
        let order = try dateOrder(month: month)
        return try survey(month: month, order: order)
    }

    consuming func survey(month: String?, order: DateOrder) throws -> Survey {
        let registry = registryUsed()
        for part in parts {
            issues += part.issues
            repairs.merge(part.repairs) { $0 + $1 }
        }
        var counts = parts.reduce(ReadingCounts()) { $0 + $1.counts }
        var households: [Household] = []
        households.reserveCapacity(parts.reduce(0) { $0 + $1.drafts.count })
        for draft in parts.lazy.flatMap(\.drafts) {
            if let household = accepted(draft, order: order, registry: registry) {
                households.append(household)
            }
        }
        let month = try monthChosen(month, of: households)
        households = inMonth(month, households)
        households = withoutDuplicates(households)
        counts.accepted = households.count
        counts.rejected = counts.read - counts.accepted - counts.blank - counts.totalsRows
        noteLargeSamples(households, registry: registry)
        noteColumns()
        noteVersionBreaks()
        issues.sort { Self.isBefore($0, $1, files: files) }
        return Survey(
            households: households, issues: issues, counts: counts, repairs: repairs, files: files,
            month: month, codebook: codebook, sampling: sampling, registry: registry,
            asked: columns.reduce(into: []) { $0.formUnion($1.variables) })
    }

    /// The order of day and month in the files' dates.
    ///
    /// - Throws: `SurveyError` `.ambiguousDates`.
    func dateOrder(month: String?) throws -> DateOrder {
        let byFile = parts.map { $0.drafts.compactMap(\.date) }
        let dates = byFile.flatMap(\.self) + codedDates
        if let order = DateOrder.decided(by: dates, declared: codebook.dateOrder) { return order }
        // Files of several months: each is of one month, if its dates are read the right way round.
        let decided = byFile.filter { !$0.isEmpty }.map { DateOrder.decided(by: $0, declared: nil) }
        if decided.count > 1, Set(decided).count == 1, let order = decided[0] { return order }
        for order in [DateOrder.dayMonthYear, .monthDayYear] {
            if let month, dates.allSatisfy({ $0.date(order)?.monthText == month }) { return order }
        }
        let file = columns.indices.first { columns[$0].variables.contains(.surveyDate) } ?? 0
        throw SurveyError(
            .ambiguousDates, file: files[file], found: "dates whose day and month can be either way round",
            expected: "a date over the 12th, all dates in one month, or dates as 2025-08-05",
            action: "Say dateOrder: dmy (or mdy) in a codebook, or name the month with --month.")
    }

    private mutating func issue(
        _ code: DataIssue.Code, _ source: Household.Source, column: Variable?, found: String?,
        expected: String, action: String
    ) {
        let header = column.flatMap { variable in
            parts[source.file].columns.roles.firstIndex(of: .variable(variable)).map {
                parts[source.file].columns.headers[$0]
            }
        }
        issues.append(
            DataIssue(
                code: code, file: files[source.file], line: source.line, record: source.record,
                column: header,
                found: found, expected: expected, action: action))
    }

    private mutating func accepted(_ draft: HouseholdDraft, order: DateOrder, registry: Registry)
        -> Household?
    {
        guard let id = draft.text(.householdID) else {
            issue(
                .missingRequired, draft.source, column: .householdID, found: nil, expected: "a household id",
                action: "Write the household's code and run again.")
            return nil
        }
        if let total = draft.number(.proceduresTotal), let online = draft.number(.proceduresOnline),
            online > total
        {
            issue(
                .onlineOverTotal, draft.source, column: .proceduresOnline,
                found: "\(Int(online)) online of \(Int(total)) in all", expected: "online at most the total",
                action: "Ask the interviewer which of the two is right.")
            return nil
        }
        if parts[draft.source.file].columns.variables.contains(.weight) {
            guard let weight = draft.number(.weight), weight > 0 else {
                issue(
                    .invalidWeight, draft.source, column: .weight, found: nil, expected: "a weight above 0",
                    action: "Correct the weight; a household without one cannot count.")
                return nil
            }
        }
        guard let place = place(of: draft, registry: registry) else { return nil }
        let date = draft.date?.date(order)
        if draft.date != nil, date == nil {
            issue(
                .invalidDate, draft.source, column: .surveyDate, found: nil,
                expected: "a day that exists, in the order of the column", action: "Correct the date.")
        }
        return draft.household(
            id: HouseholdID(id), date: date, group: place.group, formerWard: place.formerWard)
    }

    private mutating func place(
        of draft: HouseholdDraft, registry: Registry
    ) -> (group: GroupID?, formerWard: String?)? {
        guard parts[draft.source.file].columns.variables.contains(.residentialGroup) else {
            return (nil, draft.text(.formerWard))
        }
        guard let name = draft.text(.residentialGroup) else {
            issue(
                .missingRequired, draft.source, column: .residentialGroup, found: nil,
                expected: "a residential group", action: "Write the group and run again.")
            return nil
        }
        let written = WrittenPlace(name: name, formerWard: draft.text(.formerWard))
        let found = places[written] ?? registry.group(named: name, formerWard: written.formerWard)
        places[written] = .some(found)
        guard let group = found else {
            issue(
                .unknownGroup, draft.source, column: .residentialGroup, found: name,
                expected: "a group of the groups file, in its former ward",
                action: "Correct the group or the former ward, or add the group to the groups file.")
            return nil
        }
        return (group.id, group.formerWard)
    }

    /// The registry given; without one, the groups that the households name, of unknown size.
    func registryUsed() -> Registry {
        if let registry { return registry }
        var groups: [String: ResidentialGroup] = [:]
        let written = parts.lazy.flatMap(\.drafts).compactMap { draft in
            draft.text(.residentialGroup).map {
                WrittenPlace(name: $0, formerWard: draft.text(.formerWard))
            }
        }
        for place in codedPlaces.union(written) {
            let name = place.name
            let ward = place.formerWard ?? ""
            let key = "\(GroupName.ward(ward))|\(GroupName.key(name))"
            let label = ward.isEmpty ? name : "\(ward) · \(name)"
            if let known = groups[key], known.id.text <= label { continue }
            groups[key] = ResidentialGroup(
                id: GroupID(label), formerWard: ward, name: name, households: 0, share60Plus: nil,
                latitude: nil, longitude: nil, siteDistanceKilometres: nil)
        }
        return Registry(groups: Array(groups.values), isGiven: false)
    }

    private func monthChosen(_ month: String?, of households: [Household]) throws -> String? {
        if let month { return month }
        let own = Dictionary(grouping: households.compactMap { $0.date?.monthText }, by: { $0 })
            .mapValues(\.count)
        let counts = own.merging(codedMonths) { $0 + $1 }
        if counts.count > 1 {
            let list = counts.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
            throw SurveyError(
                .severalMonths, file: files.joined(separator: ", "),
                found: "households of several months: \(list.joined(separator: ", "))",
                expected: "one month", action: "Name the month with --month.")
        }
        return counts.keys.first
    }

    private mutating func inMonth(_ month: String?, _ households: [Household]) -> [Household] {
        households.filter { household in
            guard let month, let date = household.date, date.monthText != month else { return true }
            issue(
                .otherMonth, household.source, column: .surveyDate, found: date.monthText, expected: month,
                action: "Set aside: this run is of \(month).")
            return false
        }
    }

    /// Of interviews with one id: the latest date, then the most complete, then the smallest content.
    private mutating func withoutDuplicates(_ households: [Household]) -> [Household] {
        var kept: [HouseholdID: Int] = [:]
        var dropped: [Int: Int] = [:]
        for (index, household) in households.enumerated() {
            guard let other = kept[household.id] else {
                kept[household.id] = index
                continue
            }
            let newer = household.isPreferred(to: households[other])
            kept[household.id] = newer ? index : other
            dropped[newer ? other : index] = newer ? index : other
        }
        for index in dropped.keys.sorted() {
            // The kept one of three may itself have been dropped since; name the last.
            let winner = kept[households[index].id] ?? index
            issue(
                .duplicateHousehold, households[index].source, column: .householdID, found: nil,
                expected: "each household once a month",
                action: "The interview in line \(households[winner].source.line) of "
                    + "\(files[households[winner].source.file]) is kept: the later, then the more complete one."
            )
        }
        return households.indices.filter { dropped[$0] == nil }.map { households[$0] }
    }

    private static func isBefore(_ left: DataIssue, _ right: DataIssue, files: [String]) -> Bool {
        let leftFile = files.firstIndex(of: left.file) ?? 0
        let rightFile = files.firstIndex(of: right.file) ?? 0
        return (leftFile, left.line ?? 0, left.column ?? "", left.code.rawValue)
            < (rightFile, right.line ?? 0, right.column ?? "", right.code.rawValue)
    }
}

/// A residential group as a household names it.
struct WrittenPlace: Hashable, Sendable {
    let name: String
    let formerWard: String?
}

extension Household {
    /// Which of two interviews of one household counts; the same whatever the order of rows or files.
    func isPreferred(to other: Household) -> Bool {
        if date != other.date {
            guard let date else { return false }
            return other.date.map { date > $0 } ?? true
        }
        if answered != other.answered { return answered > other.answered }
        return content < other.content
    }

    private var content: String { "\(coded)\(numbers)\(texts)\(groupings)" }
}
