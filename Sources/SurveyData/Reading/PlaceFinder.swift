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
        codes = Array(repeating: 0, count: rows)
        var known: [Name: UInt32] = [:]
        var byCodes: [UInt64: UInt32] = [:]
        var last: (codes: UInt64, place: UInt32)?
        for row in 0..<rows {
            let (group, ward) = (groups?.codes[row] ?? 0, wards?.codes[row] ?? 0)
            let pair = UInt64(group) << 32 | UInt64(ward)
            if let last, last.codes == pair {
                codes[row] = last.place
                continue
            }
            let place =
                byCodes[pair]
                ?? {
                    let name = Name(group: groups?.answers[group].value, ward: wards?.answers[ward].value)
                    let place = known[name] ?? UInt32(names.count)
                    if Int(place) == names.count {
                        known[name] = place
                        names.append(name)
                    }
                    byCodes[pair] = place
                    return place
                }()
            codes[row] = place
            last = (pair, place)
        }
    }
}
