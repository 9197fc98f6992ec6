/// The steps between a household and an online dossier that it files alone, in their order.
///
/// Steps 1–5 are asked of every household; the last two only of households that had a procedure in the
/// reference period. The first failed step among 1–5 is the household's *barrier*.
package enum CascadeStep: String, CaseIterable, Comparable, Hashable, Sendable, Codable {
    case device, connection, eID, skill, knowledge, filesOnline, filesAlone

    /// The steps that a visit can help over: everything before filing itself.
    package static let barriers: [CascadeStep] = [.device, .connection, .eID, .skill, .knowledge]

    /// 0 for the first step.
    package var order: Int {
        switch self {
        case .device: 0
        case .connection: 1
        case .eID: 2
        case .skill: 3
        case .knowledge: 4
        case .filesOnline: 5
        case .filesAlone: 6
        }
    }

    package static func < (left: CascadeStep, right: CascadeStep) -> Bool { left.order < right.order }
}
