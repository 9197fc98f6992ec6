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
                "site_distance_km", "synthetic",
            ])
        #expect(rows.count == 98)
        #expect(rows.allSatisfy { $0.count == 9 })
        #expect(rows.dropFirst().compactMap { Int($0[3]) }.reduce(0, +) == 36_900)
        #expect(rows.dropFirst().compactMap { Double($0[4]) }.allSatisfy { (0.02...0.35).contains($0) })
        #expect(rows.dropFirst().compactMap { Double($0[7]) }.allSatisfy { (0...6).contains($0) })
    }

    @Test func theRosterHasThreeForcesNobodyCanCall() {
        let rows = lines(VolunteerRoster(population).file())
        #expect(
            rows[0] == [
                "volunteer_id", "name", "force", "phone", "home_group_id", "minutes", "max_groups", "skills",
                "available", "never_households", "synthetic",
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

    @Test("every row of surveys, groups, volunteers and registry says last that it is made up")
    func everyRowIsMarked() {
        for dialect in SurveyDialect.allCases {
            let settings = SyntheticWardSettings(
                households: 300, months: 2, seed: 7, dialect: dialect, population: 6_000)
            for file in synthesize(settings) where file.name.hasSuffix(".csv") {
                let isSurvey = file.name.hasPrefix("2025")
                let table = ParsedSurvey(file.bytes, dialect: isSurvey ? dialect : .canonical)
                let isVietnamese = isSurvey && dialect == .vietnamese
                #expect(table.headers.last == (isVietnamese ? "Dữ liệu mẫu" : "synthetic"), "\(file.name)")
                let marks = Set(table.rows.compactMap(\.last))
                #expect(marks == [isVietnamese ? "có" : "yes"], "\(file.name), \(dialect)")
            }
        }
    }

    @Test("the registry has every household once, with the surveys' code, address and people of 60 and over")
    func theRegistryAgreesWithTheSurveys() throws {
        for dialect in SurveyDialect.allCases {
            let settings = SyntheticWardSettings(
                households: 900, months: 2, seed: 11, dialect: dialect, population: 6_000)
            let survey = SyntheticSurvey(settings)
            let registry = ParsedSurvey(survey.population.householdsFile.bytes, dialect: .canonical)
            #expect(
                registry.headers == [
                    "household_id", "former_ward", "residential_group", "address", "people_60_plus",
                    "synthetic",
                ])
            #expect(registry.rows.count == 6_000 && registry.ragged == 0)
            let households = Dictionary(grouping: registry.rows, by: { $0[0] })
            #expect(households.count == 6_000)
            for month in 0..<2 {
                let asked = ParsedSurvey(survey.file(month: month), dialect: dialect)
                for row in asked.rows {
                    let household = try #require(households[row[asked.place(.householdID)]]?.first)
                    let address = row[asked.place(.address)].replacing("\n", with: " ")
                    #expect(household[3] == address)
                    let older = asked.meaning(.people60Plus, row)
                    #expect(older.hasPrefix("missing") || household[4] == older)
                }
            }
        }
    }

    @Test("the registry comes in a piece for the header and one for each residential group")
    func theRegistryComesInPieces() {
        let population = WardPopulation(households: 6_000, seed: 7)
        let file = population.householdsFile
        let pieces = Array(file.pieces)
        #expect(pieces.count == 1 + population.groups.count)
        let lines = pieces.dropFirst().map { $0.count { $0 == 0x0A } }
        #expect(lines == population.groups.map(\.households))
        #expect(pieces.flatMap(\.self) == file.bytes)
    }

    @Test func monthsFollowEachOtherOverTheYearsEnd() {
        #expect(SyntheticMonth.september2025.text == "2025-09")
        #expect(SyntheticMonth.september2025.advanced(by: 4).text == "2026-01")
        #expect(SyntheticMonth("2025-09") == .september2025)
        #expect(SyntheticMonth("2025-13") == nil)
    }
}
