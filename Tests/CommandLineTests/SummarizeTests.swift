import Foundation
import TestSupport
import Testing

@Suite struct SummarizeTests {
    private static let sample = "samples/2025-11.csv"

    @Test func theSummaryIsTheSameWhateverTheThreads() throws {
        let one = try Program.run(
            "summarize", Self.sample, "--groups", "samples/groups.csv", "--threads", "1")
        let four = try Program.run(
            "summarize", Self.sample, "--groups", "samples/groups.csv", "--threads", "4")
        #expect(one.status == 0)
        #expect(one.output == four.output)
        #expect(one.errors.contains("read 4013 = accepted 3995 + rejected 13 + blank 4 + totals rows 1"))
    }

    /// The samples' rows in three parts, former wards kept whole, add up to the samples.
    @Test func mergedPartsAreTheWholeToTheLastByte() throws {
        let scratch = try Scratch()
        let text = try String(contentsOf: Program.root.appendingPathComponent(Self.sample), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var parts: [[String]] = [[], [], []]
        for line in lines.dropFirst() where line.contains(",") {
            let id = line.prefix { $0 != "," }
            parts[id.unicodeScalars.reduce(0) { $0 + Int($1.value) } % 3].append(line)
        }
        var paths: [String] = []
        for (number, part) in parts.enumerated() {
            let file = try scratch.write(
                ([lines[0]] + part).joined(separator: "\n") + "\n", as: "\(number).csv")
            let run = try Program.run("summarize", file, "--groups", "samples/groups.csv")
            #expect(run.status == 0)
            paths.append(try scratch.write(run.output, as: "\(number).json"))
        }
        let kept = try scratch.write(
            ([lines[0]] + parts.joined()).joined(separator: "\n") + "\n", as: "whole.csv")
        let whole = try Program.run("summarize", kept, "--groups", "samples/groups.csv")
        let merged = try Program.run(["merge"] + paths)
        #expect(merged.status == 0)
        #expect(merged.output == whole.output)
        let otherWay = try Program.run(["merge"] + paths.reversed())
        #expect(otherWay.output == merged.output)
        let folder = scratch.folder.appendingPathComponent("province")
        #expect(try Program.run(["merge"] + paths + ["--output", folder.path]).status == 0)
        #expect(
            try String(contentsOf: folder.appendingPathComponent("summary-part.json"), encoding: .utf8)
                == merged.output)
    }

    /// R, package survey (mx_results.json): svymean(~internet + pc, svydesign(~UPM_DIS, strata = ~EST_DIS, weights =
    /// ~FAC_VIV)).
    @Test func weightedSharesOfENDUTIHAreThoseOfR() throws {
        guard let file = ReferenceFiles.outside("data/ict/mx_endutih2021_hogar_joined.csv") else {
            try Test.cancel("\(ReferenceFiles.without("data/ict"))")
        }
        let run = try Program.run(
            "summarize", file.path, "--codebook", "samples/codebooks/endutih-2021.yaml", "--threads", "2")
        let part = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let totals = try #require(part["totals"] as? [[String: Any]])
        for (indicator, share) in [("internet", 0.6643040376248), ("computer", 0.4050445291739)] {
            let all = try #require(
                totals.first {
                    $0["indicator"] as? String == indicator && $0["domainKind"] as? String == "all"
                })
            let base = try #require((all["weightedBase"] as? NSNumber)?.doubleValue)
            let yes = try #require((all["weightedYes"] as? NSNumber)?.doubleValue)
            #expect(abs(yes / base - share) < 1e-12)
            #expect(base == 36_562_659)
        }
    }

    @Test(arguments: [
        ("{", "no JSON"), ("{\"kind\": \"other\"}", "no summary"), ("[1,2]", "no summary"),
    ])
    func whatIsNoSummaryIsRefused(text: String, found: String) throws {
        let scratch = try Scratch()
        let run = try Program.run("merge", try scratch.write(text, as: "part.json"))
        #expect(run.status == 65)
        #expect(run.errors.contains("part.json") && run.errors.contains(found), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test func aChangedCountOrAnotherMonthIsRefused() throws {
        let scratch = try Scratch()
        func part(_ date: String) throws -> String {
            let file = try scratch.write(
                "household_id,survey_date,residential_group,smartphone\nA1,\(date),1,yes\nA2,\(date),1,no\n",
                as: "\(date).csv")
            return try Program.run("summarize", file).output
        }
        let november = try part("2025-11-13")
        let good = try scratch.write(november, as: "good.json")
        let december = try scratch.write(try part("2025-12-13"), as: "december.json")
        let changed = try scratch.write(
            november.replacingOccurrences(of: "\"households\": 2", with: "\"households\": 1"),
            as: "changed.json")
        #expect(try Program.run("merge", good).status == 0)
        let months = try Program.run("merge", good, december)
        #expect(months.status == 65)
        #expect(months.errors.contains("month 2025-12"), "\(months.errors)")
        let contradiction = try Program.run("merge", changed)
        #expect(contradiction.status == 65)
        #expect(contradiction.errors.contains("contradict"), "\(contradiction.errors)")
    }
}

@Suite struct CheckTests {
    @Test func checkWritesItsPagesForTheOfficerAlone() throws {
        let scratch = try Scratch()
        let folder = scratch.folder.appendingPathComponent("check")
        let run = try Program.run(
            "check", "samples/2025-11.csv", "--groups", "samples/groups.csv", "--output", folder.path,
            "--progress")
        #expect(run.status == 0)
        #expect(run.output.contains("residential groups have at least half the interviews expected"))
        for name in ["quality.html", "rejected.csv", "revisits.csv", "changes.csv"] {
            let file = folder.appendingPathComponent(name)
            let rights =
                try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(rights == 0o600, "\(name)")
        }
        let page = try String(contentsOf: folder.appendingPathComponent("quality.html"), encoding: .utf8)
        #expect(page.contains("Chất lượng phiếu khảo sát"))
        let again = scratch.folder.appendingPathComponent("again")
        _ = try Program.run(
            "check", "samples/2025-11.csv", "--groups", "samples/groups.csv", "--output", again.path)
        #expect(try String(contentsOf: again.appendingPathComponent("quality.html"), encoding: .utf8) == page)
    }
}
