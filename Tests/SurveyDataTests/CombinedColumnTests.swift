import Testing

@testable import SurveyData

/// Questions that a file asks in several columns, or in a list; headers of several rows.
@Suite struct CombinedColumnTests {
    private func read(_ rules: String, _ text: String) throws -> Survey {
        let codebook = try Codebook(
            yaml: """
                codebook: test
                answers: { yesNo: { "yes": [có, x], "no": [không] } }
                variables:
                  household_id: { required: true, headers: [id] }
                  residential_group: { headers: [to] }
                \(rules)
                """, file: "test.yaml")
        return try Survey.read(text: text, codebook: codebook)
    }

    @Test("a sum counts a blank beside a number as 0, and is unknown where a cell cannot be read")
    func sums() throws {
        let survey = try read(
            "  procedures_total: { sum: [quay, mang] }",
            "id,to,quay,mang\n1,1,2,1\n2,1,,3\n3,1,,\n4,1,hai,1\n5,1,0,0\n")
        #expect(survey.households.map { $0.number(.proceduresTotal).value } == [3, 3, nil, nil, 0])
        #expect(survey.households[2].number(.proceduresTotal) == .missing(.blank))
        #expect(survey.households[3].number(.proceduresTotal) == .missing(.invalid))
        #expect(survey.repairs["blankInSum"] == 1)
    }

    @Test("yes where the list in the cell has the item, also one with a comma; no where it has others only")
    func lists() throws {
        let survey = try read(
            """
              smartphone: { headers: [may], contains: ["Điện thoại thông minh"], answers: yesNo }
              computer: { headers: [may], contains: ["Máy bàn, xách tay", Laptop], answers: yesNo }
            """,
            """
            id,to,may
            1,1,"Điện thoại thông minh, Tivi"
            2,1,"Tivi;máy bàn, xách tay"
            3,1,Tivi
            4,1,
            5,1,không
            """)
        let phones: [YesNo?] = [.yes, .no, .no, nil, .no]
        let computers: [YesNo?] = [.no, .yes, .no, nil, .no]
        #expect(survey.households.map { $0.smartphone.value } == phones)
        #expect(survey.households.map { $0.computer.value } == computers)
        #expect(survey.issues.isEmpty)
    }

    @Test("a column in which nobody ticked says nothing beside others")
    func emptyKind() throws {
        let survey = try read(
            "  computer: { anyYes: [ban, laptop], answers: yesNo }",
            "id,to,ban,laptop\n1,1,x,\n2,1,,\n3,1,x,\n")
        let computers: [YesNo?] = [.yes, .no, .yes]
        #expect(survey.households.map { $0.computer.value } == computers)
    }

    @Test(
        "what cannot be added, or has no yes, is refused",
        arguments: [
            "  smartphone: { sum: [a, b] }", "  internet: { anyYes: [a, b] }",
            "  e_id: { headers: [a], contains: [b] }",
        ])
    func refusals(rule: String) {
        #expect(throws: (any Error).self) { try read(rule, "id,to,a,b\n1,1,1,1\n") }
    }

    @Test("a header of two rows under titles, its columns' numbers and the signatures are no households")
    func wardOffice() throws {
        let text = """
            UBND PHƯỜNG MẪU,,,CỘNG HÒA XÃ HỘI,
            DANH SÁCH,,,,
            Mã hộ,Tổ,Trong nhà có,,VNeID
            ,,Điện thoại thông minh,Máy tính,
            (1),(2),(3),(4),(5)
            H1,1,x,,Có
            H2,1,x,x,Chưa
            ,,Điện thoại thông minh,Máy tính,
            H3,2,,x,Có
            Tổng cộng,,2,2,
            ,Người lập biểu,,CHỦ TỊCH,
            """
        let survey = try Survey.read(text: text, codebook: Codebook.builtIn())
        #expect(survey.households.map { $0.smartphone.value } == [.yes, .yes, .no])
        #expect(survey.households.map { $0.computer.value } == [.no, .yes, .yes])
        #expect(survey.counts.totalsRows == 2)
        #expect(survey.repairs["headerRow"] == 2 && survey.repairs["repeatedHeader"] == 1)
        #expect(survey.issues.filter { $0.code != .unknownColumn }.isEmpty)
    }

    @Test("without ids, a row without an answer is no household")
    func rowWithoutAnswer() throws {
        let codebook = try Codebook(
            yaml: """
                codebook: test
                answers: { yesNo: { "yes": [x], "no": [không] } }
                variables:
                  household_id: { required: true, key: row }
                  smartphone: { headers: [may], answers: yesNo }
                """, file: "test.yaml")
        let survey = try Survey.read(
            text: "ten,may,ghi chu\nA,x,\nB,,\nC,không,\n,,người ký\n", codebook: codebook)
        #expect(survey.counts.accepted == 2 && survey.counts.blank == 2)
    }

    @Test("where the form never says 0, a row of blanks is a sum of 0, and a blank part of a known sum is 0")
    func blankCounts() throws {
        let survey = try read(
            """
              procedures_total: { sum: [quay, mang] }
              procedures_online: { headers: [mang] }
            """,
            "id,to,quay,mang\n1,1,2,\n2,1,,3\n3,1,,\n4,1,1,hai\n")
        #expect(survey.households.map { $0.number(.proceduresTotal).value } == [2, 3, 0, nil])
        #expect(survey.households.map { $0.number(.proceduresOnline).value } == [0, 3, 0, nil])
        // One 0 tells that a blank is none.
        let zeros = try read(
            """
              procedures_total: { sum: [quay, mang] }
              procedures_online: { headers: [mang] }
            """,
            "id,to,quay,mang\n1,1,0,\n2,1,,\n")
        #expect(zeros.households.map { $0.number(.proceduresTotal).value } == [0, nil])
        #expect(zeros.households.map { $0.number(.proceduresOnline).value } == [0, nil])
    }

    @Test("one answer with a column each: the one that is ticked; none where all boxes are empty; not two")
    func splitChoices() throws {
        let rules = """
              e_id: { flags: { level1: [m1], level2: [m2] } }
              smartphone: { flags: { "yes": [có], "no": [không] } }
            """
        let survey = try read(rules, "id,to,m1,m2,có,không\n1,1,x,,x,\n2,1,,v,,x\n3,1,,,,\n4,1,x,x,x,x\n")
        #expect(survey.households.map { $0.eID.value } == [.level1, .level2, EIDLevel.none, nil])
        // No has a column of its own: nothing ticked is no answer.
        let phones: [YesNo?] = [.yes, .no, nil, nil]
        #expect(survey.households.map { $0.smartphone.value } == phones)
        #expect(survey.households[3].eID == .missing(.invalid))
        #expect(survey.repairs["untickedBlank"] == 1)
    }

    @Test("a number of things is yes above 0")
    func amounts() throws {
        let survey = try read(
            "  smartphone: { headers: [sl], counts: true, answers: yesNo }",
            "id,to,sl\n1,1,0\n2,1,3\n3,1,\n4,1,không\n5,1,1.0\n")
        let phones: [YesNo?] = [.no, .yes, nil, .no, .yes]
        #expect(survey.households.map { $0.smartphone.value } == phones)
    }

    @Test("sums of a group are no households, families called Tống are")
    func subtotals() throws {
        let text = """
            household_id,residential_group,smartphone
            H1,Tổ 1,có
            Cộng tổ 1,,1
            Tổng cộng TDP Thị Chung,,1
            Tống Văn 2,Tổ 1,có
            Cộng,,2
            """
        let survey = try Survey.read(text: text, codebook: Codebook.builtIn())
        #expect(survey.counts.totalsRows == 3 && survey.counts.accepted == 2)
    }

    @Test("a header under eight rows of titles is found")
    func lateHeader() throws {
        let titles = [
            "UBND PHƯỜNG,,CỘNG HÒA", "TỔ KHẢO SÁT,,Độc lập", ",,", "BẢNG,,", "Tháng 11,,", ",,",
            "(kèm công văn),,", ",,",
        ]
        let text = (titles + ["Mã hộ,Tổ,Máy tính", "H1,1,có", "H2,1,không"]).joined(separator: "\n")
        let survey = try Survey.read(text: text + "\n", codebook: Codebook.builtIn())
        let computers: [YesNo?] = [.yes, .no]
        #expect(survey.households.map { $0.computer.value } == computers)
    }

    @Test(
        "times as Vietnamese forms write them",
        arguments: [
            ("2025/11/03 9:21:37 SA GMT+7", 3), ("2025/11/03 11:59:00 CH GMT+7", 3),
            ("2025/11/03 11:59:00 CH GMT-5", 4), ("2025/11/03 1:00:00 SA GMT+10:30", 2),
        ])
    func formTimes(text: String, day: Int) {
        #expect(WrittenDate(text)?.date(.dayMonthYear) == SurveyDate(year: 2025, month: 11, day: day))
    }

    @Test(
        "free words that may tell of somebody are not repeated",
        arguments: [
            "Khác: con gái nộp hộ, tên Nga, sđt 0999027102", "0999 027 102", "Đ/c Tùng (CA)", "anh Hùng",
            "hỏi chị Lan", "a@b.vn",
        ])
    func tellingWords(text: String) {
        #expect(PersonalText.mayTell(text) == (text != "hỏi chị Lan"))
    }

    @Test(
        "numbers and answers of nobody are repeated",
        arguments: ["1.250.000,5", "12345678", "Không rõ", "Máy tính bàn"])
    func plainAnswers(text: String) { #expect(!PersonalText.mayTell(text)) }
}
