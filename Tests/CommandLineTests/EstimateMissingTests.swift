import Foundation
import Testing

/// Same answers written differently, and answers that are missing, by the built program.
@Suite("Levels and missing answers in estimate")
struct EstimateMissingTests {
    private func run(_ options: [String], on text: String) throws -> Program.Run {
        let scratch = try Scratch()
        return try Program.run(["estimate", scratch.write(text, as: "data.csv")] + options)
    }

    private func figures(_ options: [String], on text: String) throws -> [EstimateRun.Figure] {
        let scratch = try Scratch()
        return try EstimateRun([scratch.write(text, as: "data.csv")] + options).figures
    }

    @Test(
        "cells that are the same number are one level, in shares, domains and conditions",
        arguments: [
            ("b,y\n0,1\n1,2\n1,3\n0,4\n01,5\n1.0,6\n", "1", 4, 6),
            ("b,y\n2,1\n02,2\n2.00,3\n3,4\nyes,5\n", "2", 3, 5),
            ("b;y\n1,5;1\n1,50;2\n2;3\n", "1.5", 2, 3),
            ("b,y\n\"1,000\",1\n1000,2\n1000.0,3\n5,4\n+5,5\n", "1000", 3, 5),
        ])
    func sameNumber(text: String, level: String, rows: Int, all: Int) throws {
        let share = Double(rows) / Double(all)
        #expect(try figures(["--proportion", "b=\(level)"], on: text)[0].number("value") == share)
        #expect(
            try figures(["--mean", "y", "--where", "b = \(level)"], on: text)[0].number("base")
                == Double(rows))
        #expect(
            try figures(["--mean", "y", "--where", "b in (\(level))"], on: text)[0].number("base")
                == Double(rows))
        let levels = try figures(["--proportion", "b"], on: text)
        #expect(levels.contains { $0.number("value") == share })
        #expect(try figures(["--total", "b=\(level)"], on: text)[0].number("value") == Double(rows))
        let domains = try figures(["--mean", "y", "--by", "b"], on: text)
        #expect(domains.count == levels.count)
        #expect(domains.map { $0.number("base") ?? 0 }.reduce(0, +) == Double(all))
    }

    @Test("ids of strata and units are texts, and a note says so where two look alike")
    func ids() throws {
        let text = "s,p,y\n1,1,4\n1,01,5\n01,1,6\n01,2,7\n"
        let found = try run(["--mean", "y", "--strata", "s", "--psu", "p"], on: text)
        #expect(found.errors.contains("design: 4 rows, 2 strata, 4 sampled units"))
        #expect(found.errors.contains("column \"s\": ids that are the same number but read differently"))
        #expect(found.errors.contains("column \"p\": ids that are the same number but read differently"))
        #expect(!(try run(["--mean", "y"], on: text)).errors.contains("ids"))
    }

    @Test(
        "rows without an answer are counted, in words and in JSON",
        arguments: [
            (
                "c,y\nNA,1\nNC,2\nNA,3\nNE,4\nNC,6\n", ["--mean", "y", "--by", "c"], ["y": 0, "c": 2],
                "2 of 5 rows have no c"
            ),
            (
                "c,y\na,1\nb,\nb,3\n,\n", ["--total", "y", "--by", "c"], ["y": 2, "c": 1],
                "1 of 4 rows has no c"
            ),
            ("c,y\na,1\nb,99\nb,3\n", ["--mean", "y", "--missing", "99"], ["y": 1], "1 of 3 rows has no y"),
            (
                "c,y\na,1\n,2\nb,3\n", ["--mean", "y", "--where", "c != b"], ["y": 0, "c": 1],
                "1 of 3 rows has no c"
            ),
            (
                "x y,y\n,1\n2,2\n3,3\n", ["--ratio", "y/x y"], ["y": 0, "x y": 1],
                "1 of 3 rows has no \"x y\""
            ),
        ])
    func missing(text: String, options: [String], counts: [String: Int], words: String) throws {
        let table = try run(options, on: text)
        #expect(table.output.contains(words + ".\n"), "\(table.output)")
        let found = try run(options + ["--json"], on: text)
        let document = try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any]
        #expect(document?["missing"] as? [String: Int] == counts)
        #expect(document?["rows"] as? Int == text.split(separator: "\n").count - 1)
        #expect((document?["notes"] as? [String])?.contains(words) == true)
        #expect(found.errors.contains("note: \(words)\n"))
        #expect(try run(options + ["--csv"], on: text).errors.contains("note: \(words)\n"))
    }

    @Test("each figure counts the rows of its domain without an answer")
    func missingByDomain() throws {
        let figures = try figures(["--mean", "y", "--by", "c"], on: "c,y\na,1\na,\na,3\nb,4\nb,\nb,\n,\n")
        #expect(figures.map { $0.fields["missing"] as? [String: Int] } == [["y": 1], ["y": 2]])
        #expect(figures.map { $0.number("base") } == [2, 1])
    }

    @Test(
        "a column without any answer gives a figure that says so",
        arguments: [
            ["--proportion", "y"], ["--proportion", "y=1"], ["--proportion", "y~a"], ["--proportion", "y~"],
            ["--mean", "y"],
            ["--total", "y"], ["--total", "y=1"], ["--quantile", "y:0.5"], ["--ratio", "y/z"],
            ["--ratio", "z/y"],
        ])
    func allMissing(options: [String]) throws {
        let text = "g,y,z\na,,1\na,NA,2\nb,,3\nb,,4\n"
        for more in [[], ["--by", "g"], ["--where", "g = a"], ["--strata", "g"]] {
            let figures = try figures(options + more, on: text)
            #expect(figures.count == (more.first == "--by" ? 2 : 1))
            for figure in figures {
                #expect(figure.fields["shown"] as? Bool == false)
                #expect(figure.text("reason") == "noData")
                #expect(figure.fields["value"] is NSNull)
            }
        }
    }

    @Test(
        "domains without any row give one figure that says so",
        arguments: [["--by", "y"], ["--by", "g", "--by", "y"], ["--by", "g", "--where", "z > 9"]])
    func noDomain(options: [String]) throws {
        let figures = try figures(["--mean", "z"] + options, on: "g,y,z\na,,1\na,NA,2\nb,,3\nb,,4\n")
        #expect(figures.count == 1)
        #expect(figures[0].text("reason") == "noData")
        #expect((figures[0].fields["domain"] as? [String: Any])?.values.allSatisfy { $0 is NSNull } == true)
    }
}
