import Basics
import SurveyData
import Testing

/// A survey written as a person would, read with the ward's codebook.
private func survey(_ text: String, registry: Registry? = nil, month: String? = nil) throws -> Survey {
    try Survey.read(text: text, codebook: Codebook.builtIn(), registry: registry, month: month)
}

private let groups = """
    former_ward,residential_group,group_id,households
    An Lạc,Tổ 1,AL01,300
    An Lạc,Tổ 3,AL03,300
    Bình Minh,Tổ 3,BM03,300
    """

@Suite struct SurveyReadingTests {
    @Test func everyRowReadIsAccountedFor() throws {
        let read = try survey(
            """
            household_id,survey_date,residential_group,smartphone,procedures_total,procedures_online
            A1,2025-10-01,Tổ 1,yes,2,1
            A2,2025-10-02,Tổ 1,no,1,2

            A1,2025-10-03,Tổ 1,no,2,2
            A3,2025-10-03,Tổ 1
            ,2025-10-03,Tổ 1,no,2,2
            Tổng cộng,5,,,,
            """)
        #expect(read.counts.read == 7)
        #expect(read.counts.accepted == 2)
        #expect(read.counts.rejected == 3)
        #expect(read.counts.blank == 1)
        #expect(read.counts.totalsRows == 1)
        #expect(
            read.issues.map(\.code) == [.duplicateHousehold, .onlineOverTotal, .fieldCount, .missingRequired])
        #expect(read.households.map(\.dossiersOnline) == [.missing(.invalid), .given(2)])
        #expect(read.issues.map(\.line) == [2, 3, 6, 7])
        #expect(read.households.last?.smartphone == .given(.no), "the later interview counts")
    }

    @Test func vietnameseExcelAndCanonicalFilesAreOneSurvey() throws {
        let canonical = try survey(
            """
            household_id,survey_date,former_ward,residential_group,smartphone,internet,e_id,skills
            A1,2025-10-13,An Lạc,Tổ 3,yes,"fixed, mobile",level_2,"call, send_file"
            """, registry: Registry(table: WardTable(text: groups, name: "groups.csv")))
        let excel = try survey(
            "\u{FEFF}Mã hộ;Ngày khảo sát;Phường cũ;Tổ dân phố;Có điện thoại thông minh không?;"
                + "Kết nối Internet tại nhà;Tài khoản VNeID;Tự làm được việc nào?\r\n"
                + "A1;13/10/2025;P. An Lạc;TDP số 03;Có ạ;Wifi, 4G;Mức 2 đã kích hoạt;Gọi Zalo; \r\n"
                .replacing("Gọi Zalo; ", with: "\"Gọi Zalo; Gửi ảnh/tệp\""),
            registry: Registry(table: WardTable(text: groups, name: "groups.csv")))
        for read in [canonical, excel] {
            let household = try #require(read.households.first)
            #expect(household.group == GroupID("AL03"))
            #expect(household.smartphone == .given(.yes))
            #expect(household.internet == .given(AnswerSet([.fixed, .mobile])))
            #expect(household.eID == .given(.level2))
            #expect(household.skills == .given(AnswerSet([.call, .sendFile])))
            #expect(read.month == "2025-10")
        }
    }

    @Test func koboPathsAndSplitColumnsAreRead() throws {
        let read = try survey(
            """
            household_id,place/residential_group,access/smartphone,skills/call,skills/send_file,skills/none
            A1,Tổ 1,1,1,0,0
            A2,Tổ 1,0,,,
            A3,Tổ 1,0,0,0,0
            """.replacing("skills/", with: "block/skills/"))
        #expect(read.households.map(\.skills)[0] == .given(AnswerSet([.call])))
        #expect(read.households.map(\.skills)[1] == .missing(.blank))
        #expect(read.households.map(\.skills)[2] == .given(AnswerSet([.none])))
    }

    @Test func aRowOfTagsUnderTheHeaderIsNoHousehold() throws {
        let read = try survey(
            """
            household_id,residential_group,smartphone
            #meta+id,#adm4,
            A1,Tổ 1,yes
            """)
        #expect(read.counts.read == 1)
        #expect(read.repairs["headerRow"] == 1)
    }

    @Test func whatASpreadsheetDidIsPutRightOrNamed() throws {
        let read = try survey(
            """
            household_id,survey_date,residential_group,phone,procedures_total
            A1,45874,Tổ 1,912345678,1
            A2,45875,Tổ 1,0912345678,02-Thg1
            "3,60012E+11",45876,Tổ 1,3.6E+11,1
            A4,45876,02-Thg1,,1
            """)
        #expect(read.households.map(\.id.text) == ["A1", "A2"])
        #expect(read.households[0].date == SurveyDate(year: 2025, month: 8, day: 5))
        #expect(read.households[0].text(.phone) == .given("0912345678"))
        #expect(read.households[1].number(.proceduresTotal) == .missing(.invalid))
        #expect(read.repairs["spreadsheetDate"] == 4)
        #expect(read.repairs["phoneZero"] == 1)
        let damage = read.issues.filter { $0.code == .spreadsheetDamage }
        #expect(damage.map(\.line) == [3, 4, 4, 5])
        #expect(read.issues.filter { $0.code == .missingRequired }.map(\.line) == [4, 5])
    }

    @Test func anAnswerPastedFromAnOldFontIsUnderstood() throws {
        // "Không" in .VnTime, "Biết rõ" in VNI, beside proper letters.
        let read = try survey(
            """
            household_id,residential_group,smartphone,knows_process
            A1,Tổ dân phố số 1,Kh«ng,Biết rõ
            A2,Tổ dân phố số 1,Không,Bieát roõ
            A3,Tổ dân phố số 1,Không,Bieµµ
            """)
        #expect(read.households.map(\.smartphone) == [.given(.no), .given(.no), .given(.no)])
        #expect(read.households[0].knowsProcess == read.households[1].knowsProcess)
        #expect(read.households[2].knowsProcess == .missing(.invalid))
        #expect(read.repairs["oldFont"] == 2)
    }

    @Test func missingIsNeverOneThing() throws {
        let read = try survey(
            """
            household_id,residential_group,smartphone,knows_process,computer
            A1,1,,không biết,có
            A2,1,không rõ,từ chối,mượn hàng xóm
            A3,1,n/a,có nghe nói,-
            """)
        #expect(read.households.map(\.smartphone.missingReason) == [.blank, .dontKnow, .notApplicable])
        #expect(read.households[0].knowsProcess == .given(.no), "not to know a process is a no")
        #expect(read.households[1].knowsProcess == .missing(.refused))
        #expect(read.households[1].computer == .missing(.invalid))
        #expect(read.households[2].computer == .missing(.blank))
        #expect(read.households[0].eID == .missing(.notAsked))
        #expect(read.issues.map(\.code) == [.invalidAnswer])
    }

    @Test func aQuestionSkippedAfterNoneAtAllIsNone() throws {
        let read = try survey(
            """
            household_id,residential_group,procedures_total,procedures_online,channel
            A1,1,0,,
            A2,1,,,Không có nhu cầu
            A3,1,2,,Trực tiếp
            """)
        #expect(read.households.map(\.dossiers) == [.given(0), .given(0), .given(2)])
        #expect(read.households.map(\.dossiersOnline) == [.given(0), .given(0), .missing(.blank)])
    }

    @Test func answersMatchWholeNeverByTheirStart() throws {
        let read = try survey("household_id,residential_group,smartphone\nA1,1,Không có nhu cầu\n")
        #expect(read.households[0].smartphone == .missing(.invalid))
    }

    @Test func aGroupIsFoundByCodeOrByFormerWardAndName() throws {
        let registry = try Registry(table: WardTable(text: groups, name: "groups.csv"))
        #expect(registry.group(named: "bm03", formerWard: nil)?.id == GroupID("BM03"))
        #expect(registry.group(named: "Tổ 3", formerWard: "phường Bình Minh")?.id == GroupID("BM03"))
        #expect(registry.group(named: "Tổ 3", formerWard: nil) == nil, "two former wards have a Tổ 3")
        #expect(registry.group(named: "1", formerWard: nil)?.id == GroupID("AL01"))
    }

    @Test func aTitleAboveTheHeaderIsPassedOver() throws {
        let read = try survey("KHẢO SÁT THÁNG 10,,\nMã hộ,Tổ,Smartphone\nA1,1,x\n")
        #expect(read.households.count == 1)
        #expect(read.households[0].smartphone == .given(.yes))
    }

    @Test func aStrayQuoteIsCountedAndNamed() throws {
        let read = try survey("household_id,residential_group\nA1,1\nA2,\"1\nA3,1\nA4,1\n")
        #expect(read.counts.accepted == 3)
        #expect(read.issues.first?.code == .unclosedQuote)
        #expect(read.issues.first?.line == 3)
        #expect(read.counts.read == 4)
    }

    @Test func forbiddenColumnsAreDroppedAndSaid() throws {
        let read = try survey("household_id,residential_group,Số CCCD\nA1,1,001099012345\n")
        #expect(read.issues.map(\.code) == [.forbiddenColumn])
        #expect(read.issues.allSatisfy { $0.found?.contains("001099012345") != true })
    }
}

@Suite struct SurveyErrorTests {
    @Test func aMissingColumnIsNamedWithWhatIsClose() {
        let error = #expect(throws: Diagnostic.self) {
            try survey("household_id,residental_group\nA1,1\n")
        }
        #expect(error?.code == .missingColumn)
        #expect(error?.action.contains("residental_group") == true)
    }

    @Test("two columns of one header are refused")
    func twoColumnsOfOneHeader() {
        let error = #expect(throws: Diagnostic.self) {
            try survey("Mã hộ,Tổ,a/smartphone,b/smartphone\nA1,1,yes,no\n")
        }
        #expect(error?.code == .ambiguousColumn)
        #expect(error?.found.contains("b/smartphone") == true)
    }

    @Test("of two columns for one variable the codebook's first counts")
    func theFirstOfTwoColumnsCounts() throws {
        let read = try survey("Mã phiếu,Tổ,Mã hộ\nB1,1,A1\n")
        #expect(read.households.map(\.id.text) == ["A1"])
        #expect(read.issues.map(\.code) == [.passedOverColumn])
        #expect(read.issues.first?.column == "Mã phiếu")
    }

    @Test func severalMonthsNeedOneToBeNamed() throws {
        let text = """
            household_id,survey_date,residential_group
            A1,2025-10-01,1
            A2,2025-11-01,1
            """
        let error = #expect(throws: Diagnostic.self) { try survey(text) }
        #expect(error?.found.contains("2025-10 (1), 2025-11 (1)") == true)
        let read = try survey(text, month: "2025-11")
        #expect(read.counts.accepted == 1)
        #expect(read.issues.map(\.code) == [.otherMonth])
    }

    @Test(arguments: [
        ("05/08/2025,13/08/2025", "2025-08"), ("08/05/2025,08/13/2025", "2025-08"),
        ("05/08/2025,06/08/2025", "2025-08"), ("5/8/25,13/8/25", "2025-08"), ("45874,45875", "2025-08"),
        ("2025-08-05T09:12:33+07:00,2025-08-06", "2025-08"),
    ])
    func theOrderOfDayAndMonthIsDecidedOnceAColumn(dates: String, month: String) throws {
        let parts = dates.split(separator: ",")
        let read = try survey(
            "household_id,survey_date,residential_group\nA1,\(parts[0]),1\nA2,\(parts[1]),1\n")
        #expect(read.month == month)
    }

    @Test func datesThatCanBeEitherWayRoundAreRefused() {
        let error = #expect(throws: Diagnostic.self) {
            try survey("household_id,survey_date,residential_group\nA1,05/08/2025,1\nA2,06/07/2025,1\n")
        }
        #expect(error?.code == .ambiguousDates)
    }

    @Test func aBadWardFileIsNamedByLineAndColumn() {
        let error = #expect(throws: Diagnostic.self) {
            try Registry(
                table: WardTable(
                    text: "former_ward,residential_group,group_id,households\nA,Tổ 1,A1,many\n", name: "g.csv"
                ))
        }
        #expect(error?.line == 2)
        #expect(error?.header == "households")
    }
}
