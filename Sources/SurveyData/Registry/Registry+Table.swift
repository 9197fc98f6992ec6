extension Registry {
    /// The registry in a groups file.
    ///
    /// Columns: `former_ward, residential_group, group_id, households, people_60_plus_share, lat, lon,
    /// site_distance_km`; the last four may be missing or blank.
    ///
    /// - Throws: `SurveyError` for a missing column, a bad number, a group id used twice, or no rows.
    package init(table: WardTable) throws {
        let ward = try table.column("former_ward")
        let name = try table.column("residential_group")
        let id = try table.column("group_id")
        let households = try table.column("households")
        var seen: Set<GroupID> = []
        var groups: [ResidentialGroup] = []
        for row in table.rows {
            let group = GroupID(table.text(row, id))
            guard !group.text.isEmpty, seen.insert(group).inserted else {
                throw table.bad(
                    row, id, found: group.text.isEmpty ? "no group id" : "a group id used before",
                    expected: "a code of its own for each group")
            }
            groups.append(
                ResidentialGroup(
                    id: group, formerWard: table.text(row, ward), name: table.text(row, name),
                    households: try table.count(row, households),
                    share60Plus: try table.number(row, table.optionalColumn("people_60_plus_share")),
                    latitude: try table.degrees(row, "lat", within: 90),
                    longitude: try table.degrees(row, "lon", within: 180),
                    siteDistanceKilometres: try table.number(row, table.optionalColumn("site_distance_km"))))
        }
        guard !groups.isEmpty else {
            throw SurveyError(
                .badTable, file: table.file, line: table.headerLine, found: "no groups",
                expected: "a row for each residential group", action: "Check that this is the groups file.")
        }
        self.init(groups: groups, isGiven: true, isSynthetic: table.isSynthetic)
    }
}

extension WardTable {
    /// A coordinate in degrees, or nil where the cell is empty.
    fileprivate func degrees(_ row: Row, _ name: String, within limit: Double) throws -> Double? {
        let column = optionalColumn(name)
        guard let degrees = try number(row, column) else { return nil }
        guard abs(degrees) <= limit else {
            throw bad(
                row, column, found: "a number that is no \(name == "lat" ? "latitude" : "longitude")",
                expected: "degrees (WGS 84), as \(name == "lat" ? "21.27" : "106.19"), or nothing")
        }
        return degrees
    }
}
