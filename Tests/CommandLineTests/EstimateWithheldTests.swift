// Values of small files: R 4.2.2, survey 4.1-1.
import Foundation
import Testing

/// What stands and what is withheld where a sample says little.
@Suite struct EstimateWithheldTests {
    private func figures(_ text: String, _ options: [String]) throws -> [EstimateRun.Figure] {
        let scratch = try Scratch()
        return try EstimateRun([scratch.write(text, as: "data.csv")] + options).figures
    }

    // svyby(~y, ~g, svydesign(~p, strata = ~h, weights = ~w, nest = TRUE), svytotal)
    @Test("a domain with one unit a stratum keeps value and standard error") func rareDomain() throws {
        let text = "h,p,y,w,g\n1,1,5,10,a\n1,2,7,10,b\n2,3,6,12,a\n2,4,9,12,b\n3,5,4,11,a\n3,6,8,11,a\n"
        let options = ["--by", "g", "--strata", "h", "--psu", "p", "--weights", "w"]
        let total = try figures(text, ["--total", "y"] + options)[1]
        #expect(total.domain == ["g": "b"])
        #expect(total.number("value") == 178)
        #expect(abs((total.number("standardError") ?? 0) - 128.7012043455694) < 1e-9)
        #expect(total.fields["lower"] is NSNull)
        #expect(total.fields["upper"] is NSNull)
        #expect(total.number("degreesOfFreedom") == 0)
        #expect(total.fields["shown"] as? Bool == true)
        #expect(total.text("reason") == "degreesOfFreedom")
        let scratch = try Scratch()
        let table = try Program.run(
            ["estimate", scratch.write(text, as: "d.csv"), "--mean", "y", "--quiet"] + options)
        #expect(table.output.contains("0.701263"))
    }

    @Test(
        "a sample that agrees within strata has no interval",
        arguments: ["beta", "logit", "t", "wilson"])
    func agreement(method: String) throws {
        let text =
            "cluster,weight,stratum,over,n\n1,1,1,y,4\n2,1,1,y,4\n3,1,2,n,4\n4,1,2,n,4\n5,1,3,n,4\n6,1,3,n,4\n"
        let design = ["--psu", "cluster", "--weights", "weight", "--strata", "stratum"]
        let share = try figures(text, ["--proportion", "over=y", "--interval", method] + design)[0]
        #expect(abs((share.number("value") ?? 0) - 1.0 / 3) < 1e-12)
        #expect(share.number("standardError") == 0)
        #expect(share.fields["lower"] is NSNull)
        #expect(share.text("reason") == "noVariance")
        let mean = try figures(text, ["--mean", "n", "--total", "n"] + design)
        #expect(mean.allSatisfy { $0.fields["upper"] is NSNull && $0.text("reason") == "noVariance" })
        let median = try figures(text, ["--quantile", "n:0.5"] + design)[0]
        #expect(median.number("value") == 4)
        #expect(median.fields["lower"] is NSNull)
    }

    @Test("a full count has an interval without width") func census() throws {
        let text = "h,N,y\nA,3,1\nA,3,0\nA,3,1\nB,2,0\nB,2,0\n"
        let all = try figures(text, ["--proportion", "y=1", "--mean", "y", "--strata", "h", "--fpc", "N"])
        for figure in all {
            #expect(figure.number("lower") == figure.number("value"))
            #expect(figure.number("upper") == figure.number("value"))
        }
        let half = try figures(
            text.replacingOccurrences(of: "B,2", with: "B,4"),
            ["--proportion", "y=1", "--by", "h", "--strata", "h", "--fpc", "N"])
        #expect(half[0].number("lower") == half[0].number("upper"))
        #expect((half[1].number("upper") ?? 0) > 0.5)
    }

    @Test(
        "deciles of ten equal weights are the ten values, and name how their interval was made",
        arguments: ["44.21", "1", "0.0004421", "123456789.1"])
    func deciles(weight: String) throws {
        let text = "y,w\n" + (1...10).map { "\($0),\(weight)\n" }.joined()
        let asked = (1...9).flatMap { ["--quantile", "y:0.\($0)"] }
        let found = try figures(text, asked + ["--weights", "w"])
        #expect(found.map { $0.number("value") } == (1...9).map { Double($0) })
        #expect(found[0].text("interval") == "logit")
        #expect(found[4].text("interval") == "t")
        #expect(found[4].number("lower") == 2)
        #expect(found[4].number("upper") == 9)
        #expect(found.allSatisfy { $0.number("lower") != nil })
        let named = try figures(text, ["--quantile", "y:0.5", "--weights", "w", "--interval", "xlogit"])
        #expect(named[0].text("interval") == "logit")
    }
}
