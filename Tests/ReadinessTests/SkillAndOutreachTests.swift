import SurveyData
import Testing

@testable import Readiness

private let header =
    "household_id,residential_group,smartphone,computer,internet,e_id,skills,knows_process,"
    + "procedures_total,procedures_online,who_filed"

private func household(_ row: String) throws -> Household {
    let survey = try Survey.read(text: "\(header)\nA1,1,\(row)\n", codebook: Codebook.builtIn())
    return try #require(survey.households.first)
}

private func value(_ indicator: Indicator, _ row: String) throws -> Bool? {
    let household = try household(row)
    return indicator.value(household, HouseholdReadiness(household))
}

private let fiveAreas = "find_information;call;copy_paste;change_password;install_app"

@Suite struct SkillClassTests {
    @Test(arguments: [
        ("no,no,none,none,none", true, false, false),
        ("yes,no,none,none,none", false, true, false),
        ("no,no,mobile,none,none", false, true, false),
        // An activity without a device at home: a user.
        ("no,no,none,none,call", false, true, false),
        ("yes,no,mobile,none,call;send_file", false, true, false),
        ("yes,no,mobile,none,\(fiveAreas)", false, false, true),
    ])
    func everyHouseholdIsOfOneClass(row: String, nonUser: Bool, none: Bool, basic: Bool) throws {
        #expect(try value(.skillsNonUser, "\(row),no,0,0,") == nonUser)
        #expect(try value(.skillsNone, "\(row),no,0,0,") == none)
        #expect(try value(.skillsBasic, "\(row),no,0,0,") == basic)
    }

    @Test(arguments: ["no,no,none,none,", ",no,none,none,none", "no,no,,none,none"])
    func missingStaysMissing(row: String) throws {
        #expect(try value(.skillsNonUser, "\(row),no,0,0,") == nil)
        #expect(try value(.skillsNone, "\(row),no,0,0,") == nil)
    }
}

@Suite struct ReadyNotFilingTests {
    private let ready = "yes,no,mobile,level_2,send_file;install_app,yes"

    @Test(
        arguments: [
            ("2,0,", true), ("2,1,assisted", false), ("2,1,", false), ("0,0,", nil), ("2,,", nil),
            (",,", nil),
        ] as [(String, Bool?)])
    func whoIsReadyAndFiledOnPaperIsToBeTold(filing: String, expected: Bool?) throws {
        #expect(try value(.readyNotFiling, "\(ready),\(filing)") == expected)
    }

    @Test func aFailedStepIsANoAndAnUnknownOneIsMissing() throws {
        #expect(try value(.readyNotFiling, "yes,no,mobile,level_1,none,no,2,0,") == false)
        #expect(try value(.readyNotFiling, "yes,no,mobile,,send_file;install_app,yes,2,0,") == nil)
    }
}
