internal import SurveyData

/// Distances inside one ward.
enum WalkingDistance {
    /// Kilometres as the crow flies; nil where a coordinate is not known.
    ///
    /// On a plane that touches the sphere (radius 6,371.0 km): off by under 0.1 % inside a ward.
    static func kilometres(_ one: ResidentialGroup, _ other: ResidentialGroup) -> Double? {
        guard let latitude = one.latitude, let longitude = one.longitude, let otherLatitude = other.latitude,
            let otherLongitude = other.longitude
        else { return nil }
        let degree = 6371.0 * Double.pi / 180
        let north = (latitude - otherLatitude) * degree
        let east = (longitude - otherLongitude) * degree * cosine(degrees: (latitude + otherLatitude) / 2)
        return (north * north + east * east).squareRoot()
    }

    /// Taylor's polynomial of degree 6: off by under 0.001 up to 60°, and the same on every machine.
    private static func cosine(degrees: Double) -> Double {
        let x = degrees * .pi / 180
        let square = x * x
        return 1 - square / 2 + square * square / 24 - square * square * square / 720
    }
}
