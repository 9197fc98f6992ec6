import Foundation
import Testing

/// One report of a made-up ward, its lists made again from the survey file and the rules alone: who may be visited,
/// by whom.
@Suite struct WhoIsVisitedTests {
    private let ward: ReportedWard

    init() throws { ward = try ReportedWard.made.get() }

    @Test(
        "every named visit goes to a household that agreed, did not say no, and is not forbidden; lists say the same"
    )
    func lists() throws {
        let rows = try ward.assignments()
        let named = rows.filter { $0["kind"] == "visit" }
        try #require(named.count > 5 && ward.forbidden.count > 5)
        var seen: Set<String> = []
        for row in named {
            let (id, force) = (row["household_id"] ?? "", row["force"] ?? "")
            #expect(seen.insert(id).inserted, "\(id) is visited twice")
            // Of ids with two interviews the program keeps one.
            guard let household = ward.households[id] else { continue }
            let consent = household["consent"] ?? ""
            #expect(household["wants_help"] != "no", "\(id) wants no help")
            #expect(
                consent == "all_forces" || (consent == "volunteers" && force != "police"), "\(id): \(consent)"
            )
            #expect(ward.forbidden[row["volunteer_id"] ?? ""]?.contains(id) != true, "\(id) is forbidden")
            #expect(row["group_id"] == String(id.prefix { $0 != "-" }))
            // Only police can make an e-ID, and they do nothing else.
            #expect((force == "police") == (row["task_code"] == "eIDLevel2"), "\(force): \(row)")
        }
        for row in rows where row["kind"] != "visit" { #expect(row["household_id"] == "") }
        // A page for each who has a visit, with the codes of the own visits in their order.
        let byVolunteer = Dictionary(grouping: rows, by: { $0["volunteer_id"] ?? "" })
        #expect(try ward.pages("volunteers") == byVolunteer.keys.map { $0 + ".html" }.sorted())
        for (volunteer, own) in byVolunteer {
            let page = try ward.text("volunteers/\(volunteer).html")
            let codes = page.matches(of: /class="code">([^<]*)</).map { String($0.output.1) }
            #expect(Set(codes) == Set(own.compactMap { $0["household_id"] }.filter { !$0.isEmpty }))
            for (id, household) in ward.households where !codes.contains(id) {
                if let phone = household["phone"], phone.count >= 9 {
                    #expect(!page.contains(phone), "\(volunteer) has the number of \(id)")
                }
            }
            #expect(page.contains(ward.contact) && page.contains(ward.word) && page.contains("link"))
            #expect(!page.contains("Thủ tục hộ đã làm"))
            #expect(page.contains("Chỉ đến hộ đã đồng ý cho công an") == (own[0]["force"] == "police"))
        }
    }

    @Test("needs.csv names no household that may not be visited, and counts them all")
    func needs() throws {
        let needs = try ward.table("report/officer/needs.csv")
        var refused = 0
        for row in needs {
            if row["consent"] == "none" {
                #expect(row["household_id"] == "" && row["walk"] == "")
                refused += Int(row["households"] ?? "") ?? 0
            } else if let id = row["household_id"], !id.isEmpty {
                guard let household = ward.households[id] else { continue }
                #expect(
                    household["wants_help"] != "no" && !["", "no"].contains(household["consent"]), "\(id)")
            }
        }
        #expect(refused > 100)
    }

    @Test("a group's page has the group's codes, who comes, and no small number of refusals")
    func groups() throws {
        let rows = try ward.assignments()
        let byGroup = Dictionary(grouping: rows, by: { $0["group_id"] ?? "" })
        let crew = Dictionary(
            try ward.table("volunteers.csv").map {
                ($0["volunteer_id"] ?? "", $0)
            }, uniquingKeysWith: { first, _ in first })
        for name in try ward.pages("groups") {
            let page = try ward.text("groups/" + name)
            let group = String(name.dropLast(".html".count))
            let own = byGroup[group] ?? []
            let mentioned = Set(page.matches(of: /[A-Z]{2}[0-9]{2}-[0-9]{3}/).map { String($0.output) })
            #expect(
                mentioned == Set(own.compactMap { $0["household_id"] }.filter { !$0.isEmpty }), "\(group)")
            for volunteer in Set(own.compactMap { $0["volunteer_id"] }) {
                let name = try #require(crew[volunteer]?["name"])
                #expect(page.contains("\(name) – "), "\(group) is not told of \(volunteer)")
            }
            #expect(page.contains(ward.contact) && page.contains(ward.word) == !own.isEmpty)
            // Refusals in fives only, and never under 5; no row of the table of unmet need speaks of them.
            for match in page.matches(of: /Khoảng ([0-9.]+) hộ không muốn/) {
                let count = Int(match.output.1) ?? 0
                #expect(count >= 5 && count % 5 == 0)
            }
            #expect(!page.contains("<td>không muốn được giúp"))
        }
    }

    @Test("residents read whom to ask, what nobody asks for, and never the word")
    func residents() throws {
        let page = try ward.text("public/public.html")
        #expect(page.contains(ward.contact) && !page.contains(ward.word))
        for asked in ["mật khẩu", "OTP", "ảnh thẻ", "tiền", "link"] { #expect(page.contains(asked)) }
        for path in ["leader/leader.html", "leader/message.txt", "summary.json"] {
            #expect(try !ward.text(path).contains(ward.word), "\(path)")
        }
    }

    @Test(
        "a contact or word that cannot be printed, or a word that the public page would tell, exits 64",
        arguments: [
            ["--contact", " "], ["--word", ""], ["--word", "a\nb"], ["--contact", "0204\u{202E}1"],
            ["--word", String(repeating: "a", count: 41)], ["--contact", "Gọi Hoa 0204", "--word", "hoa"],
        ])
    func refused(options: [String]) throws {
        let run = try ward.run(["analyze", "2025-09.csv"] + options)
        #expect(run.status == 64 && run.errors.contains("--"), "\(run.errors)")
    }
}
