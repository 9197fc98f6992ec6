package import Basics
package import Foundation
internal import SurveyData

/// A problem in the form of a statement (`ward97.json`): groups with coordinates, needs by barrier, volunteers.
package struct AllocationInstance: Decodable, Sendable {
    package struct Group: Decodable, Sendable {
        package let id: Int
        let xKm, yKm: Double
        let need: [Int]
        let value: [Double]

        private enum Key: String, CodingKey { case id, xKm, yKm, need, value }

        package init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            id = try values.decode(WholeNumber.self, forKey: .id).number
            xKm = try values.decode(Double.self, forKey: .xKm)
            yKm = try values.decode(Double.self, forKey: .yKm)
            need = try values.decode([WholeNumber].self, forKey: .need).map(\.number)
            value = try values.decode([Double].self, forKey: .value)
        }
    }

    package struct Volunteer: Decodable, Sendable {
        package let id: Int
        let force: String
        let homeGroup: Int
        let capacityMinutes: Double
        let nearGroups: [Int]

        private enum Key: String, CodingKey { case id, force, homeGroup, capacityMinutes, nearGroups }

        package init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            id = try values.decode(WholeNumber.self, forKey: .id).number
            force = try values.decode(String.self, forKey: .force)
            homeGroup = try values.decode(WholeNumber.self, forKey: .homeGroup).number
            capacityMinutes = try values.decode(Double.self, forKey: .capacityMinutes)
            nearGroups = try values.decode([WholeNumber].self, forKey: .nearGroups).map(\.number)
        }
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

    private enum Key: String, CodingKey {
        case forces, minutes, maxGroups, travelBaseMinutes, travelMinutesPerKm, travelCostPerKm, groups
        case conversion, volunteers
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        forces = try values.decode([String].self, forKey: .forces)
        minutes = try values.decode([WholeNumber].self, forKey: .minutes).map(\.number)
        maxGroups = try values.decode(WholeNumber.self, forKey: .maxGroups).number
        travelBaseMinutes = try values.decode(Double.self, forKey: .travelBaseMinutes)
        travelMinutesPerKm = try values.decode(Double.self, forKey: .travelMinutesPerKm)
        travelCostPerKm = try values.decode(Double.self, forKey: .travelCostPerKm)
        groups = try values.decode([Group].self, forKey: .groups)
        conversion = try values.decode([[Double]].self, forKey: .conversion)
        volunteers = try values.decode([Volunteer].self, forKey: .volunteers)
    }

    /// - Throws: `Diagnostic`, naming the field that cannot be.
    package init(json: Data, file: String) throws(Diagnostic) {
        do {
            self = try JSONDecoder().decode(Self.self, from: json)
        } catch let fault as Fault {
            throw Diagnostic(.badProblem, file: file, fault, action: "Correct the file.")
        } catch {
            let place = DecodingError.place(of: error)
            let line = JSONPlace.line(of: error, in: [UInt8](json)) ?? (place == "no JSON" ? 1 : nil)
            throw Diagnostic(
                .badProblem, file: file,
                found: "no statement of a problem (\(place)\(line.map { ", line \($0)" } ?? ""))",
                expected: "groups, volunteers, minutes and conversion as in ward97.json",
                action: "Correct the file.")
        }
        if let fault { throw Diagnostic(.badProblem, file: file, fault, action: "Correct the file.") }
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

/// A whole number of a JSON text, also one written as 4.0.
private struct WholeNumber: Decodable {
    let number: Int

    /// - Throws: `Fault` for a number that is not whole or too large, with its field.
    init(from decoder: any Decoder) throws {
        let written = try decoder.singleValueContainer().decode(Double.self)
        guard let number = Int(exactly: written) else {
            throw Fault(
                place: DecodingError.field(decoder.codingPath), found: "\(written)",
                expected: "a whole number")
        }
        self.number = number
    }
}
