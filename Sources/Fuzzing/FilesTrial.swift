internal import Foundation
internal import Readiness
internal import SurveyData
internal import SurveyReports
internal import VolunteerDeployment

/// Every other file that the program reads: whatever the bytes, they are read or refused with a message, and what was
/// read keeps its ranges.
enum FilesTrial {
    /// A kind of file: reads bytes, throws what refuses them, and returns what is wrong with what was read.
    typealias Reading = @Sendable ([UInt8]) throws -> String?

    /// By the name that SANSANG_TRIAL and `Benchmarks/fuzz` give it.
    static let kinds: [String: Reading] = [
        "groups": { bytes in
            let registry = try Registry(table: WardTable(bytes: bytes, name: "groups.csv"))
            return registry.groups.allSatisfy { (1...100_000).contains($0.households) } ? nil : "households"
        },
        "volunteers": { bytes in
            let roster = try Roster(table: WardTable(bytes: bytes, name: "volunteers.csv"), registry: nil)
            let isSound = roster.volunteers.allSatisfy {
                (0...20_000).contains($0.minutes) && (1...30).contains($0.maximumGroups)
            }
            return isSound ? nil : "minutes or groups"
        },
        "holidays": { bytes in
            _ = try Holidays(table: WardTable(bytes: bytes, name: "holidays.csv"))
            return nil
        },
        "official": { bytes in
            let counts = try OfficialCounts(table: WardTable(bytes: bytes, name: "official.csv"))
            return counts.rows.allSatisfy { 0 <= $0.online && $0.online <= $0.dossiers } ? nil : "counts"
        },
        "needs": { bytes in
            let needs = try WardNeeds(table: WardTable(bytes: bytes, name: "needs.csv"))
            _ = try DeploymentProblem(
                groups: needs.groups, volunteers: [], needs: needs.needs + needs.unnamed,
                quotas: needs.quotas, playbook: .builtIn())
            return nil
        },
        "edited": { bytes in
            _ = try EditedAssignments(
                table: WardTable(bytes: bytes, name: "edited.csv"),
                barriers: CascadeStep.barriers.map(\.rawValue))
            return nil
        },
        "map": { bytes in
            let map = try WardMap(bytes: bytes, file: "map.geojson", registry: Registry.builtForMaps)
            return map.shapes.isEmpty ? "a map without shapes" : nil
        },
        "codebook": { bytes in
            guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
            _ = try Codebook(yaml: text, file: "codebook.yaml")
            return nil
        },
        "playbook": { bytes in
            guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
            let playbook = try Playbook(yaml: text, file: "playbook.yaml")
            let chances = Force.allCases.compactMap {
                playbook.help(over: CascadeStep.barriers, by: $0)?.addedChance
            }
            return chances.allSatisfy { $0 <= 1 } ? nil : "a chance above 1"
        },
        "part": { bytes in
            guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
            let part = try PartDocument.summary(in: text, file: "part.json")
            // What was read can be written, and read again.
            let again = try PartDocument.summary(in: PartDocument(part).text(), file: "again.json")
            return again.counts == part.counts ? nil : "a part that is written otherwise"
        },
        "problem": { bytes in
            let problem = try AllocationInstance(json: Data(bytes), file: "problem.json").problem
            let end = ContinuousClock.now + .milliseconds(200)
            let result = try allocate(
                problem, effort: AllocationEffort(rounds: 20, renewals: 1, nodes: 20),
                shouldStop: { ContinuousClock.now > end })
            return result.gap == nil ? "a bound below the value" : nil
        },
    ]

    /// What is wrong; nil where the bytes are read, or refused with a message.
    static func difference(_ bytes: [UInt8], kind: String) -> String? {
        guard let reading = kinds[kind] else { return "no trial \(kind)" }
        do {
            return try reading(bytes)
        } catch {
            return "\(error)".contains("found ") || error is DeploymentProblemError ? nil : "\(error)"
        }
    }
}

extension Registry {
    /// Groups that a map may draw.
    fileprivate static let builtForMaps = Registry(
        groups: (1...3).map {
            ResidentialGroup(
                id: GroupID("AA0\($0)"), formerWard: "Hoa Sim", name: "\($0)", households: 100,
                share60Plus: nil,
                latitude: nil, longitude: nil, siteDistanceKilometres: nil)
        }, isGiven: true)
}
