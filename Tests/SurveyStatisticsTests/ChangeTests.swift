import Basics
import SurveyStatistics
import Testing

@Suite struct ChangeTests {
    private func design(_ rows: Int, weight: Double, population: Double?) throws -> SurveyDesign {
        try SurveyDesign(
            weights: Array(repeating: weight, count: rows), strata: nil, psus: nil,
            population: population.map { size in .init(Array(repeating: size, count: rows)) })
    }

    private func overlap(
        _ before: SurveyDesign, _ units: [Int], _ after: SurveyDesign, _ later: [Int]
    ) -> SampleOverlap {
        SampleOverlap(
            earlier: before, units: units, strata: units.map { _ in 0 }, later: after, laterUnits: later,
            laterStrata: later.map { _ in 0 })
    }

    /// The same households twice: the variance is that of each household's own difference.
    @Test func theSameHouseholdsAreComparedPairByPair() throws {
        let before: [Double?] = [1, 4, 2, 8, 5, 7]
        let after: [Double?] = [2, 6, 2, 9, 4, 9]
        let design = try design(6, weight: 1, population: nil)
        let link = overlap(design, Array(0..<6), design, Array(0..<6))
        let change = try link.change(of: .mean(before), in: .all, to: .mean(after), in: .all)
        let pairs = try design.mean(of: zip(before, after).map { ($1 ?? 0) - ($0 ?? 0) })
        #expect(abs(change.difference.value - pairs.value) < 1e-12)
        let found = try #require(change.difference.standardError)
        #expect(abs(found - (try #require(pairs.standardError))) < 1e-12)
    }

    @Test func householdsThatAreNotTheSameAreComparedApart() throws {
        let values: [Double?] = [1, 4, 2, 8, 5, 7]
        let design = try design(6, weight: 1, population: nil)
        let link = overlap(design, Array(0..<6), design, Array(6..<12))
        let change = try link.change(of: .mean(values), in: .all, to: .mean(values), in: .all)
        let own = try #require(try design.mean(of: values).standardError)
        #expect(abs((change.difference.standardError ?? 0) - own * 2.0.squareRoot()) < 1e-12)
        #expect(link.commonUnits == 0)
    }

    /// Everyone was asked twice: whatever changed, changed.
    @Test func aCensusTwiceHasNoErrorOfItsChange() throws {
        let design = try design(4, weight: 1, population: 4)
        let link = overlap(design, Array(0..<4), design, Array(0..<4))
        let change = try link.change(of: .mean([0, 0, 1, 1]), in: .all, to: .mean([0, 1, 1, 1]), in: .all)
        #expect(change.difference.value == 0.25)
        #expect(change.difference.standardError == 0)
        #expect(change.pValue == nil)
    }

    @Test("units that enter, leave or answer otherwise are discordant, whatever their weights")
    func discordantUnits() throws {
        // Units 0…7, then 2…9: two leave, two enter, unit 5 answers otherwise; unit 7 has no answer later.
        let before: [Double?] = [1, 0, 1, 0, 1, 0, 1, 0]
        let after: [Double?] = [1, 0, 1, 1, 1, nil, 0, 1]
        let link = overlap(
            try design(8, weight: 1, population: nil), Array(0..<8),
            try design(8, weight: 3, population: nil), Array(2..<10))
        let change = try link.change(of: .mean(before), in: .all, to: .mean(after), in: .all)
        #expect(change.discordantUnits == 6)
        #expect(change.difference.degreesOfFreedom == 5)
    }

    @Test("a cluster is discordant where its households together answer otherwise")
    func discordantClusters() throws {
        let clusters = [0, 0, 1, 1, 2, 2]
        let design = try SurveyDesign(
            weights: [1, 2, 1, 2, 1, 2], strata: nil, psus: clusters, population: nil)
        let link = overlap(design, clusters, design, clusters)
        let change = try link.change(
            of: .ratio([1, 0, 2, 0, 1, 1], over: [2, 1, 2, 2, 1, 1]), in: .all,
            to: .ratio([0, 1, 2, 1, 1, 1], over: [1, 2, 2, 2, 1, 1]), in: .all)
        #expect(change.discordantUnits == 1)
        #expect(change.difference.degreesOfFreedom == 0 && change.pValue == nil)
        #expect(change.difference.interval == nil)
    }

    @Test("a change without a unit that differs cannot be told")
    func nothingDiffers() throws {
        let values: [Double?] = [1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1]
        let design = try design(12, weight: 2, population: nil)
        let link = overlap(design, Array(0..<12), design, Array(0..<12))
        let change = try link.change(of: .mean(values), in: .all, to: .mean(values), in: .all)
        #expect(change.discordantUnits == 0)
        #expect(change.pValue == nil && change.difference.degreesOfFreedom == 0)
    }

    @Test("asking everyone again promises the error of the pairs")
    func panelError() throws {
        let seed: UInt64 = 23
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        let before: [Double?] = (0..<400).map { _ in random.normal() }
        let after: [Double?] = before.map { 0.8 * ($0 ?? 0) + 0.6 * random.normal() }
        let design = try design(400, weight: 1, population: nil)
        let all = try overlap(design, Array(0..<400), design, Array(0..<400)).change(
            of: .mean(before), in: .all, to: .mean(after), in: .all)
        // The later sample shares every other unit with the earlier one.
        let half = try overlap(design, Array(0..<400), design, (0..<400).map { $0 % 2 == 0 ? $0 : 400 + $0 })
            .change(of: .mean(before), in: .all, to: .mean(after), in: .all)
        let pairs = try #require(all.difference.standardError)
        #expect(abs(try #require(all.panelStandardError) / pairs - 1) < 0.05)
        #expect(abs(try #require(half.panelStandardError) / pairs - 1) < 0.15)
        #expect((half.difference.standardError ?? 0) > 1.3 * (half.panelStandardError ?? 0))
        let apart = overlap(design, Array(0..<400), design, Array(400..<800))
        #expect(
            try apart.change(of: .mean(before), in: .all, to: .mean(after), in: .all).panelStandardError
                == nil)
    }

    /// Samples of 40 and 50 of 200, 20 in both, drawn 4,000 times: the mean of the estimated variances is the
    /// variance of the differences.
    @Test func theVarianceOfADifferenceIsRightOnAverage() throws {
        let seed: UInt64 = 11
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        let population = (0..<200).map { _ in random.normal() }
        let later = population.map { 0.7 * $0 + 0.5 * random.normal() }
        var (sum, squares, estimated) = (0.0, 0.0, 0.0)
        let draws = 4000
        for _ in 0..<draws {
            var order = Array(0..<200)
            for place in 0..<70 { order.swapAt(place, place + random.below(200 - place)) }
            let (first, second) = (Array(order[0..<40]), Array(order[20..<70]))
            let link = overlap(
                try design(40, weight: 5, population: 200), first, try design(50, weight: 4, population: 200),
                second)
            let change = try link.change(
                of: .mean(first.map { population[$0] }), in: .all, to: .mean(second.map { later[$0] }),
                in: .all)
            sum += change.difference.value
            squares += change.difference.value * change.difference.value
            estimated += (change.difference.standardError ?? 0) * (change.difference.standardError ?? 0)
        }
        let mean = sum / Double(draws)
        let variance = squares / Double(draws) - mean * mean
        #expect(abs(estimated / Double(draws) / variance - 1) < 0.07)
    }

    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "BH") = 0.02 0.04 0.04 0.02
    @Test func falseDiscoveriesAreHeldAsRDoes() {
        let found = FalseDiscoveries.adjusted([0.01, 0.04, 0.03, 0.005])
        #expect(zip(found, [0.02, 0.04, 0.04, 0.02]).allSatisfy { abs($0 - $1) < 1e-15 })
        #expect(
            FalseDiscoveries.discovered([0.01, 0.04, 0.03, 0.005], share: 0.02) == [true, false, false, true])
        #expect(FalseDiscoveries.discovered([], share: 0.02) == [])
    }
}
