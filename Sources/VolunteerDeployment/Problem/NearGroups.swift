internal import SurveyData

/// The groups in the order in which one volunteer would rather go: home, same former ward, then by distance.
struct NearGroups {
    /// Indices into `DeploymentProblem.groups`.
    let order: [Int]
    let home: Int?

    init(volunteer: Volunteer, problem: DeploymentProblem) {
        home = volunteer.homeGroup.flatMap { problem.groupIndex[$0] }
        let groups = problem.groups
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

    /// Taylor's polynomial of degree 6: off by under 0.001 up to 60°, and the same on every machine.
    private static func cosine(degrees: Double) -> Double {
        let x = degrees * .pi / 180
        let square = x * x
        return 1 - square / 2 + square * square / 24 - square * square * square / 720
    }
}
