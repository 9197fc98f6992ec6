import Basics
import SurveyData
import Testing

@Suite struct GroupsFileTests {
    private static let header =
        "former_ward,residential_group,group_id,households,people_60_plus_share,lat,lon,site_distance_km\n"

    private func registry(_ rows: String...) throws -> Registry {
        let text = Self.header + rows.joined(separator: "\n") + "\n"
        return try Registry(table: WardTable(text: text, name: "groups.csv"))
    }

    @Test(
        "a field of the groups file has its range",
        arguments: [
            ("Sim,Tổ 2,AA02,0,,,,", "households"), ("Sim,Tổ 2,AA02,100001,,,,", "households"),
            ("Sim,Tổ 2,AA02,-5,,,,", "households"), ("Sim,Tổ 2,AA02,310.5,,,,", "households"),
            ("Sim,Tổ 2,AA02,,,,,", "households"), ("Sim,Tổ 2,AA02,many,,,,", "households"),
            ("Sim,Tổ 2,AA02,10,10.75,,,", "people_60_plus_share"),
            ("Sim,Tổ 2,AA02,10,-0.01,,,", "people_60_plus_share"),
            ("Sim,Tổ 2,AA02,10,1.0001,,,", "people_60_plus_share"),
            ("Sim,Tổ 2,AA02,10,0.1,90.01,106,", "lat"), ("Sim,Tổ 2,AA02,10,0.1,21,-180.5,", "lon"),
            ("Sim,Tổ 2,AA02,10,0.1,21,106,1000.5", "site_distance_km"),
            ("Sim,Tổ 2,AA02,10,0.1,21,106,-1", "site_distance_km"),
            (",Tổ 2,AA02,10,,,,", "former_ward"), ("Sim, ,AA02,10,,,,", "residential_group"),
            ("Sim,Tổ 2,,10,,,,", "group_id"),
        ])
    func ranges(row: String, column: String) throws {
        let error = #expect(throws: Diagnostic.self) { try registry("Sim,Tổ 1,AA01,310,0.1,21,106,2", row) }
        #expect(error?.line == 3 && error?.header == column, "\(error.map { "\($0)" } ?? "")")
    }

    @Test("the ends of the ranges are allowed")
    func ends() throws {
        #expect(
            try registry("A,1,G1,1,0,-90,-180,0", "A,2,G2,100000,1,90,180,1000", "A,3,G3,5,,,,").groups.count
                == 3)
    }

    @Test(
        "one code written in two ways is one code",
        arguments: ["AA01", "aa01", " AA 01", "'AA01", "AA\u{A0}01", "\u{200B}AA01"])
    func codes(code: String) {
        let error = #expect(throws: Diagnostic.self) {
            try registry("Sim,Tổ 1,AA01,10,,,,", "Sim,Tổ 2,AA02,10,,,,", "Sim,Tổ 3,\(code),10,,,,")
        }
        #expect(error?.line == 4 && error?.header == "group_id")
        #expect(error?.found.contains("line 2") == true)
    }

    @Test("dashes of all kinds are one", arguments: ["AA–01", "AA—01", "aa‑01", "AA − 01"])
    func dashes(code: String) {
        #expect(throws: Diagnostic.self) { try registry("Sim,1,AA-01,10,,,,", "Sim,2,\(code),10,,,,") }
    }

    @Test("codes that differ in more are two, and each is found by itself")
    func otherCodes() throws {
        let registry = try registry(
            "Sim,1,ĐA1,10,,,,", "Sim,2,DA1,10,,,,", "Sim,3,A-11,10,,,,", "Sim,4,A1-1,10,,,,",
            "Sim,5,X 1,10,,,,")
        #expect(registry.group(code: "ĐA1")?.name == "1")
        #expect(registry.group(code: "da1")?.name == "2")
        #expect(registry.group(code: "a1–1")?.name == "4")
        #expect(registry.group(code: "A11") == nil)
        #expect(registry.group(code: "x1")?.name == "5")
        #expect(registry.group(named: "a-11", formerWard: nil)?.name == "3")
    }

    @Test(
        "a name is that of one group of a former ward",
        arguments: ["Sim,Tổ 1", "Phường Sim,tổ 01", "P. SIM,TDP số 1", "sim,1", "Sim,To 1"])
    func names(names: String) {
        let error = #expect(throws: Diagnostic.self) {
            try registry("Sim,Tổ 1,AA01,10,,,,", "\(names),AA02,10,,,,")
        }
        #expect(error?.line == 3 && error?.header == "residential_group")
    }

    @Test("two former wards may both have a group 1")
    func sameNames() throws {
        #expect(try registry("Sim,Tổ 1,AA01,10,,,,", "Sen,Tổ 1,BB01,10,,,,").groups.count == 2)
    }

    @Test(
        "a header that nobody reads, near one that is missing, is refused",
        arguments: [
            ("people_60plus_shares", "people_60_plus_share"), ("site_distance", "site_distance_km"),
            ("sitedistancekn", "site_distance_km"),
        ])
    func misspelled(header: String, column: String) throws {
        let text = "former_ward,residential_group,group_id,households,\(header)\nSim,1,A1,10,1\n"
        let error = #expect(throws: Diagnostic.self) {
            try Registry(table: WardTable(text: text, name: "groups.csv"))
        }
        #expect(error?.line == 1 && error?.expected == column)
    }

    @Test("a header that is another matter is passed over, a column that stands twice is not")
    func otherHeaders() throws {
        let text = "former_ward,residential_group,group_id,households,note,synthetic\nSim,1,A1,10,x,yes\n"
        #expect(try Registry(table: WardTable(text: text, name: "g.csv")).groups.count == 1)
        let twice = "former_ward,residential_group,group_id,households,lat,Lat\nSim,1,A1,10,21,22\n"
        let error = #expect(throws: Diagnostic.self) {
            try Registry(table: WardTable(text: twice, name: "g.csv"))
        }
        #expect(error?.code == .ambiguousColumn && error?.line == 1)
    }
}
