internal import Basics

/// Where a household lives: an invented street, the same in the registry and in every month's survey.
struct HouseholdAddress {
    private let houseNumber: Int
    /// 0: none.
    private let lane: Int
    private let street: Int

    /// The first draws of a household's contact stream.
    init(random: inout SplitMix64) {
        houseNumber = 1 + random.below(240)
        lane = random.happens(550_000) ? 1 + random.below(30) : 0
        street = random.below(Self.streets.count)
    }

    init(_ household: HouseholdTruth) {
        var contact = SplitMix64(seed: household.seed, .contact, key: UInt64(household.serial))
        self.init(random: &contact)
    }

    /// "Số 12, ngõ 3, đường Ao Sen".
    ///
    /// - Parameter comma: between the number and the rest; a spoiled row has a line break there.
    func text(comma: String = ", ") -> String {
        "Số \(houseNumber)\(comma)\(lane > 0 ? "ngõ \(lane), " : "")\(Self.streets[street])"
    }

    /// Invented street names.
    private static let streets = [
        "đường Cây Me", "đường Hoa Gạo", "đường Giếng Làng", "đường Bờ Tre", "đường Sân Đình", "đường Ao Sen",
        "đường Hàng Cau", "đường Cầu Ván", "đường Vườn Nhãn", "đường Lúa Chín", "đường Diều Sáo",
        "đường Bến Gỗ",
    ]
}
