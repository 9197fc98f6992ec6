import Basics
import SurveyData
import Testing

@Suite struct CodebookTests {
    @Test func theBuiltInCodebookHasEveryCanonicalVariable() throws {
        let codebook = try Codebook.builtIn()
        #expect(Set(codebook.variables.keys) == Set(Variable.allCases))
        #expect(codebook.sampling == .volunteer)
        for variable in Variable.allCases {
            #expect(Variable(name: variable.name) == variable)
        }
    }

    @Test(arguments: [
        ("codebook: x\nvariables:\n  smartfone: {headers: [a]}", "did you mean smartphone"),
        ("codebook: x\nvariables:\n  smartphone: {header: [a]}", "did you mean headers"),
        ("codebook: x\nvariables:\n  smartphone: {headers: [a], answers: {maybe: [b]}}", "one of yes, no"),
        (
            "codebook: x\nvariables:\n  smartphone: {headers: [a], answers: {\"yes\": [b], \"no\": [B]}}",
            "one code"
        ),
        (
            "codebook: x\nvariables:\n  smartphone: {headers: [a]}\n  computer: {headers: [A]}",
            "under one variable"
        ),
        ("codebook: x\n  bad: [", "YAML"),
    ])
    func mistakesAreNamed(yaml: String, expected: String) {
        let error = #expect(throws: Diagnostic.self) { try Codebook(yaml: yaml, file: "c.yaml") }
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("Có ạ", "coa"), ("ĐỒNG Ý", "dongy"), ("Ðồng ý", "dongy"), (" x\u{A0}", "x"), ("✓", "✓"), ("-", "-"),
        ("Số người ≥60 tuổi", "songuoi60tuoi"), ("hoà", "hoa"), ("hòa", "hoa"),
    ])
    func foldingForgetsHowThingsAreSpelled(text: String, folded: String) {
        #expect(fold(text) == folded)
    }
}
