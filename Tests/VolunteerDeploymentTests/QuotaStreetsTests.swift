import Basics
import Readiness
import SurveyData
import TestSupport
import Testing

@testable import VolunteerDeployment

/// Several people in one group: each street, or part of one, has one owner.
@Suite struct QuotaStreetsTests {
    private func quotas(_ volunteer: String, _ count: Int, in group: String) -> VolunteerAssignment {
        let visits = (0..<count).map { place in
            Visit(
                volunteer: VolunteerID(volunteer), order: place + 1, kind: .quota, group: GroupID(group),
                household: nil, barrier: .knowledge, failedSteps: [.knowledge], steps: [.knowledge],
                taskCode: "", minutes: 25, expectedGain: 1, addedChance: 1, reason: .homeGroup)
        }
        return VolunteerAssignment(
            volunteer: VolunteerID(volunteer), force: .youth, minutesAvailable: 0, visits: visits)
    }

    private func problem(_ addresses: [String]) throws -> DeploymentProblem {
        var instance = Instance(playbook: try Playbook.plain())
        instance.groups = [group("G1")]
        instance.needs = addresses.enumerated().map {
            need("H\($0.offset)", in: "G1", [.knowledge], address: $0.element)
        }
        return try instance.problem()
    }

    private func streets(_ addresses: [String], _ counts: [Int]) throws -> [[StreetPart]] {
        let people = counts.enumerated().map { quotas("V\($0.offset)", $0.element, in: "G1") }
        let parts = QuotaStreets(try problem(addresses)).parts(for: people)
        return people.map { parts[$0.volunteer]?[GroupID("G1")] ?? [] }
    }

    @Test("streets go by the shares of the quotas, written as the survey has them")
    func byShares() throws {
        let addresses =
            (1...8).map { "Số \($0), đường Sân Đình" } + (1...4).map { "\($0) đường Cầu Ván" }
            + (1...4).map { "\($0) đường Ao Sen" }
        #expect(
            try streets(addresses, [5, 5]) == [
                [.init(street: "đường Sân Đình")],
                [.init(street: "đường Ao Sen"), .init(street: "đường Cầu Ván")],
            ])
        // One person has the whole group.
        #expect(try streets(addresses, [5]) == [[]])
        #expect(try streets(["", ""], [2, 2]) == [[], []])
    }

    @Test("one street of several people is divided by its sides, then by numbers")
    func oneStreet() throws {
        let addresses = (1...9).map { "\($0) Lê Lợi" }
        #expect(
            try streets(addresses, [4, 4]) == [
                [.init(street: "Lê Lợi", side: .odd)], [.init(street: "Lê Lợi", side: .even)],
            ])
        let three = try streets(addresses, [4, 4, 4])
        #expect(
            Set(three.joined()) == [
                .init(street: "Lê Lợi", side: .even), .init(street: "Lê Lợi", side: .odd, to: 3),
                .init(street: "Lê Lợi", side: .odd, from: 4),
            ])
        #expect(three.allSatisfy { $0.count == 1 })
    }

    @Test("no house has two owners, and each known house has one", arguments: 0..<100)
    func everyHouseHasOneOwner(seed: Int) throws {
        var random = SplitMix64(test: seed)
        let names = ["Lê Lợi", "Ao Sen", "Cầu Ván", "Đình Làng"]
        let addresses = (0..<Int.random(in: 1...30, using: &random)).map { _ in
            "\(Int.random(in: 1...40, using: &random)) \(names[Int.random(in: 0..<4, using: &random)])"
        }
        let counts = (0..<Int.random(in: 2...6, using: &random)).map { _ in
            Int.random(in: 1...9, using: &random)
        }
        let shares = try streets(addresses, counts)
        for address in addresses {
            let number = try #require(Int(address.prefix { $0.isNumber }))
            let owners = shares.count { share in
                share.contains { part in
                    address.hasSuffix(" " + part.street)
                        && (part.side == nil || (part.side == .odd) == (number % 2 != 0))
                        && number >= part.from ?? 0 && number <= part.to ?? .max
                }
            }
            #expect(owners == 1, "seed \(seed): \(address)")
        }
    }
}
