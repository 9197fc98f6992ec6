import Foundation
import Testing

/// Columns and rows as exports leave them.
@Suite struct ColumnsAndRowsTests {
    @Test("an age and a year of birth side by side: one is used, one compared")
    func ageAndYear() throws {
        let read = try CheckedFile(WardForm().adding("Năm sinh") { _ in "1985" }.text())
        #expect(read.accepted == 60 && read.issues == ["passedOverColumn": 1] && read.contradictions.isEmpty)
        #expect(read.columns["passedOverColumn"] == ["Năm sinh"])
    }

    @Test("a label and a code side by side: what differs is counted")
    func labelAndCode() throws {
        let form = WardForm().adding("Có điện thoại thông minh không?") { row in row == 7 ? "Không" : "Có" }
        let read = try CheckedFile(form.text())
        #expect(read.accepted == 60)
        #expect(read.contradictions == ["columnsDiffer": 1] && read.lines["columnsDiffer"] == [9])
    }

    @Test("a codebook's header that no column has is named, with the nearest")
    func absentHeader() throws {
        let codebook = """
            codebook: x
            variables:
              household_id: { headers: [id] }
              smartphone: { headers: ["nett"], answers: { "yes": [Yes], "no": [No] } }
              skills: { flags: { call: ["can call"], sendFile: ["can sned"] } }
            """
        let read = try CheckedFile(
            "id,net,can call,can send\n1,Yes,1,0\n2,No,0,1\n", with: [("--codebook", codebook)])
        #expect(read.issues["absentColumn"] == 2)
        #expect(read.columns["absentColumn"] == ["can sned", "nett"])
        #expect(read.actions["absentColumn"]?.first?.contains("\"can send\"") == true)
        #expect(read.actions["absentColumn"]?.last?.contains("\"net\"") == true)
    }

    @Test(
        "a former ward is one however i and y are written",
        arguments: [("Quí Sơn", "Quý Sơn"), ("Mĩ Độ", "Mỹ Độ"), ("Hòa Lí", "Hoà Lý")])
    func oneWard(left: String, right: String) throws {
        let form = WardForm().with("former_ward") { row in row % 2 == 0 ? left : right }
        let groups = "former_ward,residential_group,group_id,households\n\(right),Tổ 1,QS01,300\n"
        let read = try CheckedFile(form.text(), with: [("--groups", groups)])
        #expect(read.accepted == 60 && read.rejected == 0)
    }

    @Test("the header again in the middle is no household", arguments: [",", ";"])
    func headerAgain(separator: String) throws {
        var lines = WardForm().text(separator).split(separator: "\n").map(String.init)
        lines.insert(lines[0], at: 31)
        lines.insert(lines[0].uppercased(), at: 11)
        let read = try CheckedFile(lines.joined(separator: "\n") + "\n")
        #expect(read.accepted == 60 && read.rejected == 0 && read.repairs["repeatedHeader"] == 2)
    }

    @Test("header rows under the header are no households")
    func headerRows() throws {
        var lines = WardForm().text().split(separator: "\n").map(String.init)
        let width = lines[0].split(separator: ",").count
        let texts = (0..<width).map { "Câu hỏi số \($0)?" }.joined(separator: ",")
        let ids = (0..<width).map { "\"{\"\"ImportId\"\":\"\"QID\($0)\"\"}\"" }.joined(separator: ",")
        lines.insert(contentsOf: [texts, ids], at: 1)
        let read = try CheckedFile(lines.joined(separator: "\n") + "\n")
        #expect(read.accepted == 60 && read.rejected == 0 && read.repairs["headerRow"] == 2)
    }

    @Test("rows that a program leaves short are read, a lost separator is not")
    func shortRows() throws {
        let form = WardForm().adding("interviewer") { row in row % 3 == 0 ? "NV1" : "" }
            .adding("address") { row in row % 3 == 0 ? "Số 1" : "" }
        let trimmedRows = form.rows().map { row in
            var row = row
            while row.hasSuffix(",") { row.removeLast() }
            return row
        }
        let read = try CheckedFile(([form.header] + trimmedRows).joined(separator: "\n") + "\n")
        #expect(read.accepted == 60 && read.repairs["shortRow"] == 40 && read.issues.isEmpty)
        var lines = form.rows()
        lines[5] = lines[5].replacing(",Tổ 1", with: " Tổ 1")
        let broken = try CheckedFile(([form.header] + lines).joined(separator: "\n") + "\n")
        #expect(broken.accepted == 59 && broken.lines["fieldCount"] == [7])
    }

    @Test("decimal and thousands marks are decided once for a column")
    func marks() throws {
        let weights = { (row: Int) in row % 2 == 0 ? "1.250" : "987,5" }
        let form = WardForm().with("smartphone") { $0 % 2 == 0 ? "yes" : "no" }.adding(
            "weight", cells: weights)
        let read = try CheckedFile(form.text(";"), options: ["--sampling", "probability"])
        let figure = try #require(try read.figure("smartphone")?.value)
        #expect(abs(figure - 1250 / 2237.5) < 1e-12)
        let guessed = try CheckedFile(form.with("weight") { _ in "1.250" }.text())
        #expect(guessed.issues == ["guessedMarks": 1] && guessed.columns["guessedMarks"] == ["weight"])
        let mixed = try CheckedFile(
            form.with("weight") { row in row == 2 ? "1250.5" : row == 9 ? "987,5" : "7" }.text(";"))
        #expect(mixed.status == 65)
        #expect(mixed.errors.contains("line 4 and line 11") && mixed.errors.contains("weight"))
        let coordinates = try CheckedFile(
            WardForm().adding("latitude") { row in row == 0 ? "21,5" : "21.25" }.text())
        #expect(coordinates.status == 65 && coordinates.errors.contains("latitude"))
    }

    @Test("text is kept composed: the same bytes from a decomposed file")
    func composedText() throws {
        let form = WardForm().with("residential_group") { _ in "Tổ Đồng Nghiệp" }.with("former_ward") { _ in
            "Xương Giang"
        }
        let plain = try CheckedFile(form.text()).summary()
        let apart = try CheckedFile(form.text().decomposedStringWithCanonicalMapping).summary()
        #expect(plain.status == 0 && plain.output == apart.output)
        #expect(plain.output.contains("Xương Giang"))
    }
}
