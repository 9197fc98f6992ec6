import Foundation
import Testing

/// Crossed strata, lists, and rows of survey tools, by the built program.
@Suite("Survey tools' files in estimate")
struct EstimateFormTests {
    private func run(_ options: [String], on text: String) throws -> Program.Run {
        let scratch = try Scratch()
        return try Program.run(["estimate", scratch.write(text, as: "data.csv")] + options)
    }

    private func figures(_ options: [String], on text: String) throws -> [EstimateRun.Figure] {
        let scratch = try Scratch()
        return try EstimateRun([scratch.write(text, as: "data.csv")] + options).figures
    }

    @Test("strata of one stage are crossed, as a column of both would be", arguments: [[], ["--psu", "p"]])
    func crossedStrata(units: [String]) throws {
        var text = "h,g,hg,p,y\n"
        for (row, y) in [1, 2, 3, 5, 6, 8, 9, 14, 2, 7, 5, 5].enumerated() {
            let (h, g) = (row % 2 == 0 ? "a" : "b", row % 4 < 2 ? "1" : "01")
            text += "\(h),\(g),\(h)-\(g),\(row / 4),\(y)\n"
        }
        let crossed = try run(["--mean", "y", "--strata", "h+g", "--csv"] + units, on: text)
        let one = try run(["--mean", "y", "--strata", "hg", "--csv"] + units, on: text)
        #expect(crossed.status == 0, "\(crossed.errors)")
        #expect(crossed.output == one.output)
        #expect(crossed.errors.contains("4 strata"))
        let three = try run(["--mean", "y", "--strata", "h+g+hg", "--csv"] + units, on: text)
        #expect(three.output == one.output)
    }

    @Test("a lonely unit names its crossing")
    func lonelyCrossing() throws {
        let found = try run(["--mean", "y", "--strata", "h+g"], on: "h,g,y\na,x,1\na,x,2\na,y,3\n")
        #expect(found.status == 65)
        #expect(found.errors.contains("stratum h=a, g=y: found a single sampled unit"))
    }

    @Test(
        "the share of rows whose list holds an item",
        arguments: [
            ("t,y\ncall;photo,1\nphoto,2\nrecall,3\ncall,4\n", "call", 0.5),
            ("t,y\n\"call, photo\",1\nphoto,2\n\"photo,call\",3\nrecall,4\n", "call", 0.5),
            ("t,y\ncall photo,1\nphoto,2\nphoto pay call,3\nrecall,4\n", "call", 0.5),
            ("t,y\ncall|photo,1\nphoto,2\n| call |,3\nrecall,4\n", "call", 0.5),
            ("t,y\n\"call\nphoto\",1\nphoto,2\n\"photo\r\ncall\",3\nrecall,4\n", "call", 0.5),
            ("t,y\ncall;photo,1\n\"call, photo\",2\ncall photo,3\nphoto,4\n", "call", 0.75),
            ("t,y\n1 2 10,1\n10,2\n01,3\n2,4\n", "1", 0.5),
            ("t,y\nGọi Zalo;Gửi ảnh,1\nGọi Zalo nhóm,2\nGửi ảnh;,3\nGọi Zalo,4\n", "Gọi Zalo", 0.5),
            (
                "t,y\n\"Gọi Zalo, Sao chép, dán\",1\nGọi Zalo,2\n\"Sao chép, dán\",3\nKhác,4\n",
                "Sao chép, dán", 0.5
            ),
            ("t,y\n\"No, thanks;Yes\",1\nNo,2\n\"No, thanks\",3\nYes,4\n", "No", 0.25),
            ("t,y\nDo not call,1\ncall,2\nNever,3\nEvery day I can,4\n", "Never", 0.25),
            ("t,y\n\"1,2\",1\n\"1,20\",2\n\"20,3\",3\n2,4\n", "2", 0.5),
        ])
    func listHolds(text: String, item: String, share: Double) throws {
        let figures = try figures(["--proportion", "t~\(item)", "--total", "t~ \(item) "], on: text)
        let proportion = figures.first { $0.text("statistic") == "proportion" }
        #expect(proportion?.number("value") == share)
        #expect(proportion?.text("category") == item)
        #expect(proportion?.text("interval") == "logit")
        #expect(figures.first { $0.text("statistic") == "total" }?.number("value") == share * 4)
    }

    @Test("every item of lists, and cells without an answer")
    func everyItem() throws {
        let figures = try figures(["--proportion", "t~"], on: "t,y\na;b,1\nb,2\n,3\nb;c,4\n10;9;b,5\n")
        #expect(figures.map { $0.text("category") } == ["9", "10", "a", "b", "c"])
        #expect(figures.map { $0.number("value") } == [0.25, 0.25, 0.25, 1, 0.25])
        #expect(figures.allSatisfy { $0.number("base") == 4 })
    }

    @Test("an item that no row has is refused with those that there are")
    func unknownItem() throws {
        let found = try run(["--proportion", "t~cal"], on: "t,y\ncall;photo,1\nphoto,2\n")
        #expect(found.status == 65)
        #expect(found.errors.contains("found no row with the item \"cal\"; expected one of call, photo"))
        #expect(try run(["--total", "t~"], on: "t,y\na;b,1\n").status == 64)
    }

    @Test("columns and levels may hold the sign of lists")
    func signs() throws {
        let figures = try figures(
            ["--proportion", "a~b", "--proportion", "c=x~y", "--proportion", "a~b~1"],
            on: "a~b,c\n1;2,x~y\n2,z\n")
        #expect(figures.map { $0.text("variable") } == ["a~b", "a~b", "c", "a~b"])
        #expect(figures[2].text("category") == "x~y")
        #expect(figures[3].number("value") == 0.5)
    }

    static let surveyMonkey = """
        RespondentID,Do you own a smartphone?,Which devices do you own?,,
        ,Response,Phone,Laptop,Tablet
        101,Yes,Phone,,
        102,No,,Laptop,
        103,Yes,Phone,Laptop,

        """

    @Test(
        "header rows under the header are no persons",
        arguments: [
            (surveyMonkey, "Do you own a smartphone?"),
            (
                "id,when,own\nHousehold,Date of interview,Has a phone\n1,2025-10-01,Yes\n2,2025-10-02,No\n3,2025-10-03,Yes\n",
                "own"
            ),
            ("id,own\n#meta+id,#indicator+own\n1,Yes\n2,No\n3,Yes\n", "own"),
            (
                "StartDate,own\nStart Date,Do you own a phone?\n\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n2025-10-01,Yes\n2025-10-02,No\n2025-10-02,Yes\n",
                "own"
            ),
            ("id,own\nID,OWN\n1,Yes\n2,No\nid,own\n3,Yes\n", "own"),
        ])
    func headerRows(text: String, question: String) throws {
        let levels = try figures(["--proportion", question], on: text)
        #expect(levels.map { $0.text("category") } == ["No", "Yes"])
        #expect(levels.map { $0.number("base") } == [3, 3])
        #expect(try run(["--proportion", question], on: text).errors.contains("note: "))
    }

    @Test("options of SurveyMonkey's second row have names")
    func optionNames() throws {
        for (name, base) in [
            ("Which devices do you own?", 2.0), ("Which devices do you own?/Phone", 2),
            ("Which devices do you own?/Laptop", 2),
        ] {
            let figure = try figures(["--proportion", name], on: Self.surveyMonkey)[0]
            #expect(figure.number("base") == base)
        }
        let part = try figures(
            [
                "--proportion", "Do you own a smartphone?=Yes", "--where",
                "`Which devices do you own?/Phone` = Phone",
            ],
            on: Self.surveyMonkey)
        #expect(part[0].number("base") == 2)
    }

    @Test("a file that trims empty ends has whole rows; under --strict too")
    func trimmedRows() throws {
        let text = "id,own,uses,note\n1,yes,yes,x\n2,no\n3,yes,no\n4,no\n"
        let found = try run(
            ["--proportion", "own=yes", "--proportion", "uses=yes", "--csv", "--strict"], on: text)
        #expect(found.status == 0)
        #expect(found.output.contains("proportion,own,yes,,0.5,"))
        #expect(found.errors.contains("3 rows have fewer fields than the header"))
        #expect(found.errors.contains("2 of 4 rows have no uses"))
        // One empty end is enough to show that a short row is a broken one.
        let broken = try run(["--proportion", "own=yes"], on: text + "5,yes,no,\n")
        #expect(broken.errors.contains("3 records are left out"))
    }
}
