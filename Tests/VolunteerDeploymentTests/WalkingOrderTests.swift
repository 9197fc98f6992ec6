import Basics
import Readiness
import SurveyData
import TestSupport
import Testing

@testable import VolunteerDeployment

@Suite struct WalkingOrderTests {
    @Test func sortsStreetsAsAVietnameseDictionary() {
        let streets = ["Cầu Ván", "Ấp Bắc", "Đình Làng", "Dừa", "Âu Cơ", "An Hoà", "Ao Sen", "Ánh Sáng", "Ă"]
        let walk = streets.map { "1 \($0)" }.sorted { HouseNumber(address: $0) < HouseNumber(address: $1) }
        #expect(
            walk
                == ["An Hoà", "Ánh Sáng", "Ao Sen", "Ă", "Ấp Bắc", "Âu Cơ", "Cầu Ván", "Dừa", "Đình Làng"]
                .map { "1 \($0)" })
    }

    /// Of every walk past up to 9 doors the shortest is found by trying all; of up to 12 by Held and Karp's recursion.
    @Test func findsTheShortestWalk() {
        var longest = 1.0
        for seed in 0..<200 {
            var random = SplitMix64(test: seed)
            let points = (0..<(3 + seed % 10)).map { _ in
                ShortestWalk.Point(
                    north: .random(in: 0...300, using: &random), east: .random(in: 0...500, using: &random))
            }
            let order = ShortestWalk.order(points)
            #expect(order.sorted() == Array(points.indices), "seed \(seed)")
            longest = max(longest, ShortestWalk.length(of: order, points) / shortest(points))
        }
        #expect(longest <= 1.05)
    }

    /// M. Held and R. M. Karp, SIAM Journal 10 (1962): the best walk past a set of doors that ends at one of them.
    private func shortest(_ points: [ShortestWalk.Point]) -> Double {
        let count = points.count
        var best = Array(repeating: Array(repeating: Double.infinity, count: count), count: 1 << count)
        for end in 0..<count { best[1 << end][end] = 0 }
        for set in 1..<(1 << count) {
            for end in 0..<count where best[set][end].isFinite {
                for next in 0..<count where set & 1 << next == 0 {
                    let length = best[set][end] + points[end].distance(to: points[next])
                    best[set | 1 << next][next] = min(best[set | 1 << next][next], length)
                }
            }
        }
        return best[(1 << count) - 1].min() ?? 0
    }

    @Test func walksPastKnownPlacesTheShortestWay() throws {
        var instance = Instance(playbook: try Playbook.plain())
        instance.groups = [group("G1", at: (21.30, 106.2))]
        instance.volunteers = [volunteer("V1", .youth, home: "G1", minutes: 900)]
        // Along a lane that runs north, in an order that the numbers do not tell; H5's place is not known.
        let places = [("H1", 9, 21.3), ("H2", 1, 21.303), ("H3", 5, 21.301), ("H4", 3, 21.302)]
        instance.needs =
            places.map { id, number, north in
                need(
                    id, in: "G1", [.knowledge], address: "\(number) Lê Lợi",
                    place: HouseholdPlace(latitude: north, longitude: 106.2))
            } + [need("H5", in: "G1", [.knowledge], address: "7 Lê Lợi")]
        let plan = try solve(try instance.problem())
        #expect(plan.visits.map { $0.household?.text ?? "" } == ["H2", "H4", "H3", "H5", "H1"])
    }

    @Test func sortsDoorsByStreetThenByNumber() {
        let walk = [
            "Số 7, ngõ 5 Lý Thái Tổ", "3 Nguyễn Văn Cừ", "12A Lý Thái Tổ", "12 Lý Thái Tổ", "2 Lý Thái Tổ",
            "Ngõ 5 Lý Thái Tổ, số 2", "số 100 đường Lý Thái Tổ", "", "Lý Thái Tổ 14", "12/3 Lý Thái Tổ",
        ].sorted { HouseNumber(address: $0) < HouseNumber(address: $1) }
        #expect(
            walk == [
                "Số 7, ngõ 5 Lý Thái Tổ", "Ngõ 5 Lý Thái Tổ, số 2", "2 Lý Thái Tổ", "12 Lý Thái Tổ",
                "12/3 Lý Thái Tổ", "12A Lý Thái Tổ", "Lý Thái Tổ 14", "số 100 đường Lý Thái Tổ",
                "3 Nguyễn Văn Cừ", "",
            ])
    }

    @Test(arguments: [
        ("Ngõ 5, số 7", "", [5, 7], ""), ("12A", "", [12], "a"), ("Số 3 ngách 2 ngõ 9", "", [9, 2, 3], ""),
        ("Thôn Đông", "thôn đông", [], ""), ("SN 15, Phố Huyền Quang", "huyền quang", [15], ""),
        // Marks apart from their letters, all of them or, as one keyboard has it, tones only.
        ("So\u{302}\u{301} 7, ngo\u{303} 5", "", [5, 7], ""),
        ("Sô\u{301} 7, đươ\u{300}ng Lý Thái Tổ", "lý thái tổ", [7], ""),
    ])
    func readsAnAddress(address: String, street: String, numbers: [Int], suffix: String) {
        let read = HouseNumber(address: address)
        #expect(read.street == street)
        #expect(read.numbers == numbers)
        #expect(read.suffix == suffix)
    }

    @Test func goesHomeFirstThenToTheNearestGroupAndDoorsOfAQuotaLast() throws {
        var instance = Instance(playbook: try Playbook.builtIn())
        instance.groups = [
            group("G1", at: (21.30, 106.2)), group("G2", at: (21.20, 106.2)), group("G3", at: (21.21, 106.2)),
        ]
        instance.volunteers = [volunteer("V1", .youth, home: "G2", minutes: 900)]
        instance.needs = [
            need("H1", in: "G1", [.knowledge], address: "1 Lê Lợi"),
            need("H2", in: "G2", [.knowledge], address: "12 Lê Lợi"),
            need("H3", in: "G2", [.skill], address: "3 Lê Lợi"),
            need("H4", in: "G3", [.knowledge], address: "1 Lê Lợi"),
        ]
        instance.quotas = [
            QuotaNeed(group: GroupID("G2"), failedSteps: [.knowledge], count: 1, expectedDossiers: 1)
        ]
        let plan = try solve(try instance.problem())
        #expect(plan.visits.map { $0.household?.text ?? "quota" } == ["H3", "H2", "quota", "H4", "H1"])
        #expect(plan.visits.map(\.order) == [1, 2, 3, 4, 5])
        #expect(
            plan.visits.map(\.reason) == [
                .homeGroup, .homeGroup, .homeGroup, .sameFormerWard, .sameFormerWard,
            ])
    }
}
