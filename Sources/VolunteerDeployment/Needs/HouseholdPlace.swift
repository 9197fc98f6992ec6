/// Where a household lives. A person's data.
package struct HouseholdPlace: Sendable, Equatable {
    /// In degrees (WGS 84).
    package let latitude, longitude: Double

    package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// In metres from a household of the same ward.
    func point(from other: HouseholdPlace) -> ShortestWalk.Point {
        let metres = 1000 * NearGroups.kilometresPerDegree
        return ShortestWalk.Point(
            north: (latitude - other.latitude) * metres,
            east: (longitude - other.longitude) * metres * NearGroups.cosine(degrees: other.latitude))
    }
}
