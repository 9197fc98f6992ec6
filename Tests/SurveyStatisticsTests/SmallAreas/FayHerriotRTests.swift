// Reference: R 4.2.2, package sae 1.3 (data(milk)):
//   eblupFH(yi ~ as.factor(MajorArea), vardir = SD^2, method = "REML", data = milk)   # and "ML", "FH"
//   mseFH(yi ~ as.factor(MajorArea), vardir = SD^2, method = "REML", data = milk)
// Tolerance: relative 1e-9 (printed with 13 digits); R stops scoring at a relative change of 1e-4.
import Foundation
import SurveyStatistics
import TestSupport
import Testing

private struct Milk {
    let values: [Double]
    let variances: [Double]
    let covariates: [[Double]]
    let results: [String: Any]

    init() throws {
        let folder = ReferenceFiles.file("sae")
        let text = try String(contentsOf: folder.appendingPathComponent("milk.csv"), encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",").map { Double($0) ?? .nan }
        }
        values = rows.map { $0[2] }
        variances = rows.map { $0[3] * $0[3] }
        covariates = rows.map { row in [2, 3, 4].map { row[5] == $0 ? 1 : 0 } }
        let json = try Data(contentsOf: folder.appendingPathComponent("results.json"))
        let tree = try JSONSerialization.jsonObject(with: json) as? [String: Any]
        results = tree?["milk_FH"] as? [String: Any] ?? [:]
    }

    func fit(_ method: FayHerriot.Method, precision: Double = 1e-4) throws -> FayHerriot {
        try FayHerriot(
            values: values, variances: variances, covariates: covariates, method: method,
            precision: precision)
    }
}

@Suite struct FayHerriotRTests {
    @Test(arguments: [(FayHerriot.Method.reml, "REML"), (.ml, "ML"), (.moments, "FH")])
    func everyMilkFigureAgreesWithR(method: FayHerriot.Method, name: String) throws {
        let milk = try Milk()
        let r = milk.results[name]
        let fit = try milk.fit(method)
        #expect(fit.isConverged)
        #expect(Double(fit.iterations) == number(r, "iterations"))
        #expect(relativeError(fit.areaVariance, number(r, "refvar")) < 1e-9)
        let coefficients = (r as? [String: Any])?["estcoef"] as? [Any] ?? []
        #expect(coefficients.count == fit.coefficients.count)
        for (found, expected) in zip(fit.coefficients, coefficients) {
            #expect(relativeError(found.value, number(expected, "beta")) < 1e-9)
            #expect(relativeError(found.standardError, number(expected, "std.error")) < 1e-9)
            #expect(relativeError(found.tValue, number(expected, "tvalue")) < 1e-9)
            #expect(relativeError(found.pValue, number(expected, "pvalue")) < 1e-9)
        }
        let (eblup, mse, cv) = (list(r, "eblup"), list(r, "mse"), list(r, "cv_pct"))
        #expect(eblup.count == 43 && mse.count == 43 && cv.count == 43 && fit.areas.count == 43)
        for (place, area) in fit.areas.enumerated() {
            #expect(relativeError(area.value, eblup[place]) < 1e-9, "area \(place)")
            #expect(relativeError(area.meanSquaredError, mse[place]) < 1e-9, "area \(place)")
            #expect(relativeError(area.coefficientOfVariation, cv[place]) < 1e-9, "area \(place)")
        }
    }

    @Test(arguments: [(FayHerriot.Method.reml, "REML"), (.ml, "ML"), (.moments, "FH")])
    func fullConvergenceMovesTheVarianceByLessThanAHundredThousandth(
        method: FayHerriot.Method, name: String
    ) throws {
        let milk = try Milk()
        let fit = try milk.fit(method, precision: 1e-12)
        #expect(fit.isConverged)
        #expect(relativeError(fit.areaVariance, number(milk.results[name], "refvar")) < 1e-5)
    }
}
