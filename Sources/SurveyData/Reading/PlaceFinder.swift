/// Finds where each household lives: each former ward and group is looked up once, as it is written.
struct PlaceFinder {
    let column: PlaceColumn
    /// The registry given; without one, the groups that the households name, of unknown size.
    let registry: Registry

    init(
        groups: AnswerColumn<String>?, wards: AnswerColumn<String>?, rows: Int, registry: Registry?
    ) {
        let written = WrittenPlaces(groups: groups, wards: wards, rows: rows)
        self.registry = registry ?? Self.registry(of: written.names, hasGroups: groups != nil)
        var places: [PlaceColumn.Place] = []
        for name in written.names {
            guard groups != nil else {
                places.append(.init(group: nil, formerWard: name.ward, fault: nil))
                continue
            }
            guard let group = name.group else {
                places.append(.init(group: nil, formerWard: nil, fault: .noGroup))
                continue
            }
            if let found = self.registry.group(named: group, formerWard: name.ward) {
                places.append(.init(group: found.id, formerWard: found.formerWard, fault: nil))
            } else {
                places.append(.init(group: nil, formerWard: nil, fault: .unknownGroup(group)))
            }
        }
        column = PlaceColumn(codes: CodeList(written.codes, below: places.count), places: places)
    }

    private static func registry(of names: [WrittenPlaces.Name], hasGroups: Bool) -> Registry {
        var groups: [String: ResidentialGroup] = [:]
        for place in names {
            guard hasGroups, let name = place.group else { continue }
            let ward = place.ward ?? ""
            let key = "\(GroupName.ward(ward))|\(GroupName.key(name))"
            let label = ward.isEmpty ? name : "\(ward) · \(name)"
            if let known = groups[key], known.id.text <= label { continue }
            groups[key] = ResidentialGroup(
                id: GroupID(label), formerWard: ward, name: name, households: 0, share60Plus: nil,
                latitude: nil, longitude: nil, siteDistanceKilometres: nil)
        }
        return Registry(groups: Array(groups.values), isGiven: false)
    }
}

/// The different places that households name, and which of them each row names.
private struct WrittenPlaces {
    struct Name: Hashable {
        let group, ward: String?
    }

    private(set) var names: [Name] = []
    private(set) var codes: [UInt32] = []

    init(groups: AnswerColumn<String>?, wards: AnswerColumn<String>?, rows: Int) {
        guard groups != nil || wards != nil else {
            names = rows > 0 ? [Name(group: nil, ward: nil)] : []
            codes = Array(repeating: 0, count: rows)
            return
        }
        codes.reserveCapacity(rows)
        let width = wards?.answers.count ?? 1
        let none = Array(repeating: UInt32(0), count: rows)
        let (groupCodes, wardCodes) = (groups?.codes.all ?? none, wards?.codes.all ?? none)
        var pairs = PairNumbers(groups?.answers.count ?? 1, width)
        var known: [Name: UInt32] = [:]
        for row in 0..<rows {
            let (group, ward) = (Int(groupCodes[row]), Int(wardCodes[row]))
            let pair = group * width + ward
            if let place = pairs[pair] {
                codes.append(place)
                continue
            }
            let name = Name(group: groups?.answers[group].value, ward: wards?.answers[ward].value)
            let place = known[name] ?? UInt32(names.count)
            if Int(place) == names.count {
                known[name] = place
                names.append(name)
            }
            pairs[pair] = place
            codes.append(place)
        }
    }
}

/// Numbers for pairs of codes: a table where it is small, else a dictionary.
private struct PairNumbers {
    private var table: [UInt32] = []
    private var others: [Int: UInt32] = [:]

    private static let none = UInt32.max
    private static let largest = 1 << 20

    init(_ left: Int, _ right: Int) {
        let (size, isOver) = left.multipliedReportingOverflow(by: right)
        if !isOver, size <= Self.largest { table = Array(repeating: Self.none, count: size) }
    }

    subscript(pair: Int) -> UInt32? {
        get {
            if table.isEmpty { return others[pair] }
            return table[pair] == Self.none ? nil : table[pair]
        }
        set {
            if table.isEmpty { others[pair] = newValue } else { table[pair] = newValue ?? Self.none }
        }
    }
}
