// Reference: R 4.x, package survey 4.1-1 (data(api), data(scd), data(fpc)):
//   dstrat <- svydesign(id=~1, strata=~stype, weights=~pw, data=apistrat, fpc=~fpc)
//   dclus1 <- svydesign(id=~dnum, weights=~pw, data=apiclus1, fpc=~fpc)
//   svymean(~api00, dstrat, deff=TRUE); svytotal(~enroll, dstrat, deff=TRUE); degf(dstrat)
//   svyratio(~api.stu, ~enroll, dstrat); svyciprop(~I(sch.wide=="Yes"), dstrat, method="beta")
//   svyby(~api00, ~stype, dstrat, svymean)
// Tolerance: relative 1e-9; logit 1e-8 (svyglm iterates).
import Foundation
import SurveyStatistics
import Testing

private struct APISchools {
    let columns: [String: [String]]
    let design: SurveyDesign

    init(_ data: ReferenceData, sample: String, fpc: Bool, lonelyPSU: LonelyPSU = .fail) throws {
        columns = try data.columns("\(sample).csv")
        let columns = columns
        func numbers(_ name: String) -> [Double] { (columns[name] ?? []).map { Double($0) ?? 0 } }
        let types = Set(columns["stype"] ?? []).sorted()
        design = try SurveyDesign(
            weights: numbers("pw"),
            strata: sample.hasPrefix("apistrat")
                ? columns["stype"]?.compactMap { types.firstIndex(of: $0) } : nil,
            psus: sample == "apiclus1" ? columns["dnum"]?.compactMap { Int($0) } : nil,
            population: fpc ? .init(numbers("fpc")) : nil, lonelyPSU: lonelyPSU)
    }

    func values(_ name: String) -> [Double?] { (columns[name] ?? []).map(Double.init) }

    func rows(_ name: String, _ value: String) -> Domain {
        .rows((columns[name] ?? []).indices.filter { columns[name]?[$0] == value })
    }

    var schoolWide: [Bool?] { (columns["sch.wide"] ?? []).map { $0 == "Yes" } }
}

@Suite struct RSurveyTests {
    @Test(arguments: ["apisrs", "apistrat", "apiclus1"], [true, false])
    func meansTotalsRatiosAndSharesAgreeWithR(sample: String, fpc: Bool) throws {
        guard let data = ReferenceData() else { return }
        let r = try data.results()["\(sample)_\(fpc ? "fpc" : "nofpc")"]
        let schools = try APISchools(data, sample: sample, fpc: fpc)
        let design = schools.design
        #expect(Double(design.degreesOfFreedom) == number(r, "degf"))
        for variable in ["api00", "api99", "enroll", "meals", "ell"] {
            let tree = ((r as? [String: Any])?["mean"] as? [String: Any])?[variable]
            let mean = try design.mean(of: schools.values(variable))
            #expect(relativeError(mean.value, number(tree, "est", variable)) < 1e-9, "\(variable)")
            #expect(relativeError(mean.standardError, number(tree, "se", variable)) < 1e-9, "\(variable)")
            #expect(relativeError(mean.designEffect, number(tree, "deff", variable)) < 1e-9, "\(variable)")
            #expect(relativeError(mean.interval?.lower, number(tree, "ci_t", "lower", variable)) < 1e-9)
            #expect(relativeError(mean.interval?.upper, number(tree, "ci_t", "upper", variable)) < 1e-9)
        }
        for variable in ["enroll", "api00"] {
            let tree = ((r as? [String: Any])?["total"] as? [String: Any])?[variable]
            let total = try design.total(of: schools.values(variable))
            #expect(relativeError(total.value, number(tree, "est", variable)) < 1e-9, "\(variable)")
            #expect(relativeError(total.standardError, number(tree, "se", variable)) < 1e-9, "\(variable)")
            if let effect = number(tree, "deff", variable) {
                #expect(relativeError(total.designEffect, effect) < 1e-9, "\(variable)")
            }
        }
        let ratio = try design.ratio(of: schools.values("api.stu"), over: schools.values("enroll"))
        #expect(relativeError(ratio.value, number(r, "ratio_api.stu_over_enroll", "est")) < 1e-9)
        #expect(relativeError(ratio.standardError, number(r, "ratio_api.stu_over_enroll", "se")) < 1e-9)
        let shares = (r as? [String: Any])?["ciprop_sch.wide_yes"]
        for (name, method, tolerance) in [
            ("mean", IntervalMethod.t, 1e-9), ("beta", .beta, 1e-9), ("logit", .logit, 1e-8),
        ] {
            let share = try design.proportion(of: schools.schoolWide, interval: method)
            #expect(relativeError(share.value, number(shares, name, "p")) < tolerance, "\(name)")
            #expect(
                relativeError(share.interval?.lower, number(shares, name, "lower")) < tolerance, "\(name)")
            #expect(
                relativeError(share.interval?.upper, number(shares, name, "upper")) < tolerance, "\(name)")
        }
    }

    @Test(arguments: ["apisrs", "apistrat", "apiclus1"], [true, false])
    func domainsAgreeWithR(sample: String, fpc: Bool) throws {
        guard let data = ReferenceData() else { return }
        let r = try data.results()["\(sample)_\(fpc ? "fpc" : "nofpc")"] as? [String: Any] ?? [:]
        let schools = try APISchools(data, sample: sample, fpc: fpc)
        for (place, type) in ["E", "H", "M"].enumerated() {
            let domain = schools.rows("stype", type)
            let mean = try schools.design.mean(of: schools.values("api00"), in: domain)
            #expect(relativeError(mean.value, list(r["by_stype_mean_api00"], "api00")[place]) < 1e-9)
            #expect(relativeError(mean.standardError, list(r["by_stype_mean_api00"], "se")[place]) < 1e-9)
            let total = try schools.design.total(of: schools.values("enroll"), in: domain)
            #expect(relativeError(total.value, list(r["by_stype_total_enroll"], "enroll")[place]) < 1e-9)
            #expect(relativeError(total.standardError, list(r["by_stype_total_enroll"], "se")[place]) < 1e-9)
            let share = try schools.design.proportion(of: schools.schoolWide, in: domain, interval: .logit)
            let key = "I(sch.wide == \"Yes\")TRUE"
            #expect(relativeError(share.value, list(r["by_stype_schwide"], key)[place]) < 1e-9)
            #expect(
                relativeError(share.standardError, list(r["by_stype_schwide"], "se." + key)[place]) < 1e-9)
            let ratio = try schools.design.ratio(
                of: schools.values("api.stu"), over: schools.values("enroll"), in: domain)
            #expect(relativeError(ratio.value, list(r["by_stype_ratio"], "api.stu/enroll")[place]) < 1e-9)
            #expect(
                relativeError(ratio.standardError, list(r["by_stype_ratio"], "se.api.stu/enroll")[place])
                    < 1e-9)
        }
    }

    @Test func aDomainAcrossStrataHasItsOwnDegreesOfFreedom() throws {
        guard let data = ReferenceData() else { return }
        let schools = try APISchools(data, sample: "apistrat", fpc: true)
        let r = try data.results()["apistrat_fpc"] as? [String: Any] ?? [:]
        let types = schools.columns["stype"] ?? []
        let rows = types.indices.filter { types[$0] == "E" && schools.columns["comp.imp"]?[$0] == "Yes" }
        let mean = try schools.design.mean(of: schools.values("api00"), in: .rows(rows))
        #expect(relativeError(mean.value, number(r["domain_E_compimp"], "est", "api00")) < 1e-9)
        #expect(relativeError(mean.standardError, number(r["domain_E_compimp"], "se", "api00")) < 1e-9)
        #expect(Double(mean.degreesOfFreedom) == number(r["domain_E_compimp"], "degf"))
    }

    // options(survey.lonely.psu = "remove" | "adjust" | "average" | "certainty")
    @Test(arguments: [LonelyPSU.remove, .adjust, .average, .certainty])
    func lonelyPSUsAgreeWithR(rule: LonelyPSU) throws {
        guard let data = ReferenceData() else { return }
        let schools = try APISchools(data, sample: "apistrat_lonely", fpc: false, lonelyPSU: rule)
        let r = (try data.results()["lonely"] as? [String: Any])?[rule.rawValue]
        let mean = try schools.design.mean(of: schools.values("api00"))
        #expect(relativeError(mean.value, number(r, "est", "api00")) < 1e-9)
        #expect(relativeError(mean.standardError, number(r, "se", "api00")) < 1e-9)
    }

    @Test func aLonelyPSUIsRefusedByDefault() throws {
        guard let data = ReferenceData() else { return }
        let schools = try APISchools(data, sample: "apistrat_lonely", fpc: false)
        #expect(throws: DesignError.lonelyPSU(stratum: 1)) {
            try schools.design.mean(of: schools.values("api00"))
        }
    }

    // scd: svydesign(data=scd, prob=~1, id=~ambulance, strata=~ESA, nest=TRUE); svyratio(~alive, ~arrests)
    @Test func aRatioOfPSUTotalsAgreesWithR() throws {
        guard let data = ReferenceData() else { return }
        let columns = try data.columns("scd.csv")
        func integers(_ name: String) -> [Int] { (columns[name] ?? []).compactMap { Int($0) } }
        func numbers(_ name: String) -> [Double?] { (columns[name] ?? []).map { Double($0) } }
        let design = try SurveyDesign(
            weights: integers("ESA").map { _ in 1 }, strata: integers("ESA"), psus: integers("ambulance"),
            population: nil)
        let ratio = try design.ratio(of: numbers("alive"), over: numbers("arrests"))
        let r = (try data.results()["scd"] as? [String: Any])?["taylor_ratio"]
        #expect(relativeError(ratio.value, number(r, "est")) < 1e-9)
        #expect(relativeError(ratio.standardError, number(r, "se")) < 1e-9)
        #expect(Double(ratio.degreesOfFreedom) == number(r, "degf"))
    }

    // fpc: svydesign(id=~psuid, strata=~stratid, weights=~weight, fpc=~Nh, data=fpc, nest=TRUE)
    @Test(arguments: [true, false])
    func aFinitePopulationAgreesWithR(isFinite: Bool) throws {
        guard let data = ReferenceData() else { return }
        let columns = try data.columns("fpc.csv")
        func integers(_ name: String) -> [Int] { (columns[name] ?? []).compactMap { Int($0) } }
        func numbers(_ name: String) -> [Double] { (columns[name] ?? []).compactMap { Double($0) } }
        let design = try SurveyDesign(
            weights: numbers("weight"), strata: integers("stratid"), psus: integers("psuid"),
            population: isFinite ? .init(numbers("Nh")) : nil)
        let r = (try data.results()["fpc"] as? [String: Any])?[isFinite ? "fpc" : "nofpc"] as? [String: Any]
        let mean = try design.mean(of: numbers("x"))
        let total = try design.total(of: numbers("x"))
        #expect(relativeError(mean.standardError, number(r?["mean"], "se", "x")) < 1e-9)
        #expect(relativeError(total.standardError, number(r?["total"], "se", "x")) < 1e-9)
    }
}
