import CSVReader
import Testing

@Suite("Header rows under the header")
struct HeaderRowsTests {
    /// Rows as a person would write them, cells parted by |.
    private func heading(_ text: String, at header: Int = 0) -> Heading {
        let rows = text.split(separator: "\n", omittingEmptySubsequences: true).map {
            $0.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
        }
        return Heading(in: rows, at: header)
    }

    private func below(_ text: String, header: Int = 0) -> Int { heading(text, at: header).further }

    @Test(
        "a second row of options stands under questions without a name of their own",
        arguments: [
            "RespondentID|Do you own a phone?|Which do you own?||\n|Response|Phone|Laptop|Tablet\n101|Yes|Phone||\n102|No||Laptop|",
            "Respondent ID|Start|Why not?||\n||No device|No network|Other (please specify)\nr1|2025-10-01|No device||\nr2|2025-10-02|||far",
            "id|Tools||Age\n|Radio|TV|Open-Ended Response\n1|Radio||34\n2||TV|51",
            "id|Tools|\n|Response|TV",
        ])
    func surveyMonkey(text: String) { #expect(below(text) == 1) }

    @Test("Qualtrics' question texts and import ids are header")
    func qualtrics() {
        let ids = "{\"ImportId\":\"startDate\"}|{\"ImportId\":\"QID1\"}"
        #expect(
            below("StartDate|Q1\nStart Date|Do you own a phone?\n\(ids)\n2025-10-01|Yes\n2025-10-02|No") == 2)
        #expect(below("StartDate|Q1\n\(ids)\n2025-10-01|Yes\n2025-10-02|No") == 1)
        #expect(below("StartDate|Q1\nStart Date|Do you own a phone?\n\(ids)") == 2)
    }

    @Test("HXL tags, alone or under labels, are header")
    func tags() {
        #expect(below("district|people\n#adm1+name|#affected+f\nA|10\nB|20") == 1)
        #expect(below("d|p\nDistrict|People\n#adm1|#affected\nA|10\nB|20") == 2)
        #expect(below("d|p|note\n#adm1||\nA|10|x\nB|20|y") == 1)
    }

    @Test("the header said twice, with other letters, is header")
    func repeated() {
        #expect(below("Household ID|Smartphone\nhousehold_id|SMARTPHONE\n1|yes\n2|no") == 1)
        #expect(below("a|b\na|b\na|b\n1|2") == 2)
    }

    @Test("labels, units and types above numbers are header, one row or two")
    func labels() {
        #expect(
            below("id|age|phone\nHousehold number|Age in years|Has a phone\n1|34|yes\n2|51|no\n3|20|yes") == 1
        )
        #expect(
            below("id|age|phone\nHousehold|Age|Phone\ninteger|years|yes/no\n1|34|yes\n2|51|no\n3|20|yes") == 2
        )
        #expect(below("hh|day|v\nCode|Date of interview|Village\nHH-1|2025-10-01|A\nHH-2|2025-10-02|A") == 1)
        #expect(
            below("q1|q2|q3\nDo you own a phone?|Do you use it?|Village\nyes|no|A\nno|no|B\nyes|no|A") == 1)
    }

    @Test(
        "a person is never header",
        arguments: [
            "id|age|phone\n1|34|yes\n2|51|no", "name|village\nA|B\nC|D",
            "id|age|phone\nHH-001|unknown|refused\nHH-002|34|no\nHH-003|40|yes",
            "id|age|size\n|don't know|no answer\n2|34|3\n3|40|4",
            "id|age|phone\nx|many|yes\n2|51|no\n3|20|yes",
            "g|y\na|\na|\nb|", "|x|y\n0|a|b\n1|c|d", "id||answer\n|x|Yes\n2|y|Yes\n3|z|No",
            "id|a|\n1|Yes|\n2|No|",
            "id|Tools||Tool\n|Radio|TV|Yes\n1|Radio||Yes\n2||TV|No", "x|y\nx|z\n1|2", "v\nv\nv",
            "a|b\nNA|1\nNC|2", "id|comment\nHH 1|#good\nHH 2|#bad",
            "ho|co||ghi chu\nA|x|x|\nB|x||\nC|x|x|",
            "ten||to\nAn|ghi chú một|\nBình|ghi chú hai|\nChi|điều khác|2\nDũng|bốn|3",
            "a|b", "date|who\n2025-10-01|A\n2025-10-02|B", "x|x\n\nx|y",
        ])
    func people(text: String) { #expect(below(text) == 0) }

    @Test("rows are counted under the header, not under a title")
    func title() {
        #expect(below("Survey 2025|\nd|p\n#adm1|#affected\nA|10\nB|20", header: 1) == 1)
        #expect(below("d|p", header: 3) == 0)
    }

    @Test("labels over several columns go before the names of these, in two rows and in three")
    func groups() {
        let two = heading(
            "TT|Trong nhà có|||VNeID\n|ĐT thông minh|Máy tính|Internet|\n1|x|x||Có\n2|x||x|Chưa\n3||x|x|Có")
        #expect(
            two.names == [
                "TT", "Trong nhà có/ĐT thông minh", "Trong nhà có/Máy tính", "Trong nhà có/Internet", "VNeID",
            ])
        #expect(two.further == 1)
        let three = heading(
            "Hộ|Thiết bị||||Tổ\n|Điện thoại||Máy tính||\n|Có|Không|Có|Không|\nH1|x|||x|1\nH2|x||x||2")
        #expect(
            three.names == [
                "Hộ", "Thiết bị/Điện thoại/Có", "Thiết bị/Điện thoại/Không", "Thiết bị/Máy tính/Có",
                "Thiết bị/Máy tính/Không", "Tổ",
            ])
        #expect(three.further == 2)
    }

    @Test("merged cells that were filled say no label twice")
    func filledCells() {
        let names = heading("Hộ|Có|Có|Tổ\nHộ|Máy tính|Mạng|Tổ\nH1|x||1\nH2||x|2\nH3|x|x|2").names
        #expect(names == ["Hộ", "Có/Máy tính", "Có/Mạng", "Tổ"])
    }

    @Test("the columns' numbers under a header are header")
    func columnNumbers() {
        #expect(below("Hộ|Tổ|Mạng\n(1)|(2)|(3)\nH1|1|x\nH2|2|") == 1)
        #expect(below("STT|Hộ|Tổ|Máy|Mạng|Tổng\nA|B|1|2|3|4=2+3\n1|H1|1|1|0|1\n2|H2|2|1|1|2") == 1)
        #expect(below("STT|Hộ|Tổ|Máy|Mạng|Tổng\nA|B|1|2|3|5\n1|H1|1|1|0|1\n2|H2|2|1|1|2") == 0)
        #expect(below("Hộ|Có|| Tổ\n|Máy|Mạng|\n1|2|3|4\n7|x||1\n8|x|x|2\n9||x|2") == 1)
        #expect(below("Hộ|Có|| Tổ\n|Máy|Mạng|\n(1)|(2)|(3)|(4)\n7|x||1\n8|x|x|2\n9||x|2") == 2)
    }

    @Test("a title of two parts is no label over the names")
    func titleOfTwoParts() {
        let text = "UBND PHƯỜNG|||CỘNG HÒA\nHộ|Tổ|Máy tính|Mạng\nH1|1|x|\nH2|2||x"
        #expect(heading(text).names == ["UBND PHƯỜNG", "", "", "CỘNG HÒA"])
        #expect(heading(text, at: 1).names == ["Hộ", "Tổ", "Máy tính", "Mạng"])
    }
}
