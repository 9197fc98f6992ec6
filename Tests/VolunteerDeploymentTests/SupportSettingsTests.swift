import Basics
import Foundation
import Readiness
import Testing
import VolunteerDeployment

@Suite struct SupportSettingsTests {
    /// The built-in playbook without its own savings and equipment.
    private func playbook(_ more: String) throws -> Playbook {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let text = try String(
            contentsOf: root.appendingPathComponent("samples/playbook.yaml"), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var kept: [Substring] = []
        var isKept = true
        for line in lines {
            if let first = line.first, first.isLetter {
                isKept = !line.hasPrefix("savings:") && !line.hasPrefix("equipment:")
            }
            if isKept { kept.append(line) }
        }
        return try Playbook(yaml: kept.joined(separator: "\n") + "\n" + more, file: "p.yaml")
    }

    @Test func theBuiltInPlaybookStatesTheUsualAssumptions() throws {
        #expect(try Playbook.builtIn().savings == .usual)
        #expect(try Playbook.builtIn().equipment == .usual)
    }

    @Test func aPlaybookWithoutThemHasTheUsualOnes() throws {
        #expect(try playbook("") == Playbook.builtIn())
    }

    @Test func aWardChangesWhatItKnows() throws {
        let playbook = try playbook(
            "savings: {referenceMonths: 1, costPerVisit: 35000}\nequipment: {places: 2}\n")
        #expect(playbook.savings.referenceMonths == 1)
        #expect(playbook.savings.costPerVisit == 35_000)
        #expect(playbook.savings.visitsPerDossier == SavingsAssumptions.usual.visitsPerDossier)
        #expect(playbook.equipment == EquipmentSettings(walkingKilometres: 1, places: 2))
    }

    @Test(arguments: [
        ("savings: {referenceMonths: 0}", "savings.referenceMonths"),
        ("savings: {costPerVisit: free}", "savings.costPerVisit"),
        ("savings: {costs: 1}", "savings.costs"), ("equipment: {walkingKilometres: -1}", "equipment.walking"),
    ])
    func aMistakeIsNamedWithItsPlace(more: String, place: String) throws {
        let error = #expect(throws: Diagnostic.self) { try playbook(more) }
        #expect(error?.description.contains(place) == true, "\(String(describing: error))")
    }
}
