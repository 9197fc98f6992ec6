package import Foundation
internal import SurveyData

/// A problem in the form of a statement (`ward97.json`): groups with coordinates, needs by barrier, volunteers.
package struct AllocationInstance: Decodable, Sendable {
    package struct Group: Decodable, Sendable {
        package let id: Int
        let xKm, yKm: Double
        let need: [Int]
        let value: [Double]
    }

    package struct Volunteer: Decodable, Sendable {
        package let id: Int
        let force: String
        let homeGroup: Int
        let capacityMinutes: Double
        let nearGroups: [Int]
    }

    let forces: [String]
    /// Of a visit, by barrier.
    let minutes: [Int]
    let maxGroups: Int
    let travelBaseMinutes, travelMinutesPerKm, travelCostPerKm: Double
    package let groups: [Group]
    /// By barrier, then force.
    let conversion: [[Double]]
    package let volunteers: [Volunteer]

    /// - Throws: `AllocationInstanceError`, naming what cannot be.
    package init(json: Data, file: String) throws(AllocationInstanceError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: json)
        } catch {
            throw AllocationInstanceError(
                file: file, found: "no statement of a problem (\(DecodingError.place(of: error)))")
        }
        if let found = contradiction { throw AllocationInstanceError(file: file, found: found) }
    }

    /// What in the statement cannot be; nil where all fits together.
    private var contradiction: String? {
        let ids = Set(groups.map(\.id))
        if ids.count != groups.count { return "two groups with one id" }
        if conversion.count != barriers || conversion.contains(where: { $0.count != forces.count }) {
            return "conversion that is not one number for each barrier and force"
        }
        if minutes.contains(where: { $0 < 1 }) { return "a visit of under a minute" }
        for group in groups where group.need.count != barriers || group.value.count != barriers {
            return "group \(group.id) without a need and a value for each barrier"
        }
        for group in groups where group.need.contains(where: { $0 < 0 }) {
            return "group \(group.id) with a need below 0"
        }
        for volunteer in volunteers {
            if !forces.contains(volunteer.force) { return "volunteer \(volunteer.id) of an unknown force" }
            if !ids.contains(volunteer.homeGroup) {
                return "volunteer \(volunteer.id) of an unknown home group"
            }
            if !ids.isSuperset(of: volunteer.nearGroups)
                || Set(volunteer.nearGroups).count != volunteer.nearGroups.count
            {
                return "volunteer \(volunteer.id) with near groups that are unknown or given twice"
            }
        }
        return nil
    }

    package var barriers: Int { minutes.count }

    /// The same in numbers: cell g·barriers + b is barrier b in the g-th group.
    package var problem: AllocationProblem {
        let places = Dictionary(
            groups.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let cells: [AllocationProblem.Cell] = groups.enumerated().flatMap { place, group in
            minutes.indices.map { barrier -> AllocationProblem.Cell in
                AllocationProblem.Cell(
                    group: place, count: group.need[barrier],
                    offers: forces.indices.map { force in
                        AllocationProblem.Offer(
                            gain: group.value[barrier] * conversion[barrier][force], minutes: minutes[barrier]
                        )
                    })
            }
        }
        let workers = volunteers.map { volunteer in
            let home = groups[places[volunteer.homeGroup] ?? 0]
            return AllocationProblem.Worker(
                kind: forces.firstIndex(of: volunteer.force) ?? 0, minutes: volunteer.capacityMinutes,
                mostGroups: maxGroups,
                openings: volunteer.nearGroups.compactMap { id in
                    places[id].map { place -> AllocationProblem.Opening in
                        let (east, north) = (groups[place].xKm - home.xKm, groups[place].yKm - home.yKm)
                        let distance = (east * east + north * north).squareRoot()
                        return AllocationProblem.Opening(
                            group: place, minutes: travelBaseMinutes + travelMinutesPerKm * distance,
                            cost: travelCostPerKm * distance)
                    }
                })
        }
        return AllocationProblem(
            workers: workers, groups: groups.count, cells: cells, kinds: forces.count,
            mustOpen: Array(groups.indices))
    }
}

/// A statement of a problem that cannot be used.
package struct AllocationInstanceError: Error, CustomStringConvertible {
    package let file: String
    package let found: String

    package var description: String {
        "\(file): found \(found); expected groups, volunteers, minutes and conversion as in ward97.json. Correct the file."
    }
}
