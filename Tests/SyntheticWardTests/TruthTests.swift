import Foundation
@testable import SyntheticWard
import Testing

@Suite struct TruthTests {
    private let survey = SyntheticSurvey(SyntheticWardSettings(households: 4_000, months: 2, seed: 7))

    private struct Truth: Decodable {
        let synthetic: Bool
        let population: Int
        let months: [Month]

        struct Month: Decodable {
            let month: String
            let interviews: Int
            let rows: [String: Int]
            let dirtyRows: [String: Int]
            let ward: Place
            let formerWards: [Place]
            let groups: [Place]
        }

        struct Place: Decodable {
            let id: String?
            let asked: Int?
            let households: Int
            let onlineUptakeDossiers: [Int]
            let selfFiledHouseholds: [Int]
            let eIDLevel2: [Int]
            let cascadeSkill: [Int]
        }
    }

    private func truth() throws -> Truth {
        try JSONDecoder().decode(Truth.self, from: Data(survey.truthFile()))
    }

    @Test func truthEqualsARecountOfThePopulation() throws {
        let truth = try truth()
        #expect(truth.synthetic && truth.population == 36_900)
        for (month, told) in truth.months.enumerated() {
            var counted = (dossiers: 0, online: 0, need: 0, alone: 0, eID: 0, skill: 0, households: 0)
            for (index, place) in survey.population.groups.enumerated() {
                for number in 1...place.households {
                    let household = survey.population.household(group: index, number: number)
                    let state = MonthlyState(household, place: place, month: month)
                    counted.households += 1
                    counted.dossiers += state.dossiers
                    counted.online += state.dossiersOnline
                    counted.need += state.dossiers > 0 ? 1 : 0
                    counted.alone += state.filer == .self ? 1 : 0
                    counted.eID += state.eID == .level2 ? 1 : 0
                    let ready =
                        state.hasDevice && state.hasConnection && state.hasEID && state.hasFilingSkills
                    counted.skill += ready ? 1 : 0
                }
            }
            #expect(told.ward.households == counted.households)
            #expect(told.ward.onlineUptakeDossiers == [counted.online, counted.dossiers])
            #expect(told.ward.selfFiledHouseholds == [counted.alone, counted.need])
            #expect(told.ward.eIDLevel2 == [counted.eID, counted.households])
            #expect(told.ward.cascadeSkill == [counted.skill, counted.households])
        }
    }

    @Test func groupsAndFormerWardsAddUpToTheWard() throws {
        for month in try truth().months {
            #expect(month.groups.count == 97 && month.formerWards.count == 7)
            for parts in [month.groups, month.formerWards] {
                #expect(parts.reduce(0) { $0 + $1.households } == month.ward.households)
                #expect(
                    parts.reduce(0) { $0 + $1.onlineUptakeDossiers[0] } == month.ward.onlineUptakeDossiers[0])
            }
            #expect(month.groups.reduce(0) { $0 + ($1.asked ?? 0) } == 4_000)
        }
    }

    @Test func rowsAddUpAndMatchTheFile() throws {
        for (index, month) in try truth().months.enumerated() {
            let rows = month.rows
            let parts = ["accepted", "rejected", "blank", "totalsRows"].compactMap { rows[$0] }
            #expect(rows["read"] == parts.reduce(0, +))
            let lines = survey.file(month: index).count { $0 == UInt8(ascii: "\n") }
            let header = 1
            #expect(lines == header + (rows["read"] ?? 0) + (month.dirtyRows["newlineInAddress"] ?? 0))
        }
    }

    /// Weights N_g/n_g over the groups that were asked recover the truth: within five standard errors, 0.9 points
    /// each, of the e-ID share; the two groups nobody was asked in are left out on both sides.
    @Test(arguments: [0, 1])
    func theWeightedSampleRecoversTheTruth(month: Int) throws {
        var estimate = 0.0
        var households = 0.0
        var expected = 0.0
        let truth = TruthTable(survey.population, month: month)
        for (index, place) in survey.population.groups.enumerated() {
            let sample = survey.sample(month: month, group: index)
            if sample.isEmpty { continue }
            let weight = Double(place.households) / Double(sample.count)
            for number in sample {
                let household = survey.population.household(group: index, number: number)
                estimate += MonthlyState(household, place: place, month: month).hasEID ? weight : 0
            }
            households += Double(place.households)
            expected += Double(truth.groups[index].numerator(.eIDLevel2))
        }
        #expect(abs(estimate - expected) / households < 0.045)
    }
}
