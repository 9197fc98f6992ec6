package import Readiness
package import SurveyData

/// What a plan owes to those who would be left out otherwise.
package struct FloorSettings: Sendable, Equatable {
    /// Every group with so many households that could be helped gets a visit, at least 1; nil: none is owed one.
    package let groupNeed: Int?
    /// Minutes of named visits to a type of household are at least so much of the type's share of need, 0…2; above 1 is
    /// priority.
    package let typeShare: Double
    package let types: [FloorType]

    package init(groupNeed: Int?, typeShare: Double, types: [FloorType]) {
        self.groupNeed = groupNeed
        self.typeShare = typeShare
        self.types = types
    }

    /// Where a playbook does not say. Assumptions.
    package static let usual = FloorSettings(
        groupNeed: 5, typeShare: 0.8, types: [.only60Plus, .noDevice, .withChildren])

    /// Nothing is owed to anyone.
    package static let none = FloorSettings(groupNeed: nil, typeShare: 0, types: [])
}

/// Households that a plan keeps in mind.
package enum FloorType: String, Sendable, CaseIterable {
    case only60Plus, womenHeaded, withChildren, noDevice

    /// Whether a household that fails these steps is of the type.
    package func holds(types: Set<HouseholdType>, failedSteps: [CascadeStep]) -> Bool {
        switch self {
        case .only60Plus: types.contains(.only60Plus)
        case .womenHeaded: types.contains(.womenHeaded)
        case .withChildren: types.contains(.withChildren)
        case .noDevice: failedSteps.contains(.device)
        }
    }
}
