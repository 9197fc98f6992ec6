import Basics
import Foundation
import Readiness
import SurveyData
import TestSupport
import Testing

@testable import VolunteerDeployment

/// 3,000 broken copies of each file of a plan: none stops the program, and what is refused is refused with its place.
@Suite struct FileMutationTests {
    private func check(
        _ name: String, _ mutation: Mutation, batch: Int, _ read: ([UInt8], Int) throws -> Void
    ) throws {
        let file = try TestFiles.fixture("Mutations/\(name)")
        try read(file, 0)
        for seed in batch * 300..<(batch + 1) * 300 {
            var random = SplitMix64(test: seed + 1)
            let bytes = mutation.mutated(file, &random)
            do {
                try read(bytes, seed)
            } catch let error as DeploymentProblemError {
                // Sums over several rows: the group's code says where.
                #expect("\(error)".contains("group"), "\(name), seed \(seed): \(error)")
            } catch {
                #expect(saysWhere("\(error)"), "\(name), seed \(seed): \(error)")
            }
        }
    }

    @Test("a broken playbook is read or refused with its place", arguments: 0..<10)
    func playbook(batch: Int) throws {
        try check("playbook.yaml", .yaml, batch: batch) { bytes, _ in
            guard let text = String(validating: bytes, as: UTF8.self) else { return }
            let playbook = try Playbook(yaml: text, file: "playbook.yaml")
            for force in Force.allCases {
                let help = playbook.help(over: CascadeStep.barriers, by: force)
                #expect(help?.addedChance ?? 0 <= 1)
            }
        }
    }

    @Test("a broken needs file is read or refused with its place", arguments: 0..<10)
    func needs(batch: Int) throws {
        let playbook = try Playbook.builtIn()
        try check("needs.csv", .csv, batch: batch) { bytes, _ in
            let needs = try WardNeeds(table: WardTable(bytes: bytes, name: "needs.csv"))
            _ = try DeploymentProblem(
                groups: needs.groups, volunteers: [], needs: needs.needs, quotas: needs.quotas,
                playbook: playbook)
        }
    }

    @Test("a broken edited plan is scored or refused with its place", arguments: 0..<10)
    func edited(batch: Int) throws {
        func table(_ name: String) throws -> WardTable {
            try WardTable(bytes: TestFiles.fixture("Mutations/\(name)"), name: name)
        }
        let registry = try Registry(table: table("groups.csv"))
        let needs = try WardNeeds(table: table("needs.csv"), registry: registry)
        let problem = try DeploymentProblem(
            groups: registry.groups,
            volunteers: Roster(table: table("volunteers.csv"), registry: registry).volunteers,
            needs: needs.needs, quotas: needs.quotas, playbook: .builtIn())
        try check("edited.csv", .csv, batch: batch) { bytes, _ in
            let edited = try EditedAssignments(
                table: WardTable(bytes: bytes, name: "edited.csv"),
                barriers: CascadeStep.barriers.map(\.rawValue))
            let plan = DeploymentPlan(edited, of: problem, bound: 1_000)
            #expect(PlanCheck(plan, of: problem).score.isFinite)
        }
    }

    /// One in a hundred of those that can be planned is planned.
    @Test("a broken problem file is planned or refused with its field", arguments: 0..<10)
    func problem(batch: Int) throws {
        try check("problem.json", .json, batch: batch) { bytes, seed in
            let instance = try AllocationInstance(json: Data(bytes), file: "problem.json")
            let problem = instance.problem
            guard seed.isMultiple(of: 25) else { return }
            let end = ContinuousClock.now + .milliseconds(300)
            let result = try allocate(
                problem, effort: AllocationEffort(gap: 0.005, renewals: 2),
                shouldStop: { ContinuousClock.now > end })
            #expect(result.bound >= result.value - 1e-6, "seed \(seed)")
        }
    }
}
