import Foundation
import TestSupport
import Testing

/// `codebook suggest` on exports that nobody here wrote: what it drafts must read the file it was made from.
@Suite(
    .enabled(
        if: ReferenceFiles.outside("data/kobo") != nil, "\(ReferenceFiles.without("data/kobo"))"))
struct CodebookSuggestTests {
    /// The report of `check` with the drafted codebook, after `edit`.
    private func checked(
        _ file: String, edit: (String) -> String = { $0 }
    ) throws -> (counts: [String: Int], codebook: String) {
        guard let path = ReferenceFiles.outside("data/kobo/\(file)") else {
            try Test.cancel("\(ReferenceFiles.without("data/kobo"))")
        }
        let scratch = try Scratch()
        let draft = try Program.run("codebook", "suggest", path.path)
        #expect(draft.status == 0, "\(file): \(draft.errors)")
        let edited = edit(draft.output)
        let codebook = scratch.folder.appendingPathComponent("draft.yaml")
        try Data(edited.utf8).write(to: codebook)
        let lines = Set(draft.output.split(separator: "\n")).symmetricDifference(
            edited.split(separator: "\n"))
        #expect(lines.count <= 10)
        #expect(try Program.run("codebook", "check", codebook.path).status == 0)
        let run = try Program.run("check", path.path, "--codebook", codebook.path, "--json")
        #expect(run.status == 0, "\(file): \(run.errors)")
        let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let counts = (document?["input"] as? [String: Any] ?? document ?? [:]).compactMapValues { $0 as? Int }
        return (counts, edited)
    }

    @Test(arguments: [("safi/SAFI_clean.csv", 131), ("safi/interviews_plotting.csv", 131)])
    func safiReadsWithoutItsDates(file: String, households: Int) throws {
        // The interviews lie in five months: the one edit is to leave the date out.
        let read = try checked(file) { draft in
            var lines = draft.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines.removeAll { $0 == "  survey_date:" || $0.contains("interview_date\"]") }
            return lines.joined(separator: "\n")
        }
        #expect(read.counts["accepted"] == households)
        #expect(read.codebook.contains("household_size:\n    headers: [\"no_membrs\"]"))
        #expect(read.codebook.contains("missing:\n  blank:"))
    }

    @Test(arguments: [
        ("cleaningtools/cleaningtools_raw_data.csv", 632),
        ("cleaningtools/cleaningtools_clean_data.csv", 578),
    ])
    func cleaningtoolsReadsAsDrafted(file: String, households: Int) throws {
        let read = try checked(file)
        #expect(read.counts["accepted"] == households)
        #expect(
            read.codebook.contains("female: [\"female\"]")
                || read.codebook.contains("\"female\": [\"female\"]"))
    }

    @Test(arguments: [
        "all-data-types", "choice-lists", "choice-lists-predicate", "nested-repeats", "nested-repeats-append",
        "nested-repeats-g1", "nested-repeats-g2", "nested-repeats-g3", "simple-form-commas",
        "simple-form-double-quotes", "simple-form-newlines",
    ])
    func briefcaseReadsAsDrafted(name: String) throws {
        let read = try checked("briefcase-expected/\(name).csv.expected")
        #expect((read.counts["accepted"] ?? 0) >= 1)
    }

    @Test func columnsThatMustNotBeHeldAreNamedInTheDraft() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appendingPathComponent("export.csv")
        try Data("id,Số CCCD\n1,027012345678\n2,027012345679\n".utf8).write(to: file)
        let draft = try Program.run("codebook", "suggest", file.path)
        #expect(draft.output.contains("forbidden: [\"Số CCCD\"]"))
        #expect(!draft.output.contains("0270"))
    }

    @Test("a question on dossiers is drafted with the months it covers, for a person to correct")
    func referenceMonths() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appendingPathComponent("export.csv")
        try Data("id,Số hồ sơ đã nộp,Internet\n1,2,có\n2,0,không\n".utf8).write(to: file)
        let draft = try Program.run("codebook", "suggest", file.path)
        #expect(draft.output.contains("  procedures_total:\n    # Months up to the interview"))
        #expect(draft.output.ranges(of: "    referenceMonths: 3\n").count == 1)
    }

    @Test func splitColumnsOfAThousandHouseholdsCountRight() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appendingPathComponent("export.csv")
        var rows = ["_uuid,HHITEMS,HHITEMS/Computer,HHITEMS/Smartphone,HHITEMS/Radio"]
        for index in 0..<1_000 {
            let (computer, phone) = (index % 4 == 0, index % 5 != 0)
            rows.append("u\(index),,\(computer ? 1 : 0),\(phone ? 1 : 0),\(index % 2)")
        }
        try Data(rows.joined(separator: "\n").utf8).write(to: file)
        let draft = try Program.run("codebook", "suggest", file.path)
        let codebook = scratch.folder.appendingPathComponent("draft.yaml")
        try Data(draft.output.utf8).write(to: codebook)
        let output = scratch.folder.appendingPathComponent("report")
        let run = try Program.run(
            "analyze", "--no-pdf", file.path, "--codebook", codebook.path, "--month", "2025-10", "--output",
            output.path)
        #expect(run.status == 0, "\(run.errors)")
        let summary =
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: output.appendingPathComponent("summary.json"))) as? [String: Any]
        let estimates = summary?["estimates"] as? [[String: Any]] ?? []
        func share(_ indicator: String) -> Double? {
            estimates.first {
                $0["indicator"] as? String == indicator && $0["domainKind"] as? String == "all"
            }?["value"]
                as? Double
        }
        #expect(share("computer") == 0.25)
        #expect(share("smartphone") == 0.8)
    }
}
