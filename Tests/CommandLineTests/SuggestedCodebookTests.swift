import Foundation
import Testing

/// A drafted codebook reads the file that it was made from without an edit, and says nothing of anybody.
@Suite struct SuggestedCodebookTests {
    private struct Draft {
        let text: String
        let notes: String
        let checked: Program.Run
        let accepted: Int?

        /// The lines below a variable, comments left out.
        func rule(_ variable: String) -> String {
            let lines = text.split(separator: "\n").filter { !$0.drop(while: { $0 == " " }).hasPrefix("#") }
            guard let start = lines.firstIndex(of: "  \(variable):") else { return "" }
            return lines[(start + 1)...].prefix { $0.hasPrefix("    ") }.joined(separator: "\n")
        }
    }

    private func draft(_ survey: String) throws -> Draft {
        let scratch = try Scratch()
        let file = try scratch.write(survey, as: "survey.csv")
        let run = try Program.run("codebook", "suggest", file)
        #expect(run.status == 0, "\(run.errors)")
        let codebook = try scratch.write(run.output, as: "draft.yaml")
        let checked = try Program.run("check", file, "--codebook", codebook, "--json")
        let document = try? JSONSerialization.jsonObject(with: Data(checked.output.utf8)) as? [String: Any]
        return Draft(
            text: run.output, notes: run.errors, checked: checked, accepted: document?["accepted"] as? Int)
    }

    @Test("a name is never the key: columns that together do not repeat are")
    func nameAsKey() throws {
        let draft = try draft(
            """
            Dấu thời gian,Họ và tên,Tổ dân phố,Có cần hỗ trợ?
            01/11/2025 08:00:00,Nguyễn Văn Test0,Tổ 1,Không
            02/11/2025 08:01:00,Trần Thị Test1,Tổ 2,Có
            13/11/2025 08:02:00,Lê Văn Test2,Tổ 3,Có
            """)
        #expect(draft.rule("household_id").contains(#"key: ["Dấu thời gian", "Tổ dân phố"]"#))
        #expect(!draft.text.contains("Test"))
        #expect(draft.accepted == 3)
    }

    @Test("units, ranges, birth years and words for \"don't know\" come from the ward's codebook")
    func rules() throws {
        let draft = try draft(
            """
            Mã hộ,Tổ dân phố,Năm sinh,Số nhân khẩu,Có điện thoại thông minh không?,Có cần hỗ trợ?,VNeID
            H1,Tổ 1,1957,4 người,Có,Không,Mức 2
            H2,Tổ 1,1990,3 người,Có,Có,Mức 1
            H3,Tổ 2,1985,5 người,Không,Không biết,Chưa có
            H4,Tổ 2,1949,2 người,Có ạ,Có,Đã cài chưa kích hoạt
            """)
        #expect(draft.accepted == 4)
        #expect(draft.checked.output.contains("\"issues\": []"))
        #expect(draft.rule("respondent_age").contains("birthYears: true"))
        #expect(draft.rule("household_size").contains("range: [1, 40]"))
    }

    @Test("one odd cell does not drop a column of numbers")
    func oddCell() throws {
        let rows = (1..<100).map { "h\($0),\($0 % 6 + 1),call;send_file" } + ["h100,x,none"]
        let draft = try draft("household_id,household_size,skills\n" + rows.joined(separator: "\n"))
        #expect(draft.rule("household_size").contains("headers: [\"household_size\"]"))
        #expect(draft.accepted == 100)
    }

    @Test("rows that nothing tells apart are households of their own")
    func noID() throws {
        let draft = try draft(
            """
            Dấu thời gian,Bạn có điện thoại thông minh không?
            30/07/2026 10:40:40,Có
            30/07/2026 10:40:40,Có
            30/07/2026 10:41:06,Không
            """)
        #expect(draft.rule("household_id").contains("key: row"))
        #expect(draft.accepted == 3)
        #expect(draft.notes.contains("repeats cannot be seen"))
    }

    @Test("rows that lack empty cells at their ends are read")
    func shortRows() throws {
        let draft = try draft(
            """
            SubmissionDate,meta-instanceID,hh-smartphone,KEY,SubmitterName,note
            2025-11-18T08:51:07.481Z,uuid:9f767c45-0000,yes,uuid:9f767c45-0000,A
            2025-11-18T06:20:25.780Z,uuid:f1446bea-0000,no,uuid:f1446bea-0000,B
            2025-11-18T06:21:25.780Z,uuid:f1446beb-0000,no,uuid:f1446beb-0000,B,late
            """)
        #expect(draft.accepted == 3)
        #expect(draft.rule("smartphone").contains("hh-smartphone"))
    }

    @Test("dates in two orders are named by check with both lines")
    func mixedDates() throws {
        let draft = try draft(
            """
            household_id,interview_date,county
            HH1,07-08-2024,A
            HH2,18/10/2024,A
            HH3,01-14-2024,B
            """)
        #expect(draft.checked.status == 65)
        #expect(draft.checked.errors.contains("(line 3 and line 4)"))
        #expect(draft.notes.contains("two orders of day and month"))
    }

    @Test("an ambiguous order of day and month is declared")
    func dateOrder() throws {
        let draft = try draft(
            """
            Mã phiếu,Ngày phỏng vấn,Có máy tính?
            M1,01/10/25,Có
            M2,02/11/25,Không
            """)
        #expect(draft.text.contains("dateOrder: dmy"))
        #expect(draft.accepted == 2)
    }

    @Test("a cluster is a part of the key and the sampled unit")
    func clusterAndNumber() throws {
        let rows = (0..<60).map { "\($0 / 20),\($0 % 20),\($0 % 3 == 0 ? "Yes" : "No")" }
        let draft = try draft("cluster,id,has\n" + rows.joined(separator: "\n"))
        #expect(draft.rule("household_id").contains(#"key: ["cluster", "id"]"#))
        #expect(draft.rule("psu").contains(#"headers: ["cluster"]"#))
        #expect(draft.accepted == 60)
    }

    @Test(
        "the columns of one question become one question",
        arguments: [
            "What can you do? [Make internet calls],What can you do? [Pay online]",
            "What can you do? (choice=Make internet calls),What can you do? (choice=Pay online)",
            "g/can_do/call,g/can_do/online_payment", "can_do.call,can_do.onlinePayment",
            "can_do:call,can_do:onlinePayment", "can_do_call,can_do_onlinePayment",
        ])
    func tickBlocks(headers: String) throws {
        let rows = (0..<40).map { "k\($0),\($0 % 2),\($0 % 3 == 0 ? 1 : 0)" }
        let draft = try draft("_uuid,\(headers)\n" + rows.joined(separator: "\n"))
        let rule = draft.rule("skills")
        #expect(rule.contains("call: ") && rule.contains("onlinePayment: "))
        #expect(draft.accepted == 40)
    }

    @Test(
        "an interviewer's sex, a body weight and a bank account are no sex, weight and secret of the respondent"
    )
    func lookAlikes() throws {
        let rows = (0..<40).map {
            "h\($0),\($0 % 2 == 0 ? "male" : "female"),\(50 + $0).5,\($0 % 3 == 0 ? "Yes" : "No"),f"
        }
        let draft = try draft(
            "hhid,enumerator_sex,weight_kg,bank_account,sex\n" + rows.joined(separator: "\n"))
        #expect(draft.rule("respondent_sex").contains(#"headers: ["sex"]"#))
        #expect(draft.rule("weight").isEmpty)
        #expect(!draft.text.contains("forbidden:"))
        #expect(draft.text.contains(#"# "bankAccount": { headers: ["bank_account"] }  # No (26) | Yes (14)"#))
    }

    @Test("numbers of yes and no, and of no answer, are read as questionnaires number them")
    func numberedAnswers() throws {
        let rows = (0..<60).map { "\($0 * 7 + 1000),\($0 % 20 == 0 ? 98 : $0 % 2 + 1)" }
        let draft = try draft("resp_serial,q3_smartphone\n" + rows.joined(separator: "\n"))
        #expect(draft.rule("smartphone").contains(#""yes": ["1", "#))
        #expect(draft.rule("smartphone").contains(#"dontKnow: ["98"]"#))
        #expect(!draft.checked.output.contains("invalidAnswer"))
    }

    @Test("groups in headers say nothing of the questions in them")
    func groupNames() throws {
        let rows = (0..<40).map { "C-\($0),yes,\(20 + $0)" }
        let group = "section_two_household_roster_and_devices_name"
        let draft = try draft(
            "\(group)/household_code,\(group)/smartphone,\(group)/area_size_of_the_plot_in_square_metres\n"
                + rows.joined(separator: "\n"))
        #expect(draft.rule("household_id").contains("\(group)/household_code"))
        #expect(draft.text.contains("# \"areaSizePlotSquareMetres\": "))
    }

    @Test("an unused column becomes a domain when its comment sign is taken away")
    func readyLines() throws {
        let scratch = try Scratch()
        let rows = (0..<40).map { "h\($0),\($0 % 2 == 0 ? "tin" : "tile"),yes" }
        let survey = "hhid,roof,smartphone\n" + rows.joined(separator: "\n")
        let line = #"  # "roof": { headers: ["roof"] }"#
        let draft = try draft(survey)
        #expect(draft.text.contains(line))
        let codebook = try scratch.write(
            draft.text.replacing(line, with: line.replacing("# ", with: "")), as: "c.yaml")
        let run = try Program.run("codebook", "check", codebook)
        #expect(run.output.contains("groupings: roof"))
    }

    @Test(
        "a header that no column has is named with the nearest one, and a codebook that reads nothing is refused"
    )
    func against() throws {
        let scratch = try Scratch()
        let survey = try scratch.write("id,net,roof\n1,Yes,tin\n2,No,tin\n", as: "typo.csv")
        let codebook = try scratch.write(
            """
            codebook: x
            variables:
              household_id: { headers: [id] }
              smartphone: { headers: ["nett"], answers: { "yes": [Yes], "no": [No] } }
            """, as: "typo.yaml")
        let run = try Program.run("codebook", "check", codebook, "--against", survey)
        #expect(run.status == 65)
        #expect(run.output.contains("no column \"nett\", which smartphone is read from; nearest: \"net\""))
        #expect(run.output.contains("columns that nothing is read from (2):\n  \"net\"\n  \"roof\"\n"))
        #expect(run.errors.contains("no column of any question of the codebook"))
    }

    @Test("a key that no column has is refused")
    func againstKey() throws {
        let scratch = try Scratch()
        let survey = try scratch.write("id,net\n1,Yes\n", as: "s.csv")
        let codebook = try scratch.write(
            "codebook: x\nvariables:\n  household_id: { key: [cluster, id] }\n  smartphone: { headers: [net] }\n",
            as: "c.yaml")
        let run = try Program.run("codebook", "check", codebook, "--against", survey)
        #expect(run.status == 65)
        #expect(run.output.contains("no column \"cluster\", which household_id is read from"))
    }
}
