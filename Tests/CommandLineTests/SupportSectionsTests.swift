import Foundation
import Testing

/// What `analyze` says of savings, equipment, official counts and whom to tell, as its user sees it.
@Suite struct SupportSectionsTests {
    private func analyze(_ more: String..., in scratch: Scratch) throws -> Program.Run {
        try Program.run(
            [
                "analyze", "--no-pdf", "samples/2025-11.csv", "--groups", "samples/groups.csv", "--language",
                "en",
            ] + more
                + ["--output", scratch.folder.appendingPathComponent("report").path])
    }

    private func page(_ scratch: Scratch) throws -> String {
        try String(
            contentsOf: scratch.folder.appendingPathComponent("report/leader/leader.html"), encoding: .utf8)
    }

    private func json(_ path: String, _ scratch: Scratch) throws -> [String: Any] {
        let data = try Data(contentsOf: scratch.folder.appendingPathComponent("report/\(path)"))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    @Test func theOfficialRateStandsInABoxOfItsOwn() throws {
        let scratch = try Scratch()
        let counts = try scratch.write(
            "month,procedure,dossiers,online\n2025-09,,1000,600\n2025-10,,1000,700\n", as: "counts.csv")
        let run = try analyze("--sampling", "probability", "--official", counts, in: scratch)
        #expect(run.status == 0, "\(run.errors)")
        let page = try page(scratch)
        #expect(page.contains("The official rate of 65.0% lies above the survey&#39;s interval"))
        #expect(page.contains("1,300 of 2,000"))
        #expect(page.contains("There is no official count for 2025-11."))
        let summary = try json("summary.json", scratch)
        let check = SchemaCheck(try json("officer/summary.schema.json", scratch))
        #expect(check.breaches(summary) == [])
        let official = try #require(summary["official"] as? [String: Any])
        #expect(official["rate"] as? Double == 0.65)
        #expect(official["againstInterval"] as? String == "above")
    }

    @Test func aBadOfficialRowStopsWithOneMessage() throws {
        let scratch = try Scratch()
        let counts = try scratch.write("month,dossiers,online\n2025-10,10,4\n2025-11,10,x\n", as: "c.csv")
        let run = try analyze("--official", counts, in: scratch)
        #expect(run.status == 65)
        #expect(
            run.errors.hasSuffix(
                "c.csv:3: column online: found text that is no number; expected a whole number, 0 or more, "
                    + "at most 10,000,000. "
                    + "Correct the cell and run again.\n"), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test func volunteersAreNeverTheWard() throws {
        let scratch = try Scratch()
        #expect(try analyze("--sampling", "volunteer", in: scratch).status == 0)
        let summary = try json("summary.json", scratch)
        let check = SchemaCheck(try json("officer/summary.schema.json", scratch))
        #expect(check.breaches(summary) == [])
        #expect((summary["savings"] as? [String: Any])?["basis"] as? String == "per100Asked")
        #expect((summary["equipment"] as? [String: Any])?["basis"] as? String == "asked")
        #expect(summary["official"] is NSNull)
        let page = try page(scratch)
        #expect(page.contains("for each 100 households asked"))
        #expect(page.contains("Households asked that lack a device or a connection at home: 599 of"))
        #expect(!page.contains("36,900"))
    }

    @Test func aWardsOwnAssumptionsAreTheOnesUsed() throws {
        let scratch = try Scratch()
        let text = try String(
            contentsOf: Program.root.appendingPathComponent("samples/playbook.yaml"), encoding: .utf8)
        let playbook = try scratch.write(
            text.replacingOccurrences(of: "visitsPerDossier: 1.4", with: "visitsPerDossier: 2.8"),
            as: "p.yaml")
        func visits(_ more: String...) throws -> Double {
            let run = try Program.run(
                ["analyze", "--no-pdf", "samples/2025-11.csv", "--groups", "samples/groups.csv", "--output"]
                    + [scratch.folder.appendingPathComponent("report").path] + more)
            #expect(run.status == 0, "\(run.errors)")
            let savings = try json("summary.json", scratch)["savings"] as? [String: Any]
            let whole = (savings?["atTarget"] as? [[String: Any]])?.first
            return try #require((whole?["visits"] as? [String: Any])?["value"] as? Double)
        }
        let (usual, own) = (try visits(), try visits("--playbook", playbook))
        #expect(abs(own - 2 * usual) < 1e-9 * own)
    }

    @Test func whoIsToBeToldIsACodeThatAgreed() throws {
        let scratch = try Scratch()
        let run = try analyze("--sampling", "probability", in: scratch)
        #expect(run.status == 0)
        let file = scratch.folder.appendingPathComponent("report/officer/outreach.csv")
        let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
        #expect(rows.first?.hasSuffix("group_id,household_id,synthetic") == true)
        #expect(rows.count > 50)
        #expect(rows.allSatisfy { $0.split(separator: ",").count == 3 })
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let survey = try String(
            contentsOf: Program.root.appendingPathComponent("samples/2025-11.csv"), encoding: .utf8)
        let consents = survey.split(separator: "\n").reduce(into: [Substring: Bool]()) { known, row in
            let isConsent = row.contains(",volunteers,") || row.contains(",all_forces,")
            known[row.prefix { $0 != "," }] = isConsent
        }
        #expect(rows.dropFirst().allSatisfy { consents[$0.split(separator: ",")[1]] ?? false })
    }
}
