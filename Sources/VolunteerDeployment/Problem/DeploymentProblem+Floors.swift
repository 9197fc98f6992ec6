internal import Readiness
internal import SurveyData

extension DeploymentProblem {
    /// Indices of the groups in which enough households could be helped, ascending.
    var groupsOwedAVisit: [Int] {
        guard let least = playbook.settings.floors.groupNeed else { return [] }
        var helpable = Array(repeating: 0, count: groups.count)
        for cell in cells where cell.visitKind != .session && cell.canBeHelped {
            helpable[cell.group] += cell.count
        }
        return groups.indices.filter { helpable[$0] >= least }
    }

    /// The types with households that agreed to visits, none of which would be worth its time: shared points and
    /// equipment are what helps them.
    var typesThatVisitsCannotHelp: [FloorType] {
        let settings = playbook.settings.floors
        guard settings.typeShare > 0 else { return [] }
        let present = Set(kindOf)
        return settings.types.filter { type in
            let own = cells.filter { $0.isNamed && $0.types.contains(type) && !$0.consent.isEmpty }
            return !own.isEmpty && !own.contains { cell in present.contains { cell.options[$0] != nil } }
        }
    }

    /// What is owed to the types of household, in minutes of named visits that are worth their time.
    var typeFloors: [TypeFloor] {
        let settings = playbook.settings.floors
        let present = Set(kindOf)
        let helped = cells.indices.filter { cell in
            cells[cell].visitKind.isNamed && present.contains { cells[cell].options[$0] != nil }
        }
        let named = helped.filter { cells[$0].isNamed }
        let all = named.reduce(0) { $0 + cells[$1].count }
        return settings.types.compactMap { type -> TypeFloor? in
            let own = named.reduce(0) { cells[$1].types.contains(type) ? $0 + cells[$1].count : $0 }
            guard own > 0, own < all, settings.typeShare > 0 else { return nil }
            let share = min(1, settings.typeShare * Double(own) / Double(all))
            var weights: [Int: [Double]] = [:]
            for cell in helped {
                let counts = (cells[cell].types.contains(type) ? 1 : 0) - share
                weights[cell] = cells[cell].options.map { counts * Double($0?.minutes ?? 0) }
            }
            return TypeFloor(type: type, households: own, share: share, least: 0, weights: weights)
        }
    }
}

/// A type's minutes of named visits less its share of all such minutes: at least `least`.
struct TypeFloor {
    let type: FloorType
    /// That could be helped.
    let households: Int
    /// Of the minutes of named visits, at least, 0…1.
    let share: Double
    let least: Double
    /// By cell, then kind of volunteer: what a visit adds.
    let weights: [Int: [Double]]

    func reached(by visits: [PinnedVisits.Visits]) -> Double {
        visits.reduce(0) { $0 + (weights[$1.cell]?[$1.kind] ?? 0) * Double($1.count) }
    }
}
