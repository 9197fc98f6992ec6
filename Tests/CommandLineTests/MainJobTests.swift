import Foundation
import SurveyData
import SyntheticWard
import TestSupport
import Testing
import VolunteerDeployment

@Suite struct MainJobTests {
    private static let root = Program.root

    /// Relative paths of all files below a folder.
    private func files(_ folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let base = folder.standardizedFileURL.path + "/"
        for case let file as URL in FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: nil) ?? .init()
        {
            let path = file.standardizedFileURL.path
            if let data = FileManager.default.contents(atPath: path), !path.hasSuffix("/") {
                files[path.replacingOccurrences(of: base, with: "")] = data
            }
        }
        return files
    }

    @Test func theSamplesAndTheirReportAreMadeAgainByteForByte() throws {
        let scratch = try Scratch()
        let samples = scratch.folder.appendingPathComponent("samples").path
        let made = try Program.run(
            "synthesize", "--households", "4000", "--months", "3", "--seed", "2025", "--output", samples)
        #expect(made.status == 0)
        for (name, data) in try files(URL(fileURLWithPath: samples)) {
            let kept = FileManager.default.contents(
                atPath: Self.root.appendingPathComponent("samples/\(name)").path)
            #expect(kept == data, "samples/\(name) differs: run samples/remake")
        }
        let report = scratch.folder.appendingPathComponent("report")
        let run = try Program.run(
            "analyze", "--no-pdf", "samples/2025-10.csv", "samples/2025-11.csv", "--month", "2025-11",
            "--groups",
            "samples/groups.csv", "--volunteers", "samples/volunteers.csv", "--playbook",
            "samples/playbook.yaml", "--official", "samples/official.csv", "--map", "samples/map.geojson",
            "--sampling", "probability", "--output", report.path)
        #expect(run.status == 0)
        let fresh = try files(report)
        let kept = try files(Self.root.appendingPathComponent("reports/sample"))
        #expect(Set(fresh.keys) == Set(kept.keys))
        let differing = fresh.keys.filter { kept[$0] != fresh[$0] }.sorted()
        #expect(differing.isEmpty, "reports/sample differs: run samples/remake")
    }

    @Test func theNumberOfThreadsChangesNothing() throws {
        let scratch = try Scratch()
        var files: [[String: Data]] = []
        for threads in ["1", "3"] {
            let output = scratch.folder.appendingPathComponent(threads)
            let run = try Program.run(
                "analyze", "--no-pdf", "samples/2025-10.csv", "--groups", "samples/groups.csv",
                "--volunteers",
                "samples/volunteers.csv", "--sampling", "probability",
                "--threads", threads, "--output", output.path)
            #expect(run.status == 0)
            var contents: [String: Data] = [:]
            for path in try FileManager.default.subpathsOfDirectory(atPath: output.path) {
                contents[path] = FileManager.default.contents(
                    atPath: output.appendingPathComponent(path).path)
            }
            files.append(contents)
        }
        #expect(files[0].count > 100 && files[0] == files[1])
    }

    @Test func aMessageOfAVolunteerSampleSaysOfWhomItSpeaks() throws {
        let scratch = try Scratch()
        for (sampling, isSaid) in [("volunteer", true), ("probability", false)] {
            let output = scratch.folder.appendingPathComponent(sampling)
            let run = try Program.run(
                "analyze", "--no-pdf", "samples/2025-10.csv", "--groups", "samples/groups.csv",
                "--sampling", sampling, "--output", output.path)
            #expect(run.status == 0)
            let message = try String(
                contentsOf: output.appendingPathComponent("leader/message.txt"), encoding: .utf8)
            #expect(message.contains("không nói về cả phường") == isSaid)
            #expect(message.contains("hồ sơ được nộp trực tuyến (khoảng tin cậy 95 %: "))
            #expect(message.count <= 900)
        }
    }

    @Test func theSamplePlaybookIsTheBuiltIn() throws {
        let text = try String(
            contentsOf: Self.root.appendingPathComponent("samples/playbook.yaml"), encoding: .utf8)
        #expect(try Playbook(yaml: text, file: "samples/playbook.yaml") == Playbook.builtIn())
    }

    @Test(arguments: ["2025-09", "2025-10", "2025-11"])
    func thePlanOfTheSamplesIsNearItsBound(month: String) throws {
        let scratch = try Scratch()
        let output = scratch.folder.appendingPathComponent(month)
        let run = try Program.run(
            "analyze", "--no-pdf", "samples/\(month).csv", "--groups", "samples/groups.csv", "--volunteers",
            "samples/volunteers.csv", "--sampling", "probability", "--output", output.path)
        #expect(run.status == 0)
        let summary = try JSONSerialization.jsonObject(
            with: Data(contentsOf: output.appendingPathComponent("summary.json")))
        let plan = (summary as? [String: Any])?["plan"] as? [String: Any]
        let objective = try #require(plan?["objective"] as? Double)
        let bound = try #require(plan?["bound"] as? Double)
        #expect(objective >= 0.95 * bound)
        #expect(objective <= bound)
        #expect(objective > 100)
    }

    @Test func theSummaryKeepsItsSchema() throws {
        func json(_ path: String) throws -> [String: Any] {
            let data = try Data(contentsOf: Self.root.appendingPathComponent(path))
            return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        }
        let check = SchemaCheck(try json("reports/sample/officer/summary.schema.json"))
        var summary = try json("reports/sample/summary.json")
        #expect(check.breaches(summary) == [])
        // The check can fail: a hidden figure with a value, a missing key, an unknown one.
        var estimates = summary["estimates"] as? [[String: Any]] ?? []
        let hidden = try #require(estimates.firstIndex { $0["shown"] as? Bool == false })
        estimates[hidden]["value"] = 0.5
        summary["estimates"] = estimates
        summary["month"] = nil
        summary["extra"] = 1
        #expect(
            check.breaches(summary) == [
                "$: no month", "$.estimates[\(hidden)].value: no [\"null\"]", "$: unknown extra",
            ])
    }

    @Test func personsStandOnlyOnTheListsOfThoseWhoVisitThem() throws {
        let text = try String(
            contentsOf: Self.root.appendingPathComponent("samples/2025-11.csv"), encoding: .utf8)
        let rows = text.split(separator: "\n").dropFirst()
        let phones = Set(
            rows.compactMap { $0.split(separator: ",").first { $0.hasPrefix("0000") && $0.count == 10 } }.map(
                String.init))
        #expect(phones.count > 1000)
        for (name, data) in try files(Self.root.appendingPathComponent("reports/sample"))
        where !name.hasPrefix("volunteers/V") {
            let content = String(decoding: data, as: UTF8.self)
            var run = ""
            for character in content.unicodeScalars {
                if ("0"..."9").contains(character) {
                    run.unicodeScalars.append(character)
                } else {
                    #expect(!phones.contains(run), "\(name)")
                    run = ""
                }
            }
        }
    }

    @Test(arguments: SurveyDialect.allCases)
    func everyDialectGivesTheSameHouseholds(dialect: SurveyDialect) throws {
        let made = synthesize(SyntheticWardSettings(households: 600, months: 1, seed: 5, dialect: dialect))
        let scratch = try Scratch()
        for file in made { _ = try scratch.write(String(decoding: file.bytes, as: UTF8.self), as: file.name) }
        let path = scratch.folder.appendingPathComponent("2025-09.csv").path
        let run = try Program.run(
            "check", path, "--groups", scratch.folder.appendingPathComponent("groups.csv").path, "--json")
        #expect(run.status == 0)
        let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let truth =
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: scratch.folder.appendingPathComponent("truth.json"))) as? [String: Any]
        let rows = (truth?["months"] as? [[String: Any]])?.first?["rows"] as? [String: Int]
        for name in ["read", "accepted", "rejected", "blank", "totalsRows"] {
            #expect(json?[name] as? Int == rows?[name], "\(name)")
        }
    }

    @Test func aSurveyOfAnotherCountryReadsWithItsCodebookAlone() throws {
        guard let data = ReferenceFiles.outside("data/ict/mx_endutih2021_hogar_joined.csv") else {
            try Test.cancel("\(ReferenceFiles.without("data/ict"))")
        }
        let scratch = try Scratch()
        let output = scratch.folder.appendingPathComponent("mx")
        let run = try Program.run(
            "analyze", "--no-pdf", data.path, "--codebook", "samples/codebooks/endutih-2021.yaml", "--output",
            output.path
        )
        #expect(run.status == 0, "\(run.errors)")
        let summary =
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: output.appendingPathComponent("summary.json"))) as? [String: Any]
        let estimates = summary?["estimates"] as? [[String: Any]] ?? []
        func figure(_ kind: String, _ name: String) -> [String: Any]? {
            estimates.first {
                $0["indicator"] as? String == "internet" && $0["domainKind"] as? String == kind
                    && (kind == "all" || $0["domainName"] as? String == name)
            }
        }
        // Published by INEGI's microdata and R survey 4.1-1 (mx_results.json).
        let all = try #require(figure("all", ""))
        #expect(abs((all["value"] as? Double ?? 0) - 0.664304) < 1e-6)
        #expect(abs((all["standardError"] as? Double ?? 0) - 0.003029) < 1e-6)
        #expect(all["degreesOfFreedom"] as? Int == 7885)
        #expect(abs((figure("urbanRural", "urban")?["value"] as? Double ?? 0) - 0.742240) < 1e-6)
        #expect(abs((figure("urbanRural", "rural")?["value"] as? Double ?? 0) - 0.403377) < 1e-6)
        #expect(
            estimates.count {
                $0["domainKind"] as? String == "state" && $0["indicator"] as? String == "internet"
            } == 32)
    }

    @Test func theProgramNeedsNothingButItself() throws {
        let scratch = try Scratch()
        let copy = scratch.folder.appendingPathComponent("sansang")
        try FileManager.default.copyItem(at: Program.path, to: copy)
        let file = try scratch.write(
            "household_id,residential_group,smartphone\nA1,1,yes\nA2,1,no\n", as: "s.csv")
        let run = try Program.run(
            ["analyze", "--no-pdf", file, "--output", "out"], in: scratch.folder, program: copy)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            FileManager.default.fileExists(
                atPath: scratch.folder.appendingPathComponent("out/leader/leader.html").path))
    }
}
