import Basics
import SurveyData
import Testing

@Suite struct VolunteersFileTests {
    private static let header =
        "volunteer_id,name,force,phone,home_group_id,minutes,max_groups,skills,available,never_households\n"

    private func roster(
        _ rows: String..., skills: SkillVocabulary = .usual, households: HouseholdCodes? = nil
    ) throws -> [Volunteer] {
        try roster(file: rows, skills: skills, households: households).volunteers
    }

    private func roster(
        file rows: [String], skills: SkillVocabulary = .usual, households: HouseholdCodes? = nil
    ) throws -> Roster {
        let groups = "former_ward,residential_group,group_id,households\nSim,1,AA01,310\nSim,2,AA02,350\n"
        let registry = try Registry(table: WardTable(text: groups, name: "groups.csv"))
        let text = Self.header + rows.joined(separator: "\n") + "\n"
        return try Roster(
            table: WardTable(text: text, name: "volunteers.csv"), registry: registry, skills: skills,
            households: households.map { codes in { codes } })
    }

    private static let good = "V001,Người 1,youth,0,AA01,330,2,teaching,sat-morning,"

    @Test(
        "a field of the volunteers file has its range and its words",
        arguments: [
            ("V002,x,youth,0,AA01,20001,2,,,", "minutes", "at most 20,000"),
            ("V002,x,youth,0,AA01,-1,2,,,", "minutes", "0 or more"),
            ("V002,x,youth,0,AA01,2.5,2,,,", "minutes", "a whole number"),
            ("V002,x,youth,0,AA01,,2,,,", "minutes", "a whole number"),
            ("V002,x,youth,0,AA01,100,0,,,", "max_groups", "from 1 to 30"),
            ("V002,x,youth,0,AA01,100,31,,,", "max_groups", "from 1 to 30"),
            ("V002,x,navy,0,AA01,100,2,,,", "force", "youth, police or women"),
            ("V002,x,,0,AA01,100,2,,,", "force", "youth, police or women"),
            ("V002,x,youth,0,AA09,100,2,,,", "home_group_id", "a group_id of the groups file"),
            ("V002,x,youth,0,AA01,100,2,juggling,,", "skills", "e_id, online_filing"),
            ("V002,x,youth,0,AA01,100,2,teaching;onlne_filing,,", "skills", "e_id, online_filing"),
            ("V002,x,youth,0,AA01,100,2,,whenever,", "available", "morning, afternoon or evening"),
            ("V002,x,youth,0,AA01,100,2,,sat-mornin,", "available", "morning, afternoon or evening"),
            ("V002,x,youth,0,AA01,100,2,,sat-morning;18:00,", "available", "nothing for any time"),
            ("v001,x,youth,0,AA01,100,2,,,", "volunteer_id", "a code of its own"),
            (" ,x,youth,0,AA01,100,2,,,", "volunteer_id", "a code of its own"),
        ])
    func ranges(row: String, column: String, expected: String) throws {
        let error = #expect(throws: Diagnostic.self) { try roster(Self.good, row) }
        #expect(error?.line == 3 && error?.header == column, "\(error.map { "\($0)" } ?? "")")
        #expect(error?.expected.contains(expected) == true, "\(error?.expected ?? "")")
    }

    @Test("what is unknown is named, what may be a person is not")
    func foundWords() throws {
        func found(_ row: String) -> String? {
            #expect(throws: Diagnostic.self) { try roster(row) }?.found
        }
        #expect(found("V1,x,youth,0,AA01,100,2,juggling,,") == "the skill \"juggling\"")
        #expect(found("V1,x,youth,0,AA01,100,2,,whenever,") == "the time \"whenever\"")
        #expect(found("V1,x,army,0,AA01,100,2,,,") == "the force \"army\"")
        #expect(found("V1,x,youth,0,AA01,100,2,Nguyễn Văn A,,") == "the skill something else")
        #expect(found("V1,x,0912345678,0,AA01,100,2,,,") == "the force something else")
    }

    @Test("the ends of the ranges, blanks and capitals are allowed")
    func allowed() throws {
        let volunteers = try roster(
            "V1,x,youth,0,aa01,0,,,,", "V2,x,Công an,0,,20000,30,,,", "V3,x,Phụ nữ,0,AA02,1.250,1,,,")
        #expect(volunteers.map(\.maximumGroups) == [3, 30, 1])
        #expect(volunteers.map(\.minutes) == [0, 20_000, 1_250])
        #expect(volunteers.map { $0.homeGroup?.text } == ["AA01", nil, "AA02"])
        #expect(volunteers.map(\.force) == [.youth, .police, .women])
    }

    @Test(
        "skills are kept as their codes, in Vietnamese or English",
        arguments: [
            ("online_filing;payments;teaching;devices;e_id", "online_filing;payments;teaching;devices;e_id"),
            ("Online filing; Chuyển khoản", "online_filing;payments"), ("Hướng dẫn;hướng dẫn", "teaching"),
            ("phone;portal", "devices;online_filing"), ("VNeID", "e_id"), ("", ""),
        ])
    func skills(written: String, codes: String) throws {
        let volunteer = try #require(try roster("V1,x,youth,0,AA01,100,2,\(written),,").first)
        #expect(volunteer.skills.joined(separator: ";") == codes)
    }

    @Test("a ward's own skill is known where its playbook adds it")
    func ownSkills() throws {
        let row = "V1,x,youth,0,AA01,100,2,Sign language;teaching,,"
        #expect(throws: Diagnostic.self) { try roster(row) }
        let volunteers = try roster(row, skills: .usual.adding(["signLanguage"]))
        #expect(volunteers.first?.skills == ["signLanguage", "teaching"])
    }

    @Test(
        "times are kept as their codes, in Vietnamese or English",
        arguments: [
            ("weekday-evening;sat-morning;sun-afternoon", "weekday-evening;sat-morning;sun-afternoon"),
            ("evening;saturday", "evening;sat"), ("Tối thứ bảy; Sáng CN", "sat-evening;sun-morning"),
            ("Tối ngày thường", "weekday-evening"), ("cuối tuần;T7", "weekend;sat"),
            ("Saturday mornings", "sat-morning"), ("chiều các ngày trong tuần", "weekday-afternoon"),
            ("buổi tối", "evening"),
            ("thứ 2", "mon"), ("thu-morning", "thu-morning"),
        ])
    func times(written: String, codes: String) throws {
        let row = "V1,x,youth,0,AA01,100,2,,\(written),"
        #expect(try roster(row).first?.available.joined(separator: ";") == codes)
    }

    private static let survey = HouseholdCodes(
        [("AA01-022", "AA01"), ("AA02-007", "AA02")].map { (HouseholdID($0.0), GroupID($0.1)) },
        registry: Registry(
            groups: ["AA01", "AA02", "BB01"].map {
                ResidentialGroup(
                    id: GroupID($0), formerWard: "Sim", name: $0, households: 100, share60Plus: nil,
                    latitude: nil, longitude: nil, siteDistanceKilometres: nil)
            }, isGiven: true))

    @Test(
        "a household where a volunteer must not go is found however its code is written",
        arguments: ["AA01-022", " aa01-022", "AA01–022", "'AA01-022", "AA01 - 022"])
    func never(written: String) throws {
        let volunteer = try roster("V1,x,youth,0,AA01,100,2,,,\(written)", households: Self.survey).first
        #expect(volunteer?.neverHouseholds == [HouseholdID("AA01-022")])
    }

    @Test("a household that was not asked this month stays and is counted once")
    func neverUnasked() throws {
        let rows = [
            "V1,x,youth,0,AA01,100,2,,,BB01-100;AA01-022", "V2,x,youth,0,AA01,100,2,,,bb01–100;AA02-099",
        ]
        let roster = try roster(file: rows, households: Self.survey)
        #expect(roster.volunteers.map(\.neverHouseholds.count) == [2, 2])
        #expect(roster.unaskedNeverHouseholds.map(\.text).sorted() == ["AA02-099", "BB01-100"])
    }

    @Test(
        "a code that no household of the ward can have is refused with its line and the form that codes have",
        arguments: [
            "ZZ09-001", "AA01/022", "022", "AA01-022-1", "nobody", "AA01-22", "AA01-0022", "AA010-022",
            "AA01",
            "AA01-02a", "=AA01-022", "AA01 022", "AA01022",
        ])
    func neverUnknown(code: String) throws {
        let error = #expect(throws: Diagnostic.self) {
            try roster(Self.good, "V2,x,youth,0,AA01,100,2,,,AA01-022;\(code)", households: Self.survey)
        }
        #expect(error?.line == 3 && error?.header == "never_households", "\(code)")
        #expect(error?.expected.contains("the code of a group and then -999") == true)
    }

    @Test(
        "numbers of any length are codes where the survey's are not filled up with zeros",
        arguments: [("G1-7", false), ("G2-1234", false), ("G1-12", true), ("G3-1", nil), ("G1/7", nil)])
    func neverUnpadded(code: String, isAsked: Bool?) {
        let groups = ["G1", "G2", "G10"].map { id in
            ResidentialGroup(
                id: GroupID(id), formerWard: "Sim", name: id, households: 100, share60Plus: nil,
                latitude: nil,
                longitude: nil, siteDistanceKilometres: nil)
        }
        let survey = [("G1-12", "G1"), ("G10-3", "G10")].map { (HouseholdID($0.0), GroupID($0.1)) }
        let codes = HouseholdCodes(survey, registry: Registry(groups: groups, isGiven: true))
        #expect(codes.household(code)?.isAsked == isAsked)
    }

    @Test("codes that do not begin with a group's are judged by their form alone")
    func neverWithoutGroups() {
        let survey = [("H0012", "AA01"), ("H0400", "AA02")].map { (HouseholdID($0.0), GroupID($0.1)) }
        let codes = HouseholdCodes(survey, registry: Registry(groups: [], isGiven: true))
        #expect(codes.household("h 0012")?.isAsked == true)
        #expect(codes.household("H0013")?.isAsked == false)
        #expect(codes.household("H13") == nil && codes.household("K-0013") == nil)
    }
}
