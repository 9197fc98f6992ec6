internal import SurveyData

/// Who goes out with whom: youth and women volunteers go in twos in the evening, where the playbook says so.
///
/// Two of one force, since a household agrees to a force. Who has other times goes out alone at those first; what is
/// left of the month are evenings. The pairs are those who live nearest to each other, in the order of their ids.
struct VolunteerPairs {
    /// By volunteer: the other one; nil: nobody.
    private(set) var partnerOf: [Int?]
    /// By volunteer: evenings that the two go out together.
    private(set) var evenings: [Int]

    /// - Parameters:
    ///   - wanted: by volunteer: evenings that they could go out.
    ///   - distance: between the homes of two; nil where no group is in reach of both.
    init(
        _ volunteers: [Volunteer], wanted: [Int], sharesTime: (Int, Int) -> Bool,
        distance: (Int, Int) -> Double?
    ) {
        partnerOf = volunteers.map { _ in nil }
        evenings = volunteers.map { _ in 0 }
        for one in volunteers.indices where wanted[one] > 0 && partnerOf[one] == nil {
            var best: (other: Int, distance: Double)?
            for other in volunteers.indices.dropFirst(one + 1)
            where wanted[other] > 0 && partnerOf[other] == nil
                && volunteers[other].force == volunteers[one].force && sharesTime(one, other)
            {
                guard let distance = distance(one, other) else { continue }
                // As many evenings as the other has, before nearness within a few hundred metres.
                let rank = distance.rounded() + 0.1 * Double(abs(wanted[one] - wanted[other]))
                if rank < best?.distance ?? .infinity { best = (other, rank) }
            }
            guard let best else { continue }
            (partnerOf[one], partnerOf[best.other]) = (best.other, one)
            evenings[one] = min(wanted[one], wanted[best.other])
            evenings[best.other] = evenings[one]
        }
    }

    /// Everybody goes alone.
    init(alone count: Int) {
        partnerOf = Array(repeating: nil, count: count)
        evenings = Array(repeating: 0, count: count)
    }
}

extension Force {
    /// Whether its people go in twos in the evening, where the playbook says so: police have their own rules.
    var goesInTwos: Bool { self != .police }
}
