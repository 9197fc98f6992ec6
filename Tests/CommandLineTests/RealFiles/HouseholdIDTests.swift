import Foundation
import Testing

/// Ids as spreadsheets and people leave them.
@Suite struct HouseholdIDTests {
    private func doubled(_ written: @escaping (String) -> String, prefix: String = "AA01-") throws
        -> CheckedFile
    {
        let ids = (0..<60).map { prefix + String(1001 + $0 % 30).dropFirst() }
        let form = WardForm().with("household_id") { row in row < 30 ? ids[row] : written(ids[row]) }
        return try CheckedFile(form.text())
    }

    @Test(
        "one household whatever a spreadsheet did to its id",
        arguments: [
            "'@", "=\"@\"", "’@", "@ ", " @", "\u{A0}@", "@\u{200B}", "AA01\u{A0}-", "aa01-", "Aa01-",
            "AA01\u{2013}",
            "AA01\u{2014}", "AA01\u{2011}", "AA01\u{2212}", "AA01 -", "AA01- ",
        ])
    func oneHousehold(pattern: String) throws {
        let read = try doubled { id in
            pattern.contains("@") ? pattern.replacing("@", with: id) : pattern + id.suffix(3)
        }
        #expect(read.accepted == 30 && read.rejected == 30, "\(pattern)")
        #expect(read.issues["duplicateHousehold"] == 30)
        #expect(read.actions["duplicateHousehold"]?.allSatisfy { $0.contains("line ") } == true)
        #expect(!read.repairs.isEmpty)
    }

    @Test("a code that is a number is the same with .0 behind it")
    func numbers() throws {
        let read = try doubled({ $0 + ".0" }, prefix: "77")
        #expect(read.accepted == 30 && read.repairs["spreadsheetNumber"] == 30)
    }

    @Test("ids that differ in leading zeros stay two and are named")
    func leadingZeros() throws {
        let read = try CheckedFile(
            WardForm().with("household_id") { row in row < 2 ? ["TX-007", "TX-7"][row] : "TX-1\(row)" }.text()
        )
        #expect(read.accepted == 60)
        #expect(read.issues == ["similarIDs": 1] && read.lines["similarIDs"] == [3])
    }

    @Test("an exact header is the id, whatever else looks like one")
    func exactHeader() throws {
        let text =
            "_id,formhub/uuid,start,_uuid\n11,ffff0000,2024-08-13T08:00:00,u-1\n12,ffff0000,2024-08-13T08:10:00,u-2\n"
        let read = try CheckedFile(
            text,
            with: [
                (
                    "--codebook",
                    "codebook: k\nvariables:\n  household_id: { required: true, headers: [\"_uuid\"] }\n"
                )
            ])
        #expect(read.accepted == 2)
    }

    @Test("with key: row each row is a household, and a note says what cannot be seen")
    func rows() throws {
        let codebook = """
            codebook: g
            variables:
              household_id: { key: row }
              smartphone: { headers: ["Có điện thoại?"], answers: { "yes": ["Có"], "no": ["Không"] } }
            """
        let read = try CheckedFile(
            "Dấu thời gian,Có điện thoại?\nx,Có\nx,Có\ny,Không\n", with: [("--codebook", codebook)])
        #expect(read.accepted == 3 && read.rejected == 0)
        #expect(read.issues["noKey"] == 1)
    }

    @Test("a column may be part of the key and the sampling unit")
    func severalRoles() throws {
        let codebook = """
            codebook: t
            sampling: probability
            variables:
              household_id: { required: true, key: [cluster, id] }
              psu: { headers: [cluster] }
              former_ward: { headers: [cluster] }
              smartphone: { headers: [has], answers: { "yes": ["Yes"], "no": ["No"] } }
            """
        var rows = ["cluster,id,has"]
        for cluster in 0..<30 {
            for id in 0..<20 { rows.append("\(cluster),\(id),\(id < 10 ? "Yes" : "No")") }
        }
        let read = try CheckedFile(rows.joined(separator: "\n") + "\n", with: [("--codebook", codebook)])
        #expect(read.accepted == 600 && read.issues.isEmpty)
        let summary = try read.summary()
        #expect(summary.output.contains("\"psu\""))
        let check = try read.run("check", "--json").output
        func report(_ number: Int) throws -> String {
            let folder = read.folder.appendingPathComponent("report-\(number)")
            let run = try read.run("analyze", "--no-pdf", "--quiet", "--output", folder.path)
            #expect(run.status == 0, "\(run.errors)")
            return try String(contentsOf: folder.appendingPathComponent("summary.json"), encoding: .utf8)
        }
        let first = try report(0)
        for number in 1..<10 {
            #expect(try read.summary().output == summary.output)
            #expect(try read.run("check", "--json").output == check)
            #expect(try report(number) == first)
        }
    }

    @Test("a key whose column is not there is refused by name")
    func missingKeyPart() throws {
        let read = try CheckedFile(
            "clustr,id\n1,1\n",
            with: [("--codebook", "codebook: t\nvariables:\n  household_id: { key: [cluster, id] }\n")])
        #expect(read.status == 65)
        #expect(read.errors.contains("\"cluster\"") && read.errors.contains("\"clustr\""))
    }
}
