internal import Basics

/// The invented people who can be sent: 291, three to a residential group.
struct VolunteerRoster {
    let volunteers: [SyntheticVolunteer]
    private let population: WardPopulation

    init(_ population: WardPopulation) {
        self.population = population
        var volunteers: [SyntheticVolunteer] = []
        for (force, count) in [("youth", 126), ("police", 48), ("women", 117)] {
            for place in 0..<count {
                var random = SplitMix64(seed: population.seed, .roster, key: UInt64(volunteers.count))
                // Each force is spread over the ward; 37 has no common divisor with 97 groups.
                let home = (place * 37 + volunteers.count - place) % population.groups.count
                volunteers.append(
                    Self.volunteer(
                        number: volunteers.count + 1, force: force, home: home, population: population,
                        random: &random))
            }
        }
        self.volunteers = volunteers
    }

    private static func volunteer(
        number: Int, force: String, home: Int, population: WardPopulation, random: inout SplitMix64
    ) -> SyntheticVolunteer {
        let digits = String(number)
        let times =
            force == "police"
            ? ["weekday-morning", "weekday-afternoon", "weekday-evening"]
            : ["weekday-evening", "sat-morning", "sun-morning", "weekday-afternoon"]
        let never = random.happens(60_000) ? 1 + random.below(2) : 0
        return SyntheticVolunteer(
            id: "V" + String(repeating: "0", count: 3 - digits.count) + digits,
            name: name(isWoman: force == "women" || random.happens(400_000), random: &random), force: force,
            home: home,
            minutes: force == "police" ? 180 + 30 * random.below(9) : 240 + 30 * random.below(17),
            maximumGroups: 1 + random.index(weights: [25, 45, 30], total: 100),
            skills: some(of: ["e_id", "online_filing", "payments", "teaching", "devices"], random: &random),
            available: some(of: times, random: &random),
            neverHouseholds: (0..<never).map { _ in
                population.code(group: home, number: 1 + random.below(population.groups[home].households))
            })
    }

    private static func some(of list: [String], random: inout SplitMix64) -> [String] {
        let chosen = list.filter { _ in random.happens(480_000) }
        return chosen.isEmpty ? [list[random.below(list.count)]] : chosen
    }

    private static func name(isWoman: Bool, random: inout SplitMix64) -> String {
        let surnames = [
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Thân",
        ]
        let middle = isWoman ? ["Thị", "Thu", "Ngọc", "Minh"] : ["Văn", "Đức", "Quang", "Minh"]
        let given =
            isWoman
            ? ["Hoa", "Lan", "Mai", "Hương", "Thảo", "Yến", "Nga", "Hà", "Linh", "Trang"]
            : ["Nam", "Hùng", "Dũng", "Sơn", "Tuấn", "Long", "Bình", "Thắng", "Khoa", "Phúc"]
        let parts = [surnames, middle, given].map { $0[random.below($0.count)] }
        return parts.joined(separator: " ") + " (mẫu)"
    }

    /// The bytes of `volunteers.csv`.
    ///
    /// UTF-8, commas, lists with semicolons. Telephone numbers start with 0000: they reach nobody.
    func file() -> [UInt8] {
        var text = CSVText()
        let header =
            "volunteer_id,name,force,phone,home_group_id,minutes,max_groups,skills,available,never_households,"
            + "synthetic"
        text.field(Array(header.utf8))
        text.endRow()
        for (index, volunteer) in volunteers.enumerated() {
            text.field(quoting: Array(volunteer.id.utf8))
            text.field(quoting: Array(volunteer.name.utf8))
            text.field(Array(volunteer.force.utf8))
            text.field(Array("0000".utf8))
            text.add(900_000 + index + 1, width: 6)
            text.field(Array(population.groups[volunteer.home].id.utf8))
            text.field(volunteer.minutes)
            text.field(volunteer.maximumGroups)
            for list in [volunteer.skills, volunteer.available, volunteer.neverHouseholds] {
                text.field(Array(list.joined(separator: ";").utf8))
            }
            text.field(Array("yes".utf8))
            text.endRow()
        }
        return text.bytes
    }
}
