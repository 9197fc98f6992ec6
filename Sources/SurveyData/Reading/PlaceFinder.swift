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
        let width = wards?.answers.count ?? 1
        var pairs = PairNumbers(groups?.answers.count ?? 1, width)
        var known: [Name: UInt32] = [:]
        codes = Array(repeating: 0, count: rows)
        var groupCodes = Array(repeating: UInt32(0), count: Self.tile)
        var wardCodes = groupCodes
        for start in stride(from: 0, to: rows, by: Self.tile) {
            let count = min(Self.tile, rows - start)
            groups?.codes.copy(start...start + count - 1, into: &groupCodes)
            wards?.codes.copy(start...start + count - 1, into: &wardCodes)
            for place in 0..<count {
                let (group, ward) = (Int(groupCodes[place]), Int(wardCodes[place]))
                codes[start + place] = pairs.number(group * width + ward) {
                    let name = Name(group: groups?.answers[group].value, ward: wards?.answers[ward].value)
                    if let number = known[name] { return number }
                    known[name] = UInt32(names.count)
                    names.append(name)
                    return UInt32(names.count - 1)
                }
            }
        }
    }

    /// Rows of a tile: their codes stay in the nearest cache.
    private static let tile = 1024
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

    /// The number of a pair; the first time `make` gives it.
    @inline(__always)
    mutating func number(_ pair: Int, _ make: () -> UInt32) -> UInt32 {
        if let known = table.isEmpty ? others[pair] : table[pair], known != Self.none { return known }
        let number = make()
        if table.isEmpty { others[pair] = number } else { table[pair] = number }
        return number
    }
}
