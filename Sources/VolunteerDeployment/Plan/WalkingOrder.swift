internal import SurveyData

/// The order in which a volunteer goes from door to door: home group first, then always the nearest group not
/// yet visited; in a group the shortest way past doors of which the place is known, the others by street, side and
/// house number; doors of a quota last.
struct WalkingOrder {
    /// One door.
    struct Stop {
        /// Index of the group.
        let group: Int
        let cell: Int
        /// Index of the need, in the order of household ids; nil for a quota.
        let need: Int?
        let address: HouseNumber
        /// nil where it is not known.
        let place: HouseholdPlace?
    }

    let groups: [ResidentialGroup]
    let near: NearGroups

    /// The numbers of the stops in walking order; ties by household id.
    func order(of stops: [Stop]) -> [Int] {
        let ofGroup = Dictionary(grouping: stops.indices) { stops[$0].group }
        return route(through: Set(ofGroup.keys)).flatMap { group -> [Int] in
            let own = ofGroup[group] ?? []
            let named = own.filter { stops[$0].need != nil }.sorted { one, other in
                (stops[one].address, stops[one].need ?? 0) < (stops[other].address, stops[other].need ?? 0)
            }
            let quotas = own.filter { stops[$0].need == nil }
            return walk(past: named, stops) + quotas.sorted { (stops[$0].cell, $0) < (stops[$1].cell, $1) }
        }
    }

    /// Doors of one group, sorted by address: those with a known place by the shortest way, each other one after the
    /// nearest number of its street, or at the end.
    private func walk(past doors: [Int], _ stops: [Stop]) -> [Int] {
        let places = doors.compactMap { door in stops[door].place.map { (door, $0) } }
        guard places.count > 1 else { return doors }
        let points = places.map { $0.1.point(from: places[0].1) }
        var walk = ShortestWalk.order(points).map { places[$0].0 }
        for door in doors where stops[door].place == nil {
            let address = stops[door].address
            let onStreet = walk.indices.filter {
                !address.isEmpty && stops[walk[$0]].address.street == address.street
            }
            func distance(_ place: Int) -> Int {
                abs((stops[walk[place]].address.numbers.first ?? 0) - (address.numbers.first ?? 0))
            }
            let beside = onStreet.min { (distance($0), $0) < (distance($1), $1) }
            walk.insert(door, at: beside.map { $0 + 1 } ?? walk.count)
        }
        return walk
    }

    /// The groups in walking order.
    func route(through visited: Set<Int>) -> [Int] {
        var left = near.order.filter(visited.contains)
        guard var here = left.first else { return [] }
        left.removeFirst()
        var route = [here]
        while !left.isEmpty {
            // Unknown distances leave the order of nearness to home.
            let distances = left.map { NearGroups.squaredDistance(groups[here], groups[$0]) ?? .infinity }
            let next = distances.indices.min { (distances[$0], $0) < (distances[$1], $1) } ?? 0
            here = left.remove(at: next)
            route.append(here)
        }
        return route
    }
}
