import Testing

/// Questions with several answers, in one column or in one a choice, as form programs write them.
@Suite struct TicksTests {
    private static let choices = [
        "find_information", "call", "edit_document", "change_password", "online_payment", "none",
    ]
    private static let labels = [
        "Tìm thông tin", "Gọi Zalo", "Soạn văn bản", "Đổi mật khẩu", "Chuyển khoản", "Không việc nào",
    ]

    private func split(
        _ choices: [String] = choices, none: String = "none", header: (String) -> String, yes: String = "1",
        no: String = "0"
    ) -> WardForm {
        WardForm().splitting("skills", choices: choices, header: header) { row, choice in
            (row % 2 == 0) != (choice == none) ? yes : no
        }
    }

    @Test(
        "split columns are found whatever stands between question and choice",
        arguments: [
            "skills/@", "block/skills/@", "skills.@", "skills:@", "skills_@", "skills-@", "skills[@]",
            "Skills [@]",
        ])
    func separators(pattern: String) throws {
        let read = try CheckedFile(split { pattern.replacing("@", with: $0) }.text())
        #expect(read.accepted == 60 && read.issues.isEmpty, "\(read.errors)")
        let figure = try read.figure("skillsBasic")
        #expect(figure?.value == 0.5 && figure?.base == 60)
    }

    @Test(
        "labels name choices too",
        arguments: ["Tự làm được việc nào? [@]", "Tự làm được việc nào?/@", "Kỹ năng số.@"])
    func labelled(pattern: String) throws {
        let read = try CheckedFile(
            split(Self.labels, none: "Không việc nào") { pattern.replacing("@", with: $0) }.text())
        let figure = try read.figure("skillsBasic")
        #expect(figure?.value == 0.5 && figure?.base == 60, "\(read.issues)")
    }

    @Test(
        "ticks are understood however they are written",
        arguments: [
            ("1.0", "0.0"), ("Checked", "Unchecked"), ("x", ""), ("✓", ""), ("True", "False"),
            ("Selected", "Not selected"),
            ("TRUE", ""), ("Có", "Không"), ("1,0", "0,0"), ("☑", "☐"), ("Đã chọn", "Chưa chọn"),
            ("on", "off"),
        ])
    func tickWords(yes: String, no: String) throws {
        let read = try CheckedFile(split(header: { "g/skills/\($0)" }, yes: yes, no: no).text())
        #expect(read.issues.isEmpty)
        let figure = try read.figure("skillsBasic")
        #expect(figure?.value == 0.5 && figure?.base == 60)
    }

    @Test("the choice's own name is a tick")
    func ownName() throws {
        let form = WardForm().splitting("skills", choices: Self.choices, header: { "skills/\($0)" }) {
            row, choice in
            (row % 2 == 0) != (choice == "none") ? choice : ""
        }
        let figure = try CheckedFile(form.text()).figure("skillsBasic")
        #expect(figure?.value == 0.5 && figure?.base == 60)
    }

    @Test("a tick that is not understood is named and is no blank")
    func unknownTick() throws {
        let read = try CheckedFile(split(header: { "skills/\($0)" }, yes: "perhaps", no: "0").text())
        #expect(read.issues["invalidAnswer"] == 180)
        #expect(try read.figure("skillsBasic")?.base == 0)
    }

    @Test("1.0 is 1 in every coded column, and 1.5 is no 15")
    func codesWithFractions() throws {
        let form = WardForm().with("smartphone") { $0 % 2 == 0 ? "1.0" : "0.0" }.with("e_id") { _ in "2.0" }
            .with("computer") { $0 == 0 ? "1.5" : "1,0" }
        let read = try CheckedFile(form.text())
        #expect(read.issues == ["invalidAnswer": 1])
        #expect(try read.figure("smartphone")?.value == 0.5)
        #expect(try read.figure("eIDLevel2")?.value == 1)
    }

    @Test("split columns give way to no unreadable list, and the list to no unreadable columns")
    func labelsJoined() throws {
        let list = { (row: Int) in row % 2 == 0 ? "làm được: tất cả" : "Không việc nào" }
        let form = split { "skills/\($0)" }.adding("skills", cells: list)
        let read = try CheckedFile(form.text())
        let figure = try read.figure("skillsBasic")
        #expect(figure?.value == 0.5 && figure?.base == 60)
        #expect(read.repairs["readFromSplitColumns"] == 30 && read.issues.isEmpty)
    }

    @Test("a list and split columns that say different things contradict each other")
    func listAgainstColumns() throws {
        let form = split { "skills/\($0)" }.adding("skills") { row in
            row == 3 ? "call" : row % 2 == 0 ? WardForm.skillsOfHalf : "none"
        }
        let read = try CheckedFile(form.text())
        #expect(read.accepted == 60)
        #expect(read.contradictions["columnsDiffer"] == 1)
        #expect(read.lines["columnsDiffer"] == [5])
        #expect(try read.figure("skillsBasic")?.base == 59)
    }
}

/// Lists in one cell.
@Suite struct AnswerListTests {
    @Test("an answer that holds the list's own mark is matched whole", arguments: [",", ";", "\n", " | "])
    func longestOption(mark: String) throws {
        let form = WardForm().with("skills", as: "Tự làm được việc nào?") { row in
            row % 2 == 0
                ? ["Tìm thông tin", "Gọi Zalo", "Sao chép, dán", "Đổi mật khẩu", "Chuyển khoản"].joined(
                    separator: mark)
                : "Không việc nào"
        }
        let read = try CheckedFile(form.text())
        #expect(read.issues.isEmpty)
        let figure = try read.figure("skillsContentCreation")
        #expect(figure?.value == 0.5 && figure?.base == 60)
    }

    @Test("an unknown item voids itself, not the list")
    func unknownItem() throws {
        let form = WardForm().with("barriers") { row in
            row == 0 ? "Không có thiết bị, con tôi đi làm xa" : "fear_fraud"
        }
        .with("skills") { row in row == 1 ? "call; đan rổ" : "none" }
        let read = try CheckedFile(form.text())
        #expect(read.issues == ["unknownItem": 1], "the rest of the barriers is \"other\"")
        #expect(read.lines["unknownItem"] == [3])
        #expect(try read.figure("statedNoDevice")?.base == 60)
        #expect(try read.figure("skillsCommunication")?.base == 60)
    }

    @Test(
        "none of these beside other answers is a contradiction",
        arguments: ["Không việc nào, Gọi Zalo", "call none", "none;call"])
    func noneWithOthers(cell: String) throws {
        let read = try CheckedFile(WardForm().with("skills") { row in row < 2 ? cell : "call" }.text())
        #expect(read.accepted == 60)
        #expect(read.contradictions["noneWithOthers"] == 2)
        #expect(read.lines["noneWithOthers"] == [2, 3])
        #expect(try read.figure("skillsBasic")?.base == 58)
    }

    @Test("more online than in all makes the number online missing, not the interview")
    func onlineOverTotal() throws {
        let read = try CheckedFile(
            WardForm().with("procedures_online") { row in row == 4 ? "3" : "1" }.text())
        #expect(read.accepted == 60 && read.contradictions == ["onlineOverTotal": 1])
        #expect(read.lines["onlineOverTotal"] == [6])
        #expect(try read.figure("onlineUptakeHouseholds")?.base == 59)
        #expect(try read.figure("smartphone")?.base == 60)
    }
}
