extension WardPopulation {
    /// The bytes of `groups.csv`.
    ///
    /// UTF-8, commas. The share of people aged 60 or more is the true one, to four decimals.
    package func registryFile() -> [UInt8] {
        var text = CSVText()
        let header =
            "former_ward,residential_group,group_id,households,people_60_plus_share,lat,lon,site_distance_km,"
            + "synthetic"
        text.field(Array(header.utf8))
        text.endRow()
        for (index, group) in groups.enumerated() {
            text.field(quoting: Array(formerWards[group.formerWard].utf8))
            text.field(quoting: Array(group.name.utf8))
            text.field(Array(group.id.utf8))
            text.field(group.households)
            text.field(decimal: share60Plus(group: index), places: 4)
            text.field(decimal: group.latitude, places: 5)
            text.field(decimal: group.longitude, places: 5)
            text.field(decimal: group.siteMetres, places: 3)
            text.field(Array("yes".utf8))
            text.endRow()
        }
        return text.bytes
    }

    /// The bytes of `volunteers.csv`.
    package func volunteersFile() -> [UInt8] { VolunteerRoster(self).file() }

    /// In ten-thousandths, rounded.
    private func share60Plus(group: Int) -> Int {
        var people = 0
        var older = 0
        for number in 1...max(1, groups[group].households) {
            let household = household(group: group, number: number)
            people += household.size
            older += household.people60Plus
        }
        return (older * 10_000 + people / 2) / max(1, people)
    }
}

extension CSVText {
    /// A number given in units of its last decimal place: 12345 with 3 places is 12.345.
    fileprivate mutating func field(decimal number: Int, places: Int) {
        let unit = (0..<places).reduce(1) { product, _ in product * 10 }
        field(number / unit)
        add(".")
        add(number % unit, width: places)
    }
}
