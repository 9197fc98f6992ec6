import Basics
import SurveyData
import Testing

@Suite struct ReferencePeriodTests {
    private func codebook(_ more: String) throws -> Codebook {
        try Codebook(
            yaml: """
                codebook: x
                variables:
                  household_id: {headers: [id], required: true}
                  smartphone: {headers: [phone], answers: {"yes": [a]}}
                  procedures_total: {headers: [total]\(more)}
                  procedures_online: {headers: [online]}
                """, file: "x.yaml")
    }

    @Test("the ward's own questions on dossiers cover three months, the others the interview's day")
    func builtIn() throws {
        let codebook = try Codebook.builtIn()
        for variable: Variable in [
            .proceduresTotal, .proceduresOnline, .procedures, .channel, .whoFiled, .couldRepeat,
        ] {
            #expect(codebook.variables[variable]?.referenceMonths == 3)
        }
        #expect(codebook.referenceMonths([.smartphone, .internet, .eID, .skills, .knowsProcess]) == nil)
        #expect(codebook.referencePeriods == [3])
    }

    @Test("a codebook that does not say covers the usual three months")
    func notSaid() throws {
        #expect(try codebook("").referenceMonths(.proceduresTotal) == 3)
        #expect(try codebook("").referenceMonths(.smartphone) == nil)
        #expect(try codebook(", referenceMonths: 1").referencePeriods == [1, 3])
        #expect(
            try codebook(", referenceMonths: 6").referenceMonths([.proceduresTotal, .proceduresOnline]) == 6)
    }

    @Test("what the playbook says of the period holds where the codebook does not say otherwise")
    func saidElsewhere() throws {
        let own = try Codebook.builtIn().covering(1, by: "p.yaml", "savings.referenceMonths")
        #expect(own.referencePeriods == [1])
        let silent = try codebook("").covering(6, by: "p.yaml", "savings.referenceMonths")
        #expect(silent.referencePeriods == [6])
        let same = try codebook(", referenceMonths: 2").covering(2, by: "p.yaml", "savings.referenceMonths")
        #expect(same.referencePeriods == [2])
        // The usual three is what every playbook says that was copied.
        let usual = try codebook(", referenceMonths: 2").covering(3, by: "p.yaml", "savings.referenceMonths")
        #expect(usual.referenceMonths(.proceduresTotal) == 2)
    }

    @Test("a playbook that contradicts the codebook is refused with both numbers and where they stand")
    func contradicted() throws {
        let codebook = try codebook(", referenceMonths: 2")
        let error = #expect(throws: Diagnostic.self) {
            try codebook.covering(1, by: "p.yaml", "savings.referenceMonths")
        }
        #expect(
            error?.description
                == "p.yaml: savings.referenceMonths: found 1 months; expected 2, as the codebook \"x\" says at "
                + "variables.procedures_total.referenceMonths, or no key here.")
    }

    @Test(
        "months are counted over years",
        arguments: [
            ("2025-11", -3, "2025-08"), ("2026-01", -1, "2025-12"), ("2025-12", 1, "2026-01"),
            ("2025-06", 12, "2026-06"), ("2025-06", -18, "2023-12"), ("11/2025", 1, nil), ("2025-13", 1, nil),
        ] as [(String, Int, String?)])
    func months(month: String, count: Int, moved: String?) {
        #expect(Period.month(month, movedBy: count) == moved)
    }
}
