import Testing

/// Dates as programs and people write them.
@Suite struct DateFormsTests {
    @Test(
        "a date is read in any of its forms",
        arguments: [
            "02-Nov-25", "2-Nov-2025", "02-Thg11-25", "02-thg11-2025", "ngày 2 tháng 11 năm 2025",
            "2 tháng 11 năm 2025",
            "Thứ hai, ngày 02 tháng 11 năm 2025", "Chủ nhật, 2/11/2025", "20251102", "2 Nov 2025",
            "Nov 2, 2025",
            "November 2 2025", "Sunday, November 2, 2025", "2025/11/02", "2.11.2025", "02-11-25",
            "2025-11-02 09:12:33",
            "2025-11-02T09:12:33.123+07:00", "02/11/2025 9:12:33 SA", "11:30 02/11/2025", "45963", "45963.75",
            "2 thg 11, 2025", "2025-11-02T00:30:00+07:00", "2025-11-01T17:30:00Z",
        ])
    func forms(date: String) throws {
        // The 20th tells which number is the day.
        let form = WardForm().with("survey_date") { row in row == 0 ? date : "20/11/2025" }
        let read = try CheckedFile(form.text())
        #expect(read.months == ["2025-11": 60], "\(date): \(read.issues) \(read.errors)")
        #expect(read.issues.isEmpty)
    }

    @Test(
        "a time with an offset belongs to the day that it is in Vietnam",
        arguments: [
            ("2025-10-31T23:40:00Z", "2025-11"), ("2025-10-31T16:59:59Z", "2025-10"),
            ("2025-10-31T18:00:00.000-05:00", "2025-11"),
            ("2025-11-01T00:30:00+09:00", "2025-10"), ("2025-12-31 17:00:00 UTC", "2026-01"),
        ])
    func offsets(time: String, month: String) throws {
        let read = try CheckedFile(WardForm().with("survey_date") { _ in time }.text())
        #expect(read.months == [month: 60])
    }

    @Test("a codebook may name another zone")
    func zone() throws {
        let codebook =
            "codebook: z\ntimeZone: \"-06:00\"\nvariables:\n  household_id: { headers: [household_id] }\n"
            + "  survey_date: { headers: [survey_date] }\n"
        let read = try CheckedFile(
            WardForm().with("survey_date") { _ in "2025-11-01T03:00:00Z" }.text(),
            with: [("--codebook", codebook)])
        #expect(read.months == ["2025-10": 60])
    }

    @Test(
        "a word that is no month makes it no date",
        arguments: ["02-Mon-25", "2 mars 2025", "ngày mai", "31/02/2025", "2025-13-01", "1234567"])
    func noDates(text: String) throws {
        let read = try CheckedFile(
            WardForm().with("survey_date") { row in row == 0 ? text : "2025-11-20" }.text())
        #expect(read.issues == ["invalidDate": 1], "\(text)")
        #expect(read.accepted == 60)
    }

    @Test("dates in two orders are refused with both lines")
    func twoOrders() throws {
        let read = try CheckedFile(
            WardForm().with("survey_date") { row in
                row == 4 ? "18/11/2025" : row == 8 ? "11/19/2025" : "2025-11-03"
            }.text())
        #expect(read.status == 65)
        #expect(read.errors.contains("line 6 and line 10"))
    }

    @Test("a file of several months is checked whole, each month counted")
    func months() throws {
        let form = WardForm().with("survey_date") { row in "2025-\(["08", "09", "10"][row % 3])-20" }
        let read = try CheckedFile(form.text())
        #expect(read.accepted == 60)
        #expect(read.months == ["2025-08": 20, "2025-09": 20, "2025-10": 20])
        let none = try read.summary()
        #expect(none.status == 65 && none.errors.contains("2025-08..2025-10"))
        #expect(try read.figure("smartphone", "--month", "2025-09")?.base == 20)
        #expect(try read.figure("smartphone", "--month", "2025-08..2025-10")?.base == 60)
        #expect(try read.figure("smartphone", "--month", "2025-09..2025-12")?.base == 40)
        #expect(try read.summary("--month", "2025-10..2025-08").status == 64)
    }

    @Test("the own question goes before what the form's program writes")
    func precedence() throws {
        let form = WardForm().with("survey_date", as: "place/survey_date").adding("today") { _ in "2025-12-05"
        }
        .adding("start") { _ in "2026-01-01T01:00:00Z" }.adding("start") { _ in "2026-02-01" }
        .adding("_submission_time") { _ in "2026-03-01T00:00:00" }
        let read = try CheckedFile(form.text())
        #expect(read.months == ["2025-11": 60] && read.issues == ["passedOverColumn": 4])
        let undated = try CheckedFile(form.without("place/survey_date").text())
        #expect(undated.months == ["2025-12": 60] && undated.issues == ["passedOverColumn": 3])
        let last = try CheckedFile(
            form.without("place/survey_date").without("today").without("start").text())
        #expect(last.months == ["2026-03": 60])
    }
}
