@testable import SyntheticWard
import Testing

@Suite struct PopulationTests {
    private static let ward = WardPopulation(households: 36_900, seed: 7)

    /// All households with what is true of them in a month.
    private func states(month: Int) -> [(household: HouseholdTruth, state: MonthlyState)] {
        Self.ward.groups.enumerated().flatMap { index, place in
            (1...place.households).map { number in
                let household = Self.ward.household(group: index, number: number)
                return (household, MonthlyState(household, place: place, month: month))
            }
        }
    }

    private func share<Item>(_ items: [Item], where fact: (Item) -> Bool) -> Double {
        Double(items.count { fact($0) }) / Double(max(1, items.count))
    }

    @Test func ninetySevenGroupsHaveCodesOfTheirOwnAndSharedNames() {
        let groups = Self.ward.groups
        #expect(groups.count == 97)
        #expect(Set(groups.map(\.id)).count == 97)
        #expect(Set(groups.map(\.formerWard)).count == 7)
        #expect(groups.count { $0.name == "Tổ 3" } == 7)
        #expect(groups.map(\.households).reduce(0, +) == 36_900)
        #expect(groups.allSatisfy { (190...600).contains($0.households) })
    }

    @Test func noFormerWardHasARealName() {
        let real = [
            "Thọ Xương", "Ngô Quyền", "Xương Giang", "Hoàng Văn Thụ", "Trần Phú", "Dĩnh Kế", "Dĩnh Trì",
        ]
        #expect(Set(Self.ward.formerWards).isDisjoint(with: real))
    }

    @Test func householdsAddUpToAWardOf123000People() {
        let people = states(month: 0).reduce(0) { $0 + $1.household.size }
        #expect((119_000...127_000).contains(people))
        #expect(
            states(month: 0).allSatisfy {
                $0.household.people60Plus + $0.household.children <= $0.household.size
            })
    }

    @Test func dossiersOnlineAreAtMostAllDossiers() {
        for (_, state) in states(month: 0) {
            #expect(state.dossiersOnline <= state.dossiers)
            #expect((state.filer != nil) == (state.dossiersOnline > 0))
            #expect((state.couldRepeat != nil) == (state.dossiersOnline > 0))
            #expect((state.channel == .noNeed) == (state.dossiers == 0))
        }
    }

    @Test(arguments: [1, 7, 23, 1_000] as [UInt64])
    func theWardLooksLikeOne(seed: UInt64) {
        let ward = TruthTable(WardPopulation(households: 36_900, seed: seed), month: 0).ward
        func share(_ indicator: TruthIndicator) -> Double {
            Double(ward.numerator(indicator)) / Double(ward.denominator(indicator))
        }
        #expect((0.34...0.46).contains(share(.onlineUptakeDossiers)))
        #expect((0.4...0.6).contains(share(.selfFiledHouseholds) / share(.onlineUptakeHouseholds)))
        let need = Double(ward.denominator(.onlineUptakeHouseholds)) / Double(ward.households)
        #expect((0.5...0.6).contains(need))
    }

    @Test func ageSkillsEIDAndFilingGoTogether() {
        let all = states(month: 0)
        let younger = all.filter { $0.household.respondentAge < 40 }
        let older = all.filter { $0.household.respondentAge >= 60 }
        #expect(share(younger) { $0.state.hasFilingSkills } > share(older) { $0.state.hasFilingSkills } + 0.2)
        #expect(share(younger) { $0.state.hasEID } > share(older) { $0.state.hasEID } + 0.1)
        #expect(
            share(younger) { $0.state.knowsProcess == .yes } > share(older) { $0.state.knowsProcess == .yes }
                + 0.1)
        let skilled = all.filter { $0.state.hasFilingSkills }
        let unskilled = all.filter { !$0.state.hasFilingSkills }
        #expect(share(skilled) { $0.state.hasEID } > share(unskilled) { $0.state.hasEID } + 0.1)
        let ready = all.filter { $0.state.dossiers > 0 && $0.state.steps.allSatisfy { $0 } }
        let unready = all.filter { $0.state.dossiers > 0 && !$0.state.steps.allSatisfy { $0 } }
        #expect(share(ready) { $0.state.filedOnline } > share(unready) { $0.state.filedOnline } + 0.2)
        let without = all.filter { !$0.state.hasDevice }
        #expect(share(without) { $0.state.hasEID } < 0.35)
    }

    @Test func groupsDifferByMoreThanChance() {
        let truth = TruthTable(Self.ward, month: 0)
        let shares = truth.groups.map {
            Double($0.numerator(.eIDLevel2)) / Double($0.denominator(.eIDLevel2))
        }
        let mean = shares.reduce(0, +) / 97
        let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 96
        // By chance alone: 0.62 · 0.38 / 380 = 0.0006.
        #expect(variance > 0.0012, "\(variance)")
    }

    @Test func nobodyLosesWhatTheyHadAndUptakeRises() {
        for (before, after) in zip(states(month: 0), states(month: 3)) {
            #expect(!before.state.hasSmartphone || after.state.hasSmartphone)
            #expect(after.state.eID.rawValue >= before.state.eID.rawValue)
            #expect(after.state.knowsProcess.rawValue <= before.state.knowsProcess.rawValue)
        }
        let first = TruthTable(Self.ward, month: 0).ward
        let fourth = TruthTable(Self.ward, month: 3).ward
        let rise =
            Double(fourth.numerator(.onlineUptakeDossiers))
            / Double(fourth.denominator(.onlineUptakeDossiers))
            - Double(first.numerator(.onlineUptakeDossiers))
            / Double(first.denominator(.onlineUptakeDossiers))
        #expect((0.03...0.15).contains(rise))
    }
}
