import Readiness
import SurveyData
import Testing
import VolunteerDeployment

@Suite struct WalkingOrderTests {
    @Test func sortsDoorsByStreetThenByNumber() {
        let walk = [
            "Số 7, ngõ 5 Lý Thái Tổ", "3 Nguyễn Văn Cừ", "12A Lý Thái Tổ", "12 Lý Thái Tổ", "2 Lý Thái Tổ",
            "Ngõ 5 Lý Thái Tổ, số 2", "số 100 đường Lý Thái Tổ", "", "Lý Thái Tổ 14", "12/3 Lý Thái Tổ",
        ].sorted { HouseNumber(address: $0) < HouseNumber(address: $1) }
        #expect(
            walk == [
                "2 Lý Thái Tổ", "Ngõ 5 Lý Thái Tổ, số 2", "Số 7, ngõ 5 Lý Thái Tổ", "12 Lý Thái Tổ",
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
