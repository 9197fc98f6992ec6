import Basics
import Foundation
import TestSupport
import Testing

/// What the built program says of groups, volunteers, playbooks, counts, maps, needs and problems that cannot be.
@Suite struct WardFileTests {
    private static func path(_ name: String) -> String {
        Program.root.appendingPathComponent("Tests/Fixtures/Mutations/\(name)").path
    }

    private static func text(_ name: String) throws -> String {
        String(decoding: try TestFiles.fixture("Mutations/\(name)"), as: UTF8.self)
    }

    /// A survey of 60 households in two groups, of which some need help.
    private static let survey: String = {
        var text =
            "household_id,survey_date,former_ward,residential_group,smartphone,internet,e_id,skills,knows_process,"
            + "procedures_total,procedures_online,wants_help,consent\n"
        for number in 0..<60 {
            text +=
                "AA0\(1 + number % 2)-\(100 + number),2025-11-\(10 + number % 10),Hoa Sim,Tổ \(1 + number % 2),yes,"
                + "mobile,level_2,\(number % 3 == 0 ? "call" : "send_file;install_app"),\(number % 4 == 0 ? "no" : "yes"),"
                + "2,\(number % 3 == 0 ? 0 : 1),yes,all_forces\n"
        }
        return text
    }()

    /// Runs `analyze` with one of the files in another text.
    private func analyze(_ name: String, _ text: String, in scratch: Scratch) throws -> Program.Run {
        try analyze(name, bytes: Array(text.utf8), in: scratch)
    }

    private func analyze(_ name: String, bytes: [UInt8], in scratch: Scratch) throws -> Program.Run {
        var paths = [
            "groups.csv": Self.path("groups.csv"), "volunteers.csv": Self.path("volunteers.csv"),
            "playbook.yaml": Self.path("playbook.yaml"), "official.csv": Self.path("official.csv"),
            "map.geojson": Self.path("map.geojson"), "edited.csv": Self.path("edited.csv"),
        ]
        let file = scratch.folder.appendingPathComponent(name)
        try Data(bytes).write(to: file)
        paths[name] = file.path
        return try Program.run([
            "analyze", scratch.write(Self.survey, as: "2025-11.csv"), "--no-pdf", "--quiet", "--sampling",
            "probability", "--groups", paths["groups.csv"] ?? "", "--volunteers",
            paths["volunteers.csv"] ?? "",
            "--playbook", paths["playbook.yaml"] ?? "", "--official", paths["official.csv"] ?? "", "--map",
            paths["map.geojson"] ?? "", "--last-plan", paths["edited.csv"] ?? "", "--output",
            scratch.folder.appendingPathComponent("report").path,
        ])
    }

    @Test("the sound files give a report")
    func sound() throws {
        let scratch = try Scratch()
        let run = try analyze("groups.csv", Self.text("groups.csv"), in: scratch)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test(
        "a field that cannot be is refused with 65, its place and what is allowed",
        arguments: [
            (
                "groups.csv", "0.1075", "10.75", "groups.csv:2: column people_60_plus_share",
                "(10.75 % is 0.1075)"
            ),
            (
                "groups.csv", "0.1210", "\"0,1210\"", "groups.csv:3: column people_60_plus_share",
                "point or comma"
            ),
            ("groups.csv", "AA02", "aa01", "groups.csv:3: column group_id", "a code of its own"),
            ("groups.csv", "21.27066", "2127066", "groups.csv:2: column lat", "from -90 to 90"),
            ("volunteers.csv", "youth", "navy", "volunteers.csv:2: column force", "youth, police or women"),
            (
                "volunteers.csv", "payments;teaching", "payments;juggling", "volunteers.csv:2: column skills",
                "e_id, online_filing"
            ),
            (
                "volunteers.csv", "weekday-evening;sat-morning", "weekday-evening;whenever",
                "volunteers.csv:2: column available", "afternoon or evening"
            ),
            ("volunteers.csv", ",330,1,", ",330,0,", "volunteers.csv:2: column max_groups", "from 1 to 30"),
            ("volunteers.csv", ",330,", ",44640,", "volunteers.csv:2: column minutes", "at most 20,000"),
            (
                "volunteers.csv", "AA06-066", "nobody", "volunteers.csv:9: column never_households",
                "codes as the survey's household_id"
            ),
            (
                "playbook.yaml", "skill: e_id", "skill: juggling",
                "playbook.yaml: barriers.eID.forces.police.skill", "e_id"
            ),
            (
                "playbook.yaml", "later: 0.05", "later: 5", "playbook.yaml: barriers.device.later",
                "0.0 to 1.0"
            ),
            ("official.csv", "4742", "14742", "official.csv:2: column online", "at most the number"),
            ("official.csv", "2025-09", "1925-09", "official.csv:2: column month", "2000 to 2099"),
            ("map.geojson", "106.19616", "1061961.6", "feature 1", "degrees"),
            ("map.geojson", "\"Polygon\"", "Polygon", "map.geojson:2", "GeoJSON"),
            ("edited.csv", "knowledge", "flying", "edited.csv:2: column barrier", "device, connection"),
            ("edited.csv", ",25,", ",-25,", "edited.csv:2: column minutes", "0 or more"),
        ])
    func refused(name: String, old: String, new: String, place: String, allowed: String) throws {
        let text = try Self.text(name)
        let range = try #require(text.range(of: old), "\(old)")
        let broken = text.replacingCharacters(in: range, with: new)
        let scratch = try Scratch()
        let run = try analyze(name, broken, in: scratch)
        #expect(run.status == 65, "\(run.errors)")
        #expect(run.errors.contains(place) && run.errors.contains(allowed), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(run.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: scratch.folder.appendingPathComponent("report").path))
    }

    @Test("files with letters and marks apart give the same bytes")
    func decomposed() throws {
        let (one, other) = (try Scratch(), try Scratch())
        let groups = try Self.text("groups.csv")
        let volunteers = try Self.text("volunteers.csv")
        #expect(try analyze("groups.csv", groups, in: one).status == 0)
        let apart = groups.decomposedStringWithCanonicalMapping
        #expect(Array(apart.utf8) != Array(groups.utf8))
        #expect(try analyze("groups.csv", apart, in: other).status == 0)
        let third = try Scratch()
        let run = try analyze("volunteers.csv", volunteers.decomposedStringWithCanonicalMapping, in: third)
        #expect(run.status == 0)
        for case let path as String in FileManager.default.enumerator(atPath: one.folder.path + "/report")
            ?? .init()
        {
            let contents = [one, other, third].map {
                FileManager.default.contents(atPath: "\($0.folder.path)/report/\(path)")
            }
            #expect(contents[0] == contents[1] && contents[0] == contents[2], "\(path)")
        }
    }

    @Test(
        "a problem file that cannot be is refused with its field",
        arguments: [
            ("\"id\": 5", "\"id\": 0", "volunteers[2].id"),
            ("\"capacityMinutes\": 240", "\"capacityMinutes\": 1000000000", "volunteers[0].capacityMinutes"),
            ("\"maxGroups\": 2", "\"maxGroups\": -1", "maxGroups"),
            ("\"need\": [3, 2, 4]", "\"need\": [1000000000000, 2, 4]", "groups[0].need[0]"),
            ("\"value\": [1.5, 1.0, 0.7]", "\"value\": [1e26, 1.0, 0.7]", "groups[0].value[0]"),
        ])
    func problem(old: String, new: String, field: String) throws {
        let text = try Self.text("problem.json").replacingOccurrences(of: old, with: new)
        let scratch = try Scratch()
        let run = try Program.run("plan", "--instance", try scratch.write(text, as: "p.json"), "--json")
        #expect(run.status == 65 && run.output.isEmpty)
        #expect(run.errors.contains("p.json: \(field): found "), "\(run.errors)")
    }

    /// Every way of breaking off by chance: a signal would show as a status above 128 or below 0, a bug as 70.
    @Test("broken files end with a report or with 65", arguments: 0..<4)
    func mutations(batch: Int) throws {
        let kinds: [(String, Mutation)] = [
            ("groups.csv", .csv), ("volunteers.csv", .csv), ("playbook.yaml", .yaml), ("official.csv", .csv),
            ("map.geojson", .json), ("edited.csv", .csv),
        ]
        for (place, (name, mutation)) in kinds.enumerated() {
            for round in 0..<2 {
                let seed = 1_000 * batch + 10 * place + round + 1
                var random = SplitMix64(test: seed)
                let bytes = mutation.mutated(try TestFiles.fixture("Mutations/\(name)"), &random)
                let scratch = try Scratch()
                let run = try analyze(name, bytes: bytes, in: scratch)
                #expect(
                    run.status == 0 || run.status == 65, "\(name), seed \(seed): \(run.status) \(run.errors)")
            }
        }
    }
}
