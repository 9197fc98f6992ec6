/// The three forces that a ward can send to a household's door.
///
/// The order of the cases is the order in every table and list.
package enum Force: String, CaseIterable, Comparable, Hashable, Sendable, Codable {
    case youth, police, women

    package static func < (left: Force, right: Force) -> Bool {
        left.order < right.order
    }

    private var order: Int {
        switch self {
        case .youth: 0
        case .police: 1
        case .women: 2
        }
    }
}
