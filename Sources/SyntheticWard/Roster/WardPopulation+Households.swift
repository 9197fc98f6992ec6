extension WardPopulation {
    /// `registry.csv`: every household of the ward once, asked or not, in a piece for the header and one a
    /// residential group.
    ///
    /// UTF-8, commas, the same in every dialect. Codes, addresses and people aged 60 or more are those of the surveys.
    package var householdsFile: SyntheticFile {
        SyntheticFile(name: "registry.csv", pieces: 1 + groups.count) { piece in
            piece == 0 ? Self.householdsHeader : households(group: piece - 1)
        }
    }

    private static var householdsHeader: [UInt8] {
        Array("household_id,former_ward,residential_group,address,people_60_plus,synthetic\n".utf8)
    }

    private func households(group: Int) -> [UInt8] {
        let place = groups[group]
        let ward = Array(formerWards[place.formerWard].utf8)
        let name = Array(place.name.utf8)
        var text = CSVText(capacity: place.households * 80)
        for number in 1..<place.households + 1 {
            let household = household(group: group, number: number)
            text.field(Array(code(group: group, number: number).utf8))
            text.field(quoting: ward)
            text.field(quoting: name)
            text.field(quoting: Array(HouseholdAddress(household).text().utf8))
            text.field(household.people60Plus)
            text.field(Array("yes".utf8))
            text.endRow()
        }
        return text.bytes
    }
}
