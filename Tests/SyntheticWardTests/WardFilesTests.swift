@testable import SyntheticWard
import Testing

@Suite struct WardFilesTests {
    private let population = WardPopulation(households: 36_900, seed: 7)

    private func lines(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func theRegistryHasItsContractedColumnsAndAllGroups() {
        let rows = lines(population.registryFile())
        #expect(
            rows[0] == [
                "former_ward", "residential_group", "group_id", "households", "people_60_plus_share", "lat",
                "lon",
                "site_distance_km",
            ])
        #expect(rows.count == 98)
        #expect(rows.allSatisfy { $0.count == 8 })
        #expect(rows.dropFirst().compactMap { Int($0[3]) }.reduce(0, +) == 36_900)
        #expect(rows.dropFirst().compactMap { Double($0[4]) }.allSatisfy { (0.02...0.35).contains($0) })
        #expect(rows.dropFirst().compactMap { Double($0[7]) }.allSatisfy { (0...6).contains($0) })
    }

    @Test func theRosterHasThreeForcesNobodyCanCall() {
        let rows = lines(VolunteerRoster(population).file())
        #expect(
            rows[0] == [
                "volunteer_id", "name", "force", "phone", "home_group_id", "minutes", "max_groups", "skills",
                "available", "never_households",
            ])
        let people = rows.dropFirst()
        #expect(people.count == 291)
        #expect(Set(people.map { $0[0] }).count == 291)
        #expect(Set(people.map { $0[2] }) == ["youth", "police", "women"])
        #expect(people.allSatisfy { $0[3].hasPrefix("0000") && $0[1].hasSuffix("(mẫu)") })
        let groups = Set(population.groups.map(\.id))
        #expect(people.allSatisfy { groups.contains($0[4]) })
        #expect(Set(people.map { $0[4] }).count == 97)
    }

    @Test func monthsFollowEachOtherOverTheYearsEnd() {
        #expect(SyntheticMonth.september2025.text == "2025-09")
        #expect(SyntheticMonth.september2025.advanced(by: 4).text == "2026-01")
        #expect(SyntheticMonth("2025-09") == .september2025)
        #expect(SyntheticMonth("2025-13") == nil)
    }
}
