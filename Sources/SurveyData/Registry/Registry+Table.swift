internal import Basics

extension Registry {
    private static let columns = [
        "former_ward", "residential_group", "group_id", "households", "people_60_plus_share", "lat", "lon",
        "site_distance_km", "synthetic",
    ]

    /// The registry in a groups file.
    ///
    /// Columns: `former_ward, residential_group, group_id, households, people_60_plus_share, lat, lon,
    /// site_distance_km`; the last four may be missing or blank.
    ///
    /// - Throws: `Diagnostic` for a missing column, a number out of range, a blank or repeated code, a blank name, a
    ///   name that two groups of one former ward have, or no rows.
    package init(table: WardTable) throws {
        let ward = try table.column("former_ward")
        let name = try table.column("residential_group")
        let id = try table.column("group_id")
        let households = try table.numbers("households", .households)
        try table.refuseMisspelled(Self.columns)
        let share = try table.optionalNumbers("people_60_plus_share", .share)
        let latitude = try table.optionalNumbers("lat", .latitude)
        let longitude = try table.optionalNumbers("lon", .longitude)
        let distance = try table.optionalNumbers("site_distance_km", .siteDistance)
        var codes: [String: Int] = [:]
        var names: [[String]: Int] = [:]
        var groups: [ResidentialGroup] = []
        for row in table.rows {
            let code = try table.ownCode(row, id, seen: &codes, of: "group")
            let group = ResidentialGroup(
                id: GroupID(code), formerWard: try table.required(row, ward),
                name: try table.required(row, name), households: try households.count(row),
                share60Plus: try share.value(row), latitude: try latitude.value(row),
                longitude: try longitude.value(row), siteDistanceKilometres: try distance.value(row))
            if let line = names.updateValue(row.line, forKey: group.nameKey) {
                throw table.bad(
                    row, name, found: "the name that line \(line) gives another group of this former ward",
                    expected: "a name of its own for each group of a former ward")
            }
            groups.append(group)
        }
        guard !groups.isEmpty else {
            throw Diagnostic(
                .badTable, file: table.file, line: table.headerLine, found: "no groups",
                expected: "a row for each residential group", action: "Check that this is the groups file.")
        }
        self.init(groups: groups, isGiven: true, isSynthetic: table.isSynthetic)
    }
}

extension WardTable {
    /// A name that must be there.
    fileprivate func required(_ row: Row, _ column: Int) throws -> String {
        let text = text(row, column)
        guard !text.isEmpty else {
            throw bad(row, column, found: "no name", expected: "the name of the former ward and of the group")
        }
        return text
    }
}

extension ResidentialGroup {
    /// What survey rows find the group by: rows that write it in one of the usual ways mean one group.
    fileprivate var nameKey: [String] {
        [GroupName.ward(formerWard), GroupName.signs(formerWard), GroupName.key(name), GroupName.signs(name)]
    }
}
