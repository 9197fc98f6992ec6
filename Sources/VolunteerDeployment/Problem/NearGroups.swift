internal import SurveyData

/// The groups in the order in which one volunteer would rather go: home, same former ward, then by distance.
struct NearGroups {
    /// Indices into `DeploymentProblem.groups`.
    let order: [Int]
    let home: Int?

    init(volunteer: Volunteer, groups: [ResidentialGroup], groupIndex: [GroupID: Int]) {
        home = volunteer.homeGroup.flatMap { groupIndex[$0] }
        guard let home else {
            order = Array(groups.indices)
            return
        }
        let origin = groups[home]
        let ranks = groups.indices.map { index in
            let near = index == home ? 0 : groups[index].formerWard == origin.formerWard ? 1 : 2
            return (near, Self.squaredDistance(origin, groups[index]) ?? .infinity, index)
        }
        order = ranks.sorted { $0 < $1 }.map(\.2)
    }

    /// Squared distance in degrees of latitude; nil where a coordinate is not known.
    ///
    /// Good for comparing places inside one ward, for nothing else.
    static func squaredDistance(_ one: ResidentialGroup, _ other: ResidentialGroup) -> Double? {
        guard let latitude = one.latitude, let longitude = one.longitude, let otherLatitude = other.latitude,
            let otherLongitude = other.longitude
        else { return nil }
        let north = latitude - otherLatitude
        let east = (longitude - otherLongitude) * cosine(degrees: latitude)
        return north * north + east * east
    }

    /// Distance as the crow flies; nil where a coordinate is not known.
    static func kilometres(_ one: ResidentialGroup, _ other: ResidentialGroup) -> Double? {
        squaredDistance(one, other).map { $0.squareRoot() * kilometresPerDegree }
    }

    /// Of latitude: 40,030 km ÷ 360.
    static let kilometresPerDegree = 111.195

    /// Taylor's polynomial of degree 6: off by under 0.001 up to 60°, and the same on every machine.
    static func cosine(degrees: Double) -> Double {
        let x = degrees * .pi / 180
        let square = x * x
        return 1 - square / 2 + square * square / 24 - square * square * square / 720
    }

    /// The groups that each volunteer may be sent to, nearest first.
    ///
    /// Those are the `count` nearest; for each group, also the few volunteers of each force who live nearest may
    /// come, so that no group is out of everybody's reach. Who has no known home may go anywhere.
    static func places(_ near: [NearGroups], of volunteers: [Volunteer], groups: Int, count: Int) -> [[Int]] {
        let reach = near.map { $0.home == nil ? $0.order.count : min(count, $0.order.count) }
        let ranks = near.map { near in
            var ranks = Array(repeating: 0, count: groups)
            for (rank, group) in near.order.enumerated() { ranks[group] = rank }
            return ranks
        }
        var places = zip(near, reach).map { Array($0.order.prefix($1)) }
        for force in Force.allCases {
            let own = volunteers.indices.filter { volunteers[$0].force == force && near[$0].home != nil }
            for group in 0..<groups {
                let nearest = own.sorted { (ranks[$0][group], $0) < (ranks[$1][group], $1) }
                for volunteer in nearest.prefix(everywhere) where ranks[volunteer][group] >= reach[volunteer]
                {
                    places[volunteer].append(group)
                }
            }
        }
        return zip(places, ranks).map { places, ranks in places.sorted { ranks[$0] < ranks[$1] } }
    }

    /// How many volunteers of each force reach every group at least. Assumption.
    private static let everywhere = 3
}
