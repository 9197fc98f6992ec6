internal import SurveyData

/// The order in which a volunteer goes from door to door: home group first, then always the nearest group not
/// yet visited; in a group by street and house number; doors of a quota last.
struct WalkingOrder {
    /// One door.
    struct Stop {
        /// Index of the group.
        let group: Int
        let cell: Int
        /// Index of the need, in the order of household ids; nil for a quota.
        let need: Int?
        let address: HouseNumber
    }

    let groups: [ResidentialGroup]
    let near: NearGroups

    /// The numbers of the stops in walking order; ties by household id.
    func order(of stops: [Stop]) -> [Int] {
        let route = route(through: Set(stops.map(\.group)))
        let place = Dictionary(route.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return stops.indices.sorted { one, other in
            let (left, right) = (stops[one], stops[other])
            if left.group != right.group { return place[left.group] ?? 0 < place[right.group] ?? 0 }
            switch (left.need, right.need) {
            case (let need?, let next?): return (left.address, need) < (right.address, next)
            case (nil, nil): return (left.cell, one) < (right.cell, other)
            case (let need, _): return need != nil
            }
        }
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
