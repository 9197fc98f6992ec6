import Foundation
import Testing

/// Decimal and thousands marks, by the built program.
@Suite("Decimal marks in estimate")
struct EstimateMarksTests {
    private func run(_ options: [String], on text: String) throws -> Program.Run {
        let scratch = try Scratch()
        return try Program.run(["estimate", scratch.write(text, as: "data.csv")] + options)
    }

    private func value(_ options: [String], on text: String) throws -> Double? {
        let scratch = try Scratch()
        return try EstimateRun([scratch.write(text, as: "data.csv")] + options).figures.first?.number("value")
    }

    @Test(
        "the marks of a column are decided from all its cells",
        arguments: [
            ("y;k\n1.250;a\n980,5;b\n", 1115.25), ("y\n\"1,250\"\n980.5\n", 1115.25),
            ("y;k\n1.250.000;a\n2.500;b\n", 626_250), ("y;k\n0,125;a\n1,375;b\n", 0.75),
            ("y;k\n1\u{A0}250,5;a\n749,5;b\n", 1000), ("y;k\n1'250.5;a\n749.5;b\n", 1000),
            ("y;k\n3,6E+2;a\n1.240;b\n", 800), ("y;k\n-1.250,5;a\n,5;b\n", -625),
        ])
    func byEvidence(text: String, mean: Double) throws {
        #expect(try value(["--mean", "y"], on: text) == mean)
        let lines = text.split(separator: "\n")
        let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
        #expect(try value(["--mean", "y"], on: turned) == mean)
    }

    @Test(
        "cells that either way allows are read with a point, and a note says how to say otherwise",
        arguments: [
            ("y;w\n1.250;1\n2.500;1\n3.750;1\n", 2.5, "1.250 may be 1.25 or 1250", ",", 2500.0),
            ("y;w\n1,250;1\n2,500;1\n900;1\n", 1550, "1,250 may be 1250 or 1.25", ",", 301.25),
            ("n;y\n1;21.273\n2;22.275\n", 21.774, "1.250 may be 1.25 or 1250", ",", 21774),
        ])
    func guess(text: String, mean: Double, note: String, mark: String, other: Double) throws {
        #expect(try value(["--mean", "y"], on: text) == mean)
        #expect(try value(["--mean", "y", "--decimal-mark", mark], on: text) == other)
        let noted = try run(["--mean", "y", "--json"], on: text)
        #expect(noted.errors.contains("data.csv:2, column \"y\": numbers such as \(note)"), "\(noted.errors)")
        #expect(noted.errors.contains("say --decimal-mark \(mark)\n"))
        let document = try JSONSerialization.jsonObject(with: Data(noted.output.utf8)) as? [String: Any]
        #expect((document?["notes"] as? [String])?.first?.contains(note) == true)
        for options in [
            ["--mean", "y", "--decimal-mark", "."], ["--mean", "y", "--quiet"], ["--proportion", "y"],
        ] {
            #expect(!(try run(options, on: text)).errors.contains("may be"))
        }
    }

    @Test(
        "a declared mark is kept to, and a cell that does not fit is named",
        arguments: [("980,5", ".", "point"), ("1.25", ",", "comma"), ("12,34,567", ".", "point")])
    func declared(cell: String, mark: String, name: String) throws {
        let found = try run(["--mean", "y", "--decimal-mark", mark], on: "y;k\n7;a\n\(cell);b\n")
        #expect(found.status == 65)
        #expect(
            found.errors.contains(
                "data.csv:3, column \"y\": found a number that does not fit a decimal \(name)"),
            "\(found.errors)")
    }

    @Test("any other mark is a usage error", arguments: ["x", "", ";", "..", "comma"])
    func wrongMark(mark: String) throws {
        let found = try run(["--mean", "y", "--decimal-mark", mark], on: "y\n1\n")
        #expect(found.status == 64)
        #expect(found.errors.contains("--decimal-mark"))
    }

    @Test(
        "a column written in both ways is refused wherever its numbers are taken, with both lines",
        arguments: [
            ["--mean", "y"], ["--total", "y"], ["--quantile", "y:0.5"], ["--ratio", "z/y"],
            ["--mean", "z", "--weights", "y"],
            ["--mean", "z", "--fpc", "y"], ["--mean", "z", "--where", "y > 5"],
            ["--mean", "z", "--where", "y = 7"],
            ["--mean", "z", "--where", "y in (7, 8)"],
        ])
    func mixed(options: [String]) throws {
        let found = try run(options, on: "z;y\n1;7\n2;1250,5\n3;8\n4;980.5\n")
        #expect(found.status == 65)
        #expect(found.output == "")
        #expect(found.errors.contains("data.csv:3, column \"y\""), "\(found.errors)")
        #expect(found.errors.contains("line 5"))
        #expect(!found.errors.contains("1250"))
    }

    @Test("levels of a column written in both ways are texts")
    func mixedLevels() throws {
        let found = try run(
            ["--proportion", "y", "--csv", "--quiet"], on: "z;y\n1;7\n2;1250,5\n3;8\n4;980.5\n")
        #expect(found.status == 0)
        #expect(found.output.split(separator: "\r\n").count == 5)
    }

    @Test("weights, populations, conditions, ratios and quantiles follow the same rule")
    func everywhere() throws {
        let comma = "y;w;f;s\n1,5;1.250;12,5;a\n2,5;987,5;12,5;a\n1.001;900;4.000,5;b\n7;62,5;4.000,5;b\n"
        let point = "y,w,f,s\n1.5,1250,12.5,a\n2.5,987.5,12.5,a\n1001,900,4000.5,b\n7,62.5,4000.5,b\n"
        for options in [
            ["--mean", "y", "--weights", "w"], ["--total", "y", "--strata", "s", "--fpc", "f"],
            ["--ratio", "y/w"], ["--quantile", "y:0.5", "--weights", "w"],
            ["--mean", "w", "--where", "y > 1000"],
            ["--mean", "w", "--where", "y in (2.5, 7)"], ["--proportion", "y=2.5"],
        ] {
            let one = try run(options + ["--csv", "--quiet"], on: comma)
            let other = try run(options + ["--csv", "--quiet"], on: point)
            #expect(one.status == 0, "\(options) \(one.errors)")
            #expect(one.output == other.output)
        }
        #expect(try value(["--mean", "w", "--where", "y = \"2,5\""], on: comma) == 987.5)
        #expect(try value(["--total", "w", "--where", "y > \"2,4\""], on: comma) == 1950)
    }

    @Test("files of totals follow the same rule")
    func totals() throws {
        let scratch = try Scratch()
        let data = try scratch.write("g,y\n1,2\n01,3\n2.0,4\n2,5\n", as: "data.csv")
        let point = try scratch.write("g,n\n1,1250.5\n2,2000\n", as: "point.csv")
        let comma = try scratch.write("g;n\n1;1.250,5\n2;2.000\n", as: "comma.csv")
        let guess = try scratch.write("g;n\n1;1.250\n2;2.000\n", as: "guess.csv")
        let mixed = try scratch.write("g;n\n1;1250,5\n2;2000.5\n", as: "mixed.csv")
        for option in ["--poststratify", "--rake"] {
            func run(_ file: String, _ more: [String] = []) throws -> Program.Run {
                try Program.run(["estimate", data, "--total", "y", option, "g=\(file)", "--csv"] + more)
            }
            let expected = try run(point)
            #expect(expected.status == 0, "\(expected.errors)")
            #expect(try run(comma).output == expected.output)
            #expect(try run(guess).errors.contains("guess.csv:2, column \"n\": numbers such as 1.250"))
            #expect(try run(guess, ["--decimal-mark", ","]).output.contains("total,y,,,12125,"))
            let refused = try run(mixed)
            #expect(refused.status == 65)
            #expect(refused.errors.contains("mixed.csv:2, column \"n\"") && refused.errors.contains("line 3"))
        }
    }
}
