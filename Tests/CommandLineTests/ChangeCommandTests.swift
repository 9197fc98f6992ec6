import Foundation
import Testing

/// What `analyze` says of earlier months, as its user sees it.
@Suite struct ChangeCommandTests {
    private func month(_ month: String, online: Int, in scratch: Scratch) throws -> String {
        let rows = (1...300).map { household in
            let files = household <= online
            return "H\(household),\(month)-13,1,2,\(files ? 2 : 0),\(files ? "self" : "")"
        }
        return try scratch.write(
            (["household_id,survey_date,residential_group,procedures_total,procedures_online,who_filed"]
                + rows)
                .joined(separator: "\n"), as: "\(month).csv")
    }

    private func analyze(_ arguments: [String], in scratch: Scratch) throws -> Program.Run {
        try Program.run(
            ["analyze", "--no-pdf", "--language", "en", "--sampling", "probability"] + arguments
                + ["--output", scratch.folder.appendingPathComponent("report").path])
    }

    private func summary(_ scratch: Scratch) throws -> [String: Any] {
        let file = scratch.folder.appendingPathComponent("report/summary.json")
        return try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
    }

    private func findings(_ scratch: Scratch) throws -> [String: String] {
        let findings = try summary(scratch)["findings"] as? [[String: Any]] ?? []
        return Dictionary(
            findings.map { ($0["code"] as? String ?? "", $0["text"] as? String ?? "") },
            uniquingKeysWith: { first, _ in first })
    }

    @Test(
        "a form that asks for three months has no change to the month before, and the page says from when on")
    func threeMonths() throws {
        let scratch = try Scratch()
        let files = [
            try month("2025-10", online: 60, in: scratch), try month("2025-11", online: 120, in: scratch),
        ]
        let run = try analyze(files + ["--month", "2025-11"], in: scratch)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("compared with 2025-10: 300 households, 300 in both months\n"))
        #expect(run.errors.contains("what was filed is not compared: the form asks for 3 months"))
        let text = try #require(try findings(scratch)["uptakeChangeNotTellable"])
        #expect(
            text.hasSuffix(
                "(both count some of the same dossiers). From January 2026 on a change can be told."))
        #expect(try findings(scratch)["uptakeRose"] == nil)
    }

    @Test("the relevance of a change is a setting in points", arguments: [("1", true), ("25", false)])
    func relevance(points: String, isClaimed: Bool) throws {
        let scratch = try Scratch()
        let files = [
            try month("2025-08", online: 60, in: scratch), try month("2025-11", online: 120, in: scratch),
        ]
        let run = try analyze(files + ["--month", "2025-11", "--relevance", points], in: scratch)
        #expect(run.status == 0, "\(run.errors)")
        #expect((try findings(scratch)["uptakeRose"] != nil) == isClaimed)
    }

    @Test("a relevance that is no number of points is a usage error", arguments: ["-1", "101", "nan", "one"])
    func badRelevance(points: String) throws {
        let scratch = try Scratch()
        let file = try month("2025-11", online: 60, in: scratch)
        let run = try analyze([file, "--relevance=\(points)"], in: scratch)
        #expect(run.status == 64)
        #expect(run.errors.contains("relevance"))
    }

    @Test("the playbook's reference period is the form's")
    func playbookPeriod() throws {
        let scratch = try Scratch()
        let playbook = try String(
            contentsOf: Program.root.appendingPathComponent("samples/playbook.yaml"), encoding: .utf8)
        let path = try scratch.write(
            playbook.replacing("referenceMonths: 3", with: "referenceMonths: 1"), as: "playbook.yaml")
        let files = [
            try month("2025-10", online: 60, in: scratch), try month("2025-11", online: 120, in: scratch),
        ]
        let run = try analyze(files + ["--month", "2025-11", "--playbook", path], in: scratch)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try findings(scratch)["uptakeRose"] != nil)
    }
}
