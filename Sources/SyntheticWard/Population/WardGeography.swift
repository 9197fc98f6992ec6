internal import Basics

/// The invented ward's places: seven former wards with 97 residential groups.
enum WardGeography {
    /// Invented: "wild myrtle", "golden rice", "morning star", "green bamboo", "new sun", "mild wind",
    /// "white cloud".
    static let formerWards = [
        "Hoa Sim", "Lúa Vàng", "Sao Mai", "Tre Xanh", "Nắng Mới", "Gió Lành", "Mây Trắng",
    ]
    static let formerWardCodes = ["AA", "BB", "CC", "DD", "EE", "FF", "GG"]
    private static let groupCounts = [15, 13, 14, 16, 12, 14, 13]

    /// The groups of a ward of so many households, in the order of former ward and number.
    static func groups(population: Int, seed: UInt64) -> [SyntheticGroup] {
        var random = SplitMix64(seed: seed, .geography)
        let sizes = sizes(population: population, random: &random)
        let wardEffects = formerWards.map { _ in random.below(140_001) - 70_000 }
        let wardOlder = formerWards.map { _ in random.below(100_001) - 50_000 }
        var groups: [SyntheticGroup] = []
        for (ward, count) in groupCounts.enumerated() {
            for number in 1...count {
                groups.append(
                    group(
                        ward: ward, number: number, households: sizes[groups.count],
                        effect: wardEffects[ward] + random.below(220_001) - 110_000,
                        older: 340_000 + wardOlder[ward] + random.below(160_001) - 80_000, random: &random))
            }
        }
        return groups
    }

    private static func group(
        ward: Int, number: Int, households: Int, effect: Int, older: Int, random: inout SplitMix64
    ) -> SyntheticGroup {
        let centre = centre(of: ward)
        let latitude = centre.latitude + random.below(1_401) - 700
        let longitude = centre.longitude + random.below(1_401) - 700
        return SyntheticGroup(
            id: formerWardCodes[ward] + (number < 10 ? "0" : "") + String(number), formerWard: ward,
            number: number, households: households, effect: effect, olderChance: older, latitude: latitude,
            longitude: longitude,
            siteMetres: [1, 5].map { metres(from: (latitude, longitude), to: Self.centre(of: $0)) }.min() ?? 0
        )
    }

    /// Sizes from 200 to 560 that add up to the population, scaled if that is not the usual one.
    private static func sizes(population: Int, random: inout SplitMix64) -> [Int] {
        let drawn = groupCounts.flatMap { Array(repeating: 0, count: $0) }.map { _ in 200 + random.below(361)
        }
        let total = drawn.reduce(0, +)
        var sizes = drawn.map { $0 * population / total }
        var left = population - sizes.reduce(0, +)
        var place = 0
        while left > 0 {
            sizes[place % sizes.count] += 1
            place += 1
            left -= 1
        }
        return sizes
    }

    /// In hundred-thousandths of a degree; one former ward in the middle, six around it.
    private static func centre(of ward: Int) -> (latitude: Int, longitude: Int) {
        let offsets = [
            (0, 0), (1_500, 400), (900, 1_700), (-700, 1_800), (-1_600, 200), (-900, -1_600), (900, -1_500),
        ]
        return (2_127_500 + offsets[ward].0, 10_619_500 + offsets[ward].1)
    }

    /// 0.00001° is 1.112 m of latitude and, at 21.3° north, 1.036 m of longitude.
    private static func metres(
        from one: (latitude: Int, longitude: Int), to other: (latitude: Int, longitude: Int)
    )
        -> Int
    {
        let north = (one.latitude - other.latitude) * 1_112 / 1_000
        let east = (one.longitude - other.longitude) * 1_036 / 1_000
        return squareRoot(north * north + east * east)
    }

    /// The whole part of a square root, by Newton's steps on integers.
    private static func squareRoot(_ square: Int) -> Int {
        guard square > 1 else { return square }
        var root = square
        var next = (root + 1) / 2
        while next < root {
            root = next
            next = (root + square / root) / 2
        }
        return root
    }
}
