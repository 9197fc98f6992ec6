// Values of the small files: R 4.2.2, survey 4.1-1, as written at each test.
import Foundation
import Testing

@Suite struct EstimateTests {
    private static let stages = """
        h,p,s,N1,N2,w,y,g,k,z
        A,1,1,5,4,5,10,a,x,1
        A,1,2,5,4,5,12,b,y,0
        A,2,1,5,3,3.75,9,a,y,1
        A,2,2,5,3,3.75,15,a,x,1
        B,1,1,6,2,2,20,b,x,0
        B,2,1,6,5,5,22,a,y,1
        B,2,2,6,5,5,18,b,x,
        B,3,1,6,8,0,17,b,y,0

        """

    private func run(_ options: String..., on text: String = stages) throws -> Program.Run {
        let scratch = try Scratch()
        return try Program.run(["estimate", scratch.write(text, as: "data.csv")] + options)
    }

    private func figures(_ options: [String], on text: String = stages) throws -> [EstimateRun.Figure] {
        let scratch = try Scratch()
        return try EstimateRun([scratch.write(text, as: "data.csv")] + options).figures
    }

    private func isNear(_ found: Double?, _ expected: Double) -> Bool {
        found.map { abs($0 - expected) <= 1e-9 * abs(expected) } ?? false
    }

    // options(survey.lonely.psu = …); svydesign(id = ~p + s, strata = ~h, fpc = ~N1 + N2, nest = TRUE)
    @Test(arguments: [
        ("certainty", 0.567653615729416, 120.6627531593739), ("adjust", 0.6486940840659475, .nan),
    ])
    func stagesGiveWeightsAndVariance(_ rule: String, _ meanError: Double, _ totalError: Double) throws {
        let figures = try figures([
            "--mean", "y", "--total", "y", "--psu", "p+s", "--strata", "h", "--fpc", "N1+N2", "--lonely-psu",
            rule,
        ])
        #expect(isNear(figures[0].number("value"), 15.831578947368421))
        #expect(isNear(figures[0].number("standardError"), meanError))
        #expect(isNear(figures[1].number("value"), 752))
        #expect(totalError.isNaN || isNear(figures[1].number("standardError"), totalError))
    }

    // svydesign(id = ~p, strata = ~h, weights = ~w, nest = TRUE): degf = 2, a PSU has no weight
    @Test func aPSUWithoutWeightGivesNoDegreeOfFreedom() throws {
        let figure = try figures(["--mean", "y", "--psu", "p", "--strata", "h", "--weights", "w"])[0]
        #expect(isNear(figure.number("value"), 14.91525423728813))
        #expect(isNear(figure.number("standardError"), 1.68494332569031))
        #expect(isNear(figure.number("lower"), 7.665528237533584))
        #expect(isNear(figure.number("upper"), 22.16498023704268))
    }

    // postStratify(svydesign(id = ~1, weights = ~w, data = d[1:7, ]), ~g + k, …)
    // rake(postStratify(…, ~g, …), list(~k), …)
    @Test func calibrationsMayBeCrossedAndCombined() throws {
        let scratch = try Scratch()
        let seven = Self.stages.split(separator: "\n").prefix(8).joined(separator: "\n") + "\n"
        let data = try scratch.write(seven, as: "data.csv")
        let crossed = try scratch.write("g,k,n\na,x,20\na,y,10\nb,x,15\nb,y,5\n", as: "gk.csv")
        let groups = try scratch.write("Freq,g,note\n30,a,\n20,b,\n", as: "g.csv")
        let kinds = try scratch.write("k,POPULATION,year\nx,28,2024\ny,22,2024\n", as: "k.csv")
        let one = try EstimateRun([data, "--mean", "y", "--weights", "w", "--poststratify", "g+k=\(crossed)"])
        #expect(isNear(one.figures[0].number("value"), 14.914285714285713))
        #expect(isNear(one.figures[0].number("standardError"), 1.241272740977063))
        let both = ["--poststratify", "g=\(groups)", "--rake", "k=\(kinds)"]
        let two = try EstimateRun([data, "--mean", "y", "--weights", "w"] + both)
        #expect(isNear(two.figures[0].number("value"), 14.907653061224490))
        #expect(isNear(two.figures[0].number("standardError"), 1.972368791886858))
        let noted = try Program.run(["estimate", data, "--mean", "y", "--weights", "w"] + both)
        #expect(noted.errors.contains("post-stratified first, then raked"))
    }

    // svyciprop(~z, svydesign(id = ~1, weights = ~w, data = d[1:7, ]), method = "beta", na.rm = TRUE)
    @Test func missingAnswersStayInTheDesign() throws {
        let seven = Self.stages.split(separator: "\n").prefix(8).joined(separator: "\n") + "\n"
        let figure = try figures(["--proportion", "z=1", "--weights", "w", "--interval", "beta"], on: seven)[
            0]
        #expect(isNear(figure.number("lower"), 0.2175226052700207))
        #expect(isNear(figure.number("upper"), 0.9811526887679746))
        #expect(figure.number("base") == 6)
    }

    @Test func everyFigureHasTheFieldsOfTheContract() throws {
        let figure = try figures(["--mean", "y", "--by", "g"])[0]
        #expect(
            Set(figure.fields.keys) == [
                "statistic", "variable", "domain", "value", "standardError", "lower", "upper", "level",
                "interval", "base", "missing", "effectiveBase", "degreesOfFreedom", "designEffect", "shown",
                "reason",
            ])
        #expect(figure.domain == ["g": "a"])
        #expect(figure.text("interval") == "t")
        #expect(figure.fields["shown"] as? Bool == true)
        #expect(figure.fields["reason"] is NSNull)
    }

    @Test func domainsAreCrossedInOrderAndOnlyThosePresent() throws {
        let text = "a,b,y\n10,u,1\n9,v,2\nx,u,3\n9,u,4\n10,u,5\n,u,6\n9,v,7\n"
        let figures = try figures(["--mean", "y", "--by", "a", "--by", "b"], on: text)
        #expect(
            figures.map { [$0.domain["a"], $0.domain["b"]] } == [
                ["9", "u"], ["9", "v"], ["10", "u"], ["x", "u"],
            ])
        #expect(figures.map { $0.number("base") } == [1, 2, 2, 1])
        #expect(figures[0].text("reason") == "degreesOfFreedom")
        #expect(figures[0].number("value") == 4)
        #expect(figures[0].fields["lower"] is NSNull)
    }

    @Test func aConditionIsADomainThatKeepsTheDesign() throws {
        let part = try figures(["--mean", "y", "--strata", "h", "--where", "g = a"])[0]
        // svymean(~y, subset(svydesign(id = ~1, strata = ~h, weights = ~1), g == "a")): 4 rows of the design's 8.
        #expect(part.number("base") == 4)
        #expect(part.number("degreesOfFreedom") == 2)
        let none = try figures(["--mean", "y", "--where", "g = nobody"])[0]
        #expect(none.text("reason") == "noData")
        #expect(none.fields["shown"] as? Bool == false)
        #expect(none.fields["standardError"] is NSNull)
    }

    @Test func missingCodesAreLeftOut() throws {
        let text = "y\n1\n-99\n3\nNA\n98\n"
        let figures = try figures(
            ["--mean", "y", "--total", "y", "--missing", "-99", "--missing", "98"], on: text)
        #expect(figures[0].number("value") == 2)
        #expect(figures[1].number("value") == 4)
        #expect(figures[0].number("base") == 2)
    }

    @Test func aProportionWithoutLevelGivesEveryLevel() throws {
        let figures = try figures(["--proportion", "k", "--weights", "w"])
        #expect(figures.map { $0.text("category") } == ["x", "y"])
        #expect(figures.allSatisfy { $0.text("interval") == "logit" })
        #expect(abs(figures.reduce(0) { $0 + ($1.number("value") ?? 0) } - 1) < 1e-12)
    }

    @Test func theTableIsAlignedAndNotesGoElsewhere() throws {
        let found = try run("--mean", "y", "--proportion", "k=x", "--weights", "w")
        #expect(found.status == 0)
        #expect(
            found.output == """
                statistic   variable  estimate  std. error  95% from        to  base  df     deff
                mean        y          14.9153     1.95312   10.1361   19.6944     7   6  1.37295
                proportion  k=x       0.533898    0.208326  0.128685  0.898825     7   6  1.37195

                """)
        #expect(found.errors == "design: 8 rows, 1 stratum, 8 sampled units, 6 degrees of freedom\n")
        #expect(try run("--mean", "y", "--quiet").errors == "")
        #expect(try run("--mean", "y").errors.contains("every row counts 1"))
    }

    @Test func csvHasAllDigitsAndNoByteOrderMark() throws {
        let found = try run("--mean", "y", "--by", "g", "--csv", "--quiet")
        let lines = found.output.split(separator: "\r\n")
        #expect(
            lines[0]
                == "statistic,variable,category,probability,g,value,standardError,lower,upper,level,interval,base,"
                + "effectiveBase,degreesOfFreedom,designEffect,shown,reason")
        #expect(lines.count == 3)
        #expect(lines[2].hasPrefix("mean,y,,,b,16.75,"))
    }

    @Test(arguments: [
        (["--mean", "y", "--interval", "wilson"], "--interval: found wilson with --mean; expected t there"),
        (["--quantile", "y:0.5", "--interval", "wilson"], "wilson is for proportions"),
        (["--ratio", "y", "--json"], "--ratio: found \"y\"; expected two columns"),
        (["--quantile", "y:50"], "expected a column and a share between 0 and 1"),
        (["--weights", "w"], "Found nothing to estimate"),
        (["--mean", "y", "--level", "95"], "--level: found 95"),
        (["--mean", "y", "--json", "--csv"], "expected one of them"),
        (["--mean", "y", "--where", "g = a and"], "--where, position 10: found the end; expected a column"),
        (["--mean", "y", "--poststratify", "g"], "expected a column and a file"),
        (["--mean", "y", "--lonely-psu", "ignore"], "lonely-psu"),
        (["--mean", "y", "--psu", "p", "--fpc", "N1+N2"], "--fpc: found 2 stages; expected at most 1"),
    ])
    func wrongCommandsAreUsageErrors(_ options: [String], _ message: String) throws {
        let scratch = try Scratch()
        let found = try Program.run(["estimate", scratch.write(Self.stages, as: "data.csv")] + options)
        #expect(found.status == 64)
        #expect(found.errors.contains(message), "\(found.errors)")
        #expect(found.output == "")
    }

    @Test(arguments: [
        (["--mean", "Y2"], "found no column \"Y2\"; expected a column of the file. Did you mean"),
        (
            ["--mean", "g"],
            "data.csv:2, column \"g\": found a text of 1 character; expected a number for --mean."
        ),
        (["--mean", "y", "--weights", "z"], "data.csv:8, column \"z\": found a missing value"),
        (["--mean", "y", "--where", "g > 5"], "data.csv:2, column \"g\": found a text of 1 character"),
        (["--mean", "y", "--strata", "k", "--fpc", "N1"], "data.csv:6: found another population"),
        (
            ["--mean", "y", "--psu", "p+s", "--strata", "h", "--fpc", "N1+N2"],
            "stratum h=B, p=1 (stage 2): found a single sampled unit"
        ),
    ])
    func dataThatDoNotFitAreNamedByTheirPlace(_ options: [String], _ message: String) throws {
        let scratch = try Scratch()
        let found = try Program.run(["estimate", scratch.write(Self.stages, as: "data.csv")] + options)
        #expect(found.status == 65)
        #expect(found.errors.contains(message), "\(found.errors)")
        #expect(found.output == "")
    }

    @Test(arguments: [
        ("g,n\na,30\n", "data.csv:3: found g=b, which has no total in"),
        ("g,n\na,30\nb,20\nc,1\n", "t.csv:4: found a total for g=c, which no row of"),
        ("g,n\na,30\nb,20\na,1\n", "t.csv:4: found a second total for g=a"),
        ("g,n\na,30\nb,many\n", "t.csv:3, column \"n\": found a text of 4 characters"),
        ("g,n\na,30\nb,-1\n", "t.csv:3, column \"n\": found a negative count"),
        ("g,n,m\na,30,1\nb,20,1\n", "found 2 columns beside g; expected one of counts"),
        ("group,n\na,30\nb,20\n", "found no column \"g\""),
    ])
    func totalsThatDoNotFitAreNamedByTheirPlace(_ totals: String, _ message: String) throws {
        let scratch = try Scratch()
        let data = try scratch.write(Self.stages, as: "data.csv")
        let file = try scratch.write(totals, as: "t.csv")
        for option in ["--poststratify", "--rake"] {
            let found = try Program.run([
                "estimate", data, "--mean", "y", "--weights", "w", option, "g=\(file)",
            ])
            #expect(found.status == 65)
            #expect(found.errors.contains(message), "\(found.errors)")
        }
    }

    @Test func marginsOfDifferentSizeAreRefused() throws {
        let scratch = try Scratch()
        let data = try scratch.write(Self.stages, as: "data.csv")
        let one = try scratch.write("g,n\na,30\nb,20\n", as: "g.csv")
        let two = try scratch.write("k,n\nx,30\ny,21\n", as: "k.csv")
        let found = try Program.run(
            "estimate", data, "--mean", "y", "--rake", "g=\(one)", "--rake", "k=\(two)")
        #expect(found.status == 65)
        #expect(found.errors.contains("k.csv: found totals that add up to 51; expected 50, as in"))
    }

    @Test func recordsThatCannotBeReadAreNamedAndUnderStrictRefused() throws {
        let text = "y,g\n1,a\n2\n3,b\n"
        let lenient = try run("--mean", "y", "--csv", "--quiet", on: text)
        #expect(lenient.status == 0)
        #expect(lenient.output.contains("mean,y,,,2,"))
        #expect(lenient.errors.contains("data.csv:3: found 1 fields; expected 2"))
        #expect(lenient.errors.contains("1 record is left out"))
        let strict = try run("--mean", "y", "--strict", on: text)
        #expect(strict.status == 65)
        #expect(strict.output == "")
    }

    @Test func standardInputIsRead() throws {
        let scratch = try Scratch()
        let file = try scratch.write(Self.stages, as: "data.csv")
        let run = try Program.run(
            ["-c", "'\(Program.path.path)' estimate - --mean y --csv --quiet < '\(file)'"],
            program: URL(fileURLWithPath: "/bin/sh"))
        #expect(run.status == 0)
        #expect(run.output.contains("mean,y,,,15.375,"))
    }

    @Test func aMissingFileIsNoInput() throws {
        #expect(try Program.run("estimate", "/nowhere/data.csv", "--mean", "y").status == 66)
    }

    @Test func columnsMayHoldTheSignsOfOptions() throws {
        let text = "q/a,a=b,w+v,y:1\n1,1,1,4\n0,2,1,6\n1,1,1,8\n"
        let figures = try figures(
            [
                "--proportion", "a=b=1", "--ratio", "q/a/y:1", "--quantile", "y:1:0.5", "--proportion",
                "q/a=1",
                "--weights", "w+v",
            ], on: text)
        #expect(figures.map { $0.text("variable") } == ["a=b", "q/a", "q/a/y:1", "y:1"])
        #expect(isNear(figures[2].number("value"), 2.0 / 18))
    }
}
