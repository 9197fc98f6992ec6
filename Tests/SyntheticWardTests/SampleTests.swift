@testable import SyntheticWard
import Testing

@Suite struct SampleTests {
    private func sizes(_ seed: UInt64, population: Int = 36_900) -> [Int] {
        WardPopulation(households: population, seed: seed).groups.map(\.households)
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func fourThousandInterviewsShowRichThinAndAbsentGroups(seed: UInt64) {
        let counts = SampleAllocation(interviews: 4_000, sizes: sizes(seed), seed: seed).counts
        #expect(counts.reduce(0, +) == 4_000)
        #expect(counts.count { $0 >= 60 } == 20)
        #expect(counts.count { (30...40).contains($0) } == 74)
        #expect(counts.count { $0 == 3 } == 1)
        #expect(counts.count { $0 == 0 } == 2)
    }

    @Test(arguments: [1, 50, 97, 499, 500, 1_000, 12_345, 35_000, 36_500, 36_900])
    func everyInterviewIsGivenToAGroupThatHasTheHousehold(interviews: Int) {
        let sizes = sizes(9)
        let counts = SampleAllocation(interviews: interviews, sizes: sizes, seed: 9).counts
        #expect(counts.reduce(0, +) == interviews)
        #expect(zip(counts, sizes).allSatisfy { $0 <= $1 })
    }

    @Test func moreInterviewsThanHouseholdsMakeALargerWard() {
        let settings = SyntheticWardSettings(households: 50_000, months: 1, seed: 1)
        let ward = SyntheticSurvey(settings)
        #expect(ward.population.households == 55_000)
        #expect(ward.allocation.counts.count { $0 == 3 } == 1)
        #expect(ward.allocation.counts.count { $0 == 0 } == 2)
    }

    @Test(arguments: [4_000, 35_000])
    func noHouseholdIsAskedTwiceInAMonth(interviews: Int) {
        let ward = SyntheticSurvey(SyntheticWardSettings(households: interviews, months: 3, seed: 2))
        for month in 0..<3 {
            for (group, place) in ward.population.groups.enumerated() {
                let sample = ward.sample(month: month, group: group)
                #expect(Set(sample).count == sample.count)
                #expect(sample.count == ward.allocation.counts[group])
                #expect(sample.allSatisfy { (1...place.households).contains($0) })
            }
        }
    }

    @Test func aboutHalfOfAMonthWasAskedTheMonthBefore() {
        let ward = SyntheticSurvey(SyntheticWardSettings(households: 4_000, months: 3, seed: 2))
        for month in 1..<3 {
            var recurring = 0
            for group in ward.population.groups.indices {
                let before = Set(ward.sample(month: month - 1, group: group))
                recurring += ward.sample(month: month, group: group).count { before.contains($0) }
            }
            #expect(recurring == ward.draw.recurring[month])
            #expect((1_900...2_000).contains(recurring))
        }
    }

    /// Every household has the same chance n/N in every month: 2,000 draws of 3 of 10, seeds 0…1,999.
    @Test(arguments: [0, 1, 2])
    func everyHouseholdOfAGroupIsAskedEquallyOften(month: Int) {
        var times = Array(repeating: 0, count: 10)
        for seed in 0..<2_000 {
            let draw = SampleDraw(counts: [3], sizes: [10], months: 3, seed: UInt64(seed))
            for number in draw.months[month][0] { times[number - 1] += 1 }
        }
        // Expected 600; six standard deviations are 123.
        #expect(times.allSatisfy { (477...723).contains($0) }, "\(times)")
    }
}
