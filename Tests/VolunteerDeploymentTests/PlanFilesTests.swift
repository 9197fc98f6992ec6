import Basics
import Foundation
import Readiness
import SurveyData
import TestSupport
import Testing

@testable import VolunteerDeployment

/// Needs files, edited plans and playbooks: what each field may hold.
@Suite struct PlanFilesTests {
    private func needs(_ row: String, registry: Registry? = nil) throws -> WardNeeds {
        let text = """
            group_id,household_id,barriers,households,expected_dossiers,consent,types,estimate,standard_error
            AA01,AA01-022,skill,1,1.9,youth,,,
            \(row)

            """
        return try WardNeeds(table: WardTable(text: text, name: "needs.csv"), registry: registry)
    }

    @Test(
        "a field of the needs file has its range and its words",
        arguments: [
            ("AA02,AA02-1,skill,1,-1,,,,", "expected_dossiers"),
            ("AA02,AA02-1,skill,1,1e9,,,,", "expected_dossiers"),
            ("AA02,AA02-1,skill,1,,,,,", "expected_dossiers"), ("AA02,,skill,-3,1,,,,", "households"),
            ("AA02,,skill,1000000,1,,,,", "households"), ("AA02,,skill,2.5,1,,,,", "households"),
            ("AA02,,skill,3,1,,,-4,", "estimate"), ("AA02,,skill,3,1,,,4,-1", "standard_error"),
            ("AA02,AA02-1,flying,1,1,,,,", "barriers"), ("AA02,AA02-1,filesOnline,1,1,,,,", "barriers"),
            ("AA02,AA02-1,,1,1,,,,", "barriers"), ("AA02,AA02-1,skill,1,1,navy,,,", "consent"),
            ("AA02,AA02-1,skill,1,1,,rich,,", "types"), (",AA02-1,skill,1,1,,,,", "group_id"),
            ("AA01,aa01–022,skill,1,1,,,,", "household_id"), ("AA02,,skill,,1,,,,", "household_id"),
        ])
    func needRanges(row: String, column: String) throws {
        let error = #expect(throws: Diagnostic.self) { try needs(row) }
        #expect(error?.line == 3 && error?.header == column, "\(error.map { "\($0)" } ?? "")")
    }

    @Test("a need in a group that the groups file lacks is refused with its line")
    func needInUnknownGroup() throws {
        let registry = try Registry(
            table: WardTable(bytes: TestFiles.fixture("Mutations/groups.csv"), name: "groups.csv"))
        #expect(
            try needs("aa02,AA02-1,Skill,1,1,,,,", registry: registry).needs.last?.group == GroupID("AA02"))
        let error = #expect(throws: Diagnostic.self) {
            try needs("ZZ02,AA02-1,skill,1,1,,,,", registry: registry)
        }
        #expect(error?.line == 3 && error?.header == "group_id" && error?.found.contains("ZZ02") == true)
    }

    @Test("a row of households that may not be named is need, and no quota")
    func unnamedNeeds() throws {
        let read = try needs("AA02,,eID;skill,3,1.5,none,womenHeaded,,")
        #expect(read.quotas.isEmpty && read.needs.count == 1 && read.unnamed.count == 3)
        #expect(read.unnamed.allSatisfy { $0.consentTo.isEmpty && $0.types == [.womenHeaded] })
        #expect(Set(read.unnamed.map(\.household)).count == 3)
        #expect(read.groups.map(\.households) == [1, 3])
        #expect(try needs("AA02,,skill,3,1,,,,").unnamed.isEmpty)
        #expect(throws: Diagnostic.self) { try needs("AA02,,skill,,1,none,,,") }
        #expect(throws: Diagnostic.self) { try needs("AA02,AA02-7,skill,1,1,none,,,") }
    }

    private func edited(_ row: String) throws -> EditedAssignments {
        let text = """
            volunteer_id,force,group_id,order,kind,household_id,barrier,minutes,expected_gain
            V001,youth,AA01,1,visit,AA01-061,knowledge,25,0.4914
            \(row)

            """
        return try EditedAssignments(
            table: WardTable(text: text, name: "edited.csv"), barriers: CascadeStep.barriers.map(\.rawValue))
    }

    @Test(
        "a field of an edited plan has its range and its words",
        arguments: [
            ("V001,navy,AA01,2,visit,H,skill,25,0.1", "force"),
            ("V001,youth,AA01,2,call,H,skill,25,0.1", "kind"),
            ("V001,youth,AA01,2,visit,H,flying,25,0.1", "barrier"),
            ("V001,youth,AA01,2,quota,,,25,0.1", "barrier"),
            ("V001,youth,AA01,2,visit,H,skill,-25,0.1", "minutes"),
            ("V001,youth,AA01,2,visit,H,skill,2500,0.1", "minutes"),
            ("V001,youth,AA01,2,visit,H,skill,half an hour,0.1", "minutes"),
            ("V001,youth,AA01,-2,visit,H,skill,25,0.1", "order"),
            ("V001,youth,AA01,2,visit,H,skill,25,much", "expected_gain"),
            (",youth,AA01,2,visit,H,skill,25,0.1", "volunteer_id"),
            ("V001,youth,,2,visit,H,skill,25,0.1", "group_id"),
        ])
    func editedRanges(row: String, column: String) throws {
        let error = #expect(throws: Diagnostic.self) { try edited(row) }
        #expect(error?.line == 3 && error?.header == column, "\(error.map { "\($0)" } ?? "")")
    }

    @Test("a row may lack what is worked out again")
    func sparseRow() throws {
        #expect(try edited("V001,,AA01,,,AA01-070,,,").rows.count == 2)
        #expect(try edited("V001,Công an,AA01,,Session,,,,").rows.last?.isSession == true)
    }

    @Test("a row of a group that the ward lacks is named when the plan is scored")
    func unknownGroup() throws {
        func table(_ name: String) throws -> WardTable {
            try WardTable(bytes: TestFiles.fixture("Mutations/\(name)"), name: name)
        }
        let registry = try Registry(table: table("groups.csv"))
        let needs = try WardNeeds(table: table("needs.csv"), registry: registry)
        let problem = try DeploymentProblem(
            groups: registry.groups,
            volunteers: Roster(table: table("volunteers.csv"), registry: registry).volunteers,
            needs: needs.needs, quotas: needs.quotas, playbook: .builtIn())
        let plan = DeploymentPlan(try edited("V001,,ZZ09,,quota,,skill,,"), of: problem, bound: 100)
        let breaches = PlanCheck(plan, of: problem).breaches
        #expect(breaches.contains(.unknownGroup(GroupID("ZZ09"))), "\(breaches)")
    }

    private func playbook(_ old: String, _ new: String) throws -> Playbook {
        let text = String(decoding: try TestFiles.fixture("Mutations/playbook.yaml"), as: UTF8.self)
        let place = try #require(text.range(of: old), "\(old)")
        return try Playbook(yaml: text.replacingCharacters(in: place, with: new), file: "p.yaml")
    }

    @Test(
        "a field of a playbook has its range and its words",
        arguments: [
            ("needsProcedure: 0.6", "needsProcedure: 1.6", "settings.needsProcedure"),
            ("later: 0.05", "later: -0.05", "barriers.device.later"),
            ("later: 0.05", "later: nan", "barriers.device.later"),
            ("minutes: 30", "minutes: 601", "barriers.eID.forces.police.minutes"),
            ("minutes: 30", "minutes: 0", "barriers.eID.forces.police.minutes"),
            ("skill: e_id", "skill: juggling", "barriers.eID.forces.police.skill"),
            ("procedures: [residence]", "procedures: [wedding]", "barriers.eID.forces.police.procedures"),
            ("prior: [17, 3]", "prior: [17, x, 3]", "barriers.eID.forces.police.prior"),
            ("prior: [17, 3]", "prior: [17, 1e300]", "barriers.eID.forces.police.prior"),
            ("longestVisitMinutes: 90", "longestVisitMinutes: 601", "settings.longestVisitMinutes"),
            ("youth: 0.5", "youth: 1.5", "quotaReach.youth"),
            ("steps: [skill, knowledge]", "steps: []", "sessions"),
            ("steps: [skill, knowledge]", "steps: [skill, skill]", "sessions"),
            ("nearGroups: 12", "nearGroup: 12", "settings.nearGroup"),
            ("nearGroups: 12", "nearGroups: 12\n  keep: 1", "line"),
        ])
    func playbookRanges(old: String, new: String, place: String) throws {
        let error = #expect(throws: Diagnostic.self) { try playbook(old, new) }
        #expect(error?.field?.hasPrefix(place) == true, "\(error.map { "\($0)" } ?? "")")
        #expect(error?.field?.contains("line") == true)
    }

    @Test("a playbook may add skills of the ward's own, and asks for skills as people write them")
    func playbookSkills() throws {
        #expect(try playbook("skill: e_id", "skill: Định danh").skills == ["e_id"])
        let own = try playbook("skill: e_id", "skill: sign language")
        #expect(own.skills == ["signLanguage"] && own.vocabulary.code(of: "Sign Language") == "signLanguage")
        #expect(try playbook("minutes: 30", "minutes: 600").barriers[.eID]?.tasks[.police]?.minutes == 600)
    }
}
