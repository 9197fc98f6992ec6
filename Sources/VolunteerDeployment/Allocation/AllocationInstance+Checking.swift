internal import Basics
internal import SurveyData

/// What a problem file may hold; a number outside is a slip, and some would take a solver days.
extension AllocationInstance {
    private static let capacity = AllowedNumber.number(0...20_000, of: "minutes")
    private static let visit = AllowedNumber.whole(1...600)
    private static let need = AllowedNumber.whole(0...100_000)
    private static let worth = AllowedNumber.number(0...1_000_000)
    private static let chance = AllowedNumber.share
    private static let groupLimit = AllowedNumber.whole(1...30)
    private static let base = AllowedNumber.number(0...600, of: "minutes")
    private static let perKilometre = AllowedNumber.number(0...120, of: "minutes")
    private static let cost = AllowedNumber.number(0...1_000)
    private static let coordinate = AllowedNumber.number(-10_000...10_000, of: "kilometres")
    private static let mostGroups = 10_000
    private static let mostVolunteers = 10_000
    private static let mostBarriers = 100

    /// The first thing in the file that cannot be; nil where all fits together.
    var fault: Fault? { faultOfSettings ?? faultOfConversion ?? faultOfGroups ?? faultOfVolunteers }

    private var faultOfSettings: Fault? {
        if let place = Self.repeated(forces) {
            return Fault(
                place: "forces[\(place)]", found: "\(shown(forces[place])) for the second time",
                expected: "each force once")
        }
        for (field, count, most) in [
            ("forces", forces.count, Self.mostBarriers), ("minutes", minutes.count, Self.mostBarriers),
            ("groups", groups.count, Self.mostGroups), ("volunteers", volunteers.count, Self.mostVolunteers),
        ] where count > most {
            return Fault(place: field, found: "a list of \(count)", expected: "at most \(most)")
        }
        for (place, minutes) in minutes.enumerated() {
            if let fault = Self.fault("minutes[\(place)]", Double(minutes), Self.visit) { return fault }
        }
        return Self.fault("maxGroups", Double(maxGroups), Self.groupLimit)
            ?? Self.fault("travelBaseMinutes", travelBaseMinutes, Self.base)
            ?? Self.fault("travelMinutesPerKm", travelMinutesPerKm, Self.perKilometre)
            ?? Self.fault("travelCostPerKm", travelCostPerKm, Self.cost)
    }

    private var faultOfConversion: Fault? {
        if conversion.count != barriers {
            return Self.count("conversion", conversion.count, barriers, "barrier of minutes")
        }
        for (barrier, chances) in conversion.enumerated() {
            if chances.count != forces.count {
                return Self.count("conversion[\(barrier)]", chances.count, forces.count, "force")
            }
            for (force, chance) in chances.enumerated() {
                let field = "conversion[\(barrier)][\(force)]"
                if let fault = Self.fault(field, chance, Self.chance) { return fault }
            }
        }
        return nil
    }

    private var faultOfGroups: Fault? {
        if let place = Self.repeated(groups.map(\.id)) {
            return Fault(
                place: "groups[\(place)].id", found: "\(groups[place].id), the id of another group",
                expected: "an id of its own for each group")
        }
        for (place, group) in groups.enumerated() {
            if let fault = fault(of: group, at: "groups[\(place)]") { return fault }
        }
        return nil
    }

    private func fault(of group: Group, at field: String) -> Fault? {
        for (name, list) in [("need", group.need.count), ("value", group.value.count)] where list != barriers
        {
            return Self.count("\(field).\(name)", list, barriers, "barrier of minutes")
        }
        for (barrier, need) in group.need.enumerated() {
            if let fault = Self.fault("\(field).need[\(barrier)]", Double(need), Self.need) { return fault }
        }
        for (barrier, value) in group.value.enumerated() {
            if let fault = Self.fault("\(field).value[\(barrier)]", value, Self.worth) { return fault }
        }
        return Self.fault("\(field).xKm", group.xKm, Self.coordinate)
            ?? Self.fault("\(field).yKm", group.yKm, Self.coordinate)
    }

    private var faultOfVolunteers: Fault? {
        if let place = Self.repeated(volunteers.map(\.id)) {
            return Fault(
                place: "volunteers[\(place)].id",
                found: "\(volunteers[place].id), the id of another volunteer",
                expected: "an id of its own for each volunteer")
        }
        let ids = Set(groups.map(\.id))
        for (place, volunteer) in volunteers.enumerated() {
            if let fault = fault(of: volunteer, at: "volunteers[\(place)]", groups: ids) { return fault }
        }
        return nil
    }

    private func fault(of volunteer: Volunteer, at field: String, groups ids: Set<Int>) -> Fault? {
        if !forces.contains(volunteer.force) {
            return Fault(
                place: "\(field).force", found: shown(volunteer.force),
                expected: "one of forces: \(forces.prefix(10).map(shown).joined(separator: ", "))")
        }
        if !ids.contains(volunteer.homeGroup) {
            return Fault(
                place: "\(field).homeGroup", found: "\(volunteer.homeGroup)", expected: "the id of a group")
        }
        if let place = volunteer.nearGroups.firstIndex(where: { !ids.contains($0) }) {
            return Fault(
                place: "\(field).nearGroups[\(place)]", found: "\(volunteer.nearGroups[place])",
                expected: "the id of a group")
        }
        if let place = Self.repeated(volunteer.nearGroups) {
            return Fault(
                place: "\(field).nearGroups[\(place)]",
                found: "\(volunteer.nearGroups[place]) for the second time", expected: "each group once")
        }
        return Self.fault("\(field).capacityMinutes", volunteer.capacityMinutes, Self.capacity)
    }

    /// The place of the first value that stood before.
    private static func repeated(_ values: [some Hashable]) -> Int? {
        var seen: Set<AnyHashable> = []
        return values.firstIndex { !seen.insert(AnyHashable($0)).inserted }
    }

    private static func fault(_ field: String, _ number: Double, _ allowed: AllowedNumber) -> Fault? {
        if allowed.allows(number) { return nil }
        let found = Int(exactly: number).map(String.init) ?? String(number)
        return Fault(place: field, found: found, expected: allowed.expectation(found: number))
    }

    private static func count(_ field: String, _ found: Int, _ expected: Int, _ what: String) -> Fault {
        Fault(
            place: field, found: "a list of \(found)", expected: "\(expected) numbers, one for each \(what)")
    }
}
