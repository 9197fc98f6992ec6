import Basics
import SurveyStatistics
import Testing

/// Sums by cell against the rows themselves.
@Suite struct MomentDesignTests {
    private struct Row {
        let stratum, psu, weightStep: Int
        let isMember: Bool
        let y, x: Int?
    }

    private static func rows(seed: Int) -> [Row] {
        var random = SplitMix64(seed: UInt64(seed))
        return (0..<500).map { _ in
            let stratum = random.below(5)
            let known = random.below(10) > 0
            let x = random.below(4)
            return Row(
                stratum: stratum, psu: stratum * 8 + random.below(8), weightStep: random.below(3),
                isMember: random.below(3) > 0, y: known ? random.below(x + 1) : nil, x: known ? x : nil)
        }
    }

    /// Rows with their cells: one for each stratum, PSU (where there are any) and weight.
    private static func cells(
        _ rows: [Row], hasPSUs: Bool
    ) -> (design: MomentDesign, domain: [MomentCell]) {
        struct Key: Hashable { let stratum, psu, weight: Int }
        let byKey = Dictionary(grouping: rows) {
            Key(stratum: $0.stratum, psu: hasPSUs ? $0.psu : 0, weight: $0.weightStep)
        }
        let keys = byKey.keys.sorted { ($0.stratum, $0.psu, $0.weight) < ($1.stratum, $1.psu, $1.weight) }
        let strata = (0..<5).map { stratum in
            let own = rows.filter { $0.stratum == stratum }
            let psus = hasPSUs ? Set(own.map(\.psu)).count : own.count
            return MomentDesign.Stratum(sampledPSUs: psus, population: Double(psus * 3))
        }
        let design = MomentDesign(
            cells: keys.map {
                .init(stratum: $0.stratum, weight: 1.3 + Double($0.weight), psu: hasPSUs ? $0.psu : nil)
            },
            strata: strata, lonelyPSU: .fail)
        let domain = keys.enumerated().map { place, key in
            let members = (byKey[key] ?? []).filter(\.isMember)
            var moments = RatioMoments(cases: 0, y: 0, x: 0, yy: 0, xy: 0, xx: 0)
            for row in members {
                guard let y = row.y, let x = row.x else { continue }
                moments += RatioMoments(cases: 1, y: y, x: x, yy: y * y, xy: x * y, xx: x * x)
            }
            return MomentCell(place: place, moments: moments)
        }
        return (design, domain)
    }

    @Test(arguments: 1...20, [true, false])
    func sumsOfCellsGiveWhatTheRowsGive(seed: Int, hasPSUs: Bool) throws {
        let rows = Self.rows(seed: seed)
        let (moments, domain) = Self.cells(rows, hasPSUs: hasPSUs)
        let sizes = rows.map { row in
            let own = rows.filter { $0.stratum == row.stratum }
            return Double(3 * (hasPSUs ? Set(own.map(\.psu)).count : own.count))
        }
        let design = try SurveyDesign(
            weights: rows.map { 1.3 + Double($0.weightStep) }, strata: rows.map(\.stratum),
            psus: hasPSUs ? rows.map(\.psu) : nil, population: .init(sizes))
        let expected = try design.ratio(
            of: rows.map { $0.y.map(Double.init) }, over: rows.map { $0.x.map(Double.init) },
            in: .rows(rows.indices.filter { rows[$0].isMember }), interval: .logit)
        let found = try #require(try moments.ratio(in: domain, interval: .logit))
        func near(_ left: Double?, _ right: Double?) -> Bool {
            guard let left, let right else { return false }
            return abs(left - right) <= 1e-11 * abs(right)
        }
        #expect(near(found.value, expected.value), "seed \(seed)")
        #expect(near(found.standardError, expected.standardError), "seed \(seed)")
        #expect(near(found.interval?.lower, expected.interval?.lower), "seed \(seed)")
        #expect(near(found.designEffect, expected.designEffect), "seed \(seed)")
        #expect(near(found.designEffectWithReplacement, expected.designEffectWithReplacement))
        #expect(found.base == expected.base)
        #expect(found.degreesOfFreedom == expected.degreesOfFreedom)
    }
}
