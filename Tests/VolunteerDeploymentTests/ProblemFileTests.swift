import Basics
import Foundation
import TestSupport
import Testing

@testable import VolunteerDeployment

@Suite struct ProblemFileTests {
    private func error(_ old: String, _ new: String) throws -> Diagnostic? {
        let text = String(decoding: try TestFiles.fixture("Mutations/problem.json"), as: UTF8.self)
        let place = try #require(text.range(of: old), "\(old)")
        let broken = text.replacingCharacters(in: place, with: new)
        do {
            _ = try AllocationInstance(json: Data(broken.utf8), file: "p.json")
            return nil
        } catch { return error }
    }

    @Test(
        "a number out of its range is refused by its field",
        arguments: [
            (
                "\"capacityMinutes\": 120", "\"capacityMinutes\": 20000.5",
                "volunteers[1].capacityMinutes: 20000.5"
            ),
            ("\"capacityMinutes\": 120", "\"capacityMinutes\": -1", "volunteers[1].capacityMinutes: -1"),
            ("\"minutes\": [60, 45, 30]", "\"minutes\": [60, 0, 30]", "minutes[1]: 0"),
            ("\"minutes\": [60, 45, 30]", "\"minutes\": [60, 45, 601]", "minutes[2]: 601"),
            ("\"minutes\": [60, 45, 30]", "\"minutes\": [60, 45.5, 30]", "minutes[1]: 45.5"),
            ("\"need\": [1, 0, 12]", "\"need\": [1, 0, 100001]", "groups[1].need[2]: 100001"),
            ("\"need\": [1, 0, 12]", "\"need\": [-1, 0, 12]", "groups[1].need[0]: -1"),
            ("\"need\": [1, 0, 12]", "\"need\": [1, 0.5, 12]", "groups[1].need[1]: 0.5"),
            ("\"need\": [1, 0, 12]", "\"need\": [1, 1e30, 12]", "groups[1].need[1]: 1e+30"),
            ("\"need\": [1, 0, 12]", "\"need\": [1, 0]", "groups[1].need: a list of 2"),
            ("\"value\": [0.9, 1.4, 0.3]", "\"value\": [0.9, 1000001, 0.3]", "groups[2].value[1]: 1000001"),
            ("\"value\": [0.9, 1.4, 0.3]", "\"value\": [0.9, -0.1, 0.3]", "groups[2].value[1]: -0.1"),
            ("[0.4, 0.6, 0.1]", "[0.4, 1.01, 0.1]", "conversion[1][1]: 1.01"),
            ("[0.4, 0.6, 0.1]", "[0.4, 0.6]", "conversion[1]: a list of 2"),
            (", [0.25, 0, 0.45]", "", "conversion: a list of 2"),
            ("\"maxGroups\": 2", "\"maxGroups\": 0", "maxGroups: 0"),
            ("\"maxGroups\": 2", "\"maxGroups\": 31", "maxGroups: 31"),
            ("\"travelBaseMinutes\": 20", "\"travelBaseMinutes\": 600.5", "travelBaseMinutes: 600.5"),
            ("\"travelMinutesPerKm\": 15", "\"travelMinutesPerKm\": 121", "travelMinutesPerKm: 121"),
            ("\"travelCostPerKm\": 0.02", "\"travelCostPerKm\": -0.02", "travelCostPerKm: -0.02"),
            ("\"travelCostPerKm\": 0.02", "\"travelCostPerKm\": 1001", "travelCostPerKm: 1001"),
            ("\"xKm\": 1.25", "\"xKm\": 10001", "groups[1].xKm: 10001"),
            ("\"yKm\": -1", "\"yKm\": -1e9", "groups[2].yKm: -1000000000"),
            ("\"id\": 7", "\"id\": 1", "groups[2].id: 1"), ("\"id\": 5", "\"id\": 0", "volunteers[2].id: 0"),
            ("\"homeGroup\": 7", "\"homeGroup\": 2", "volunteers[2].homeGroup: 2"),
            ("\"nearGroups\": [7, 1]", "\"nearGroups\": [7, 3]", "volunteers[2].nearGroups[1]: 3"),
            ("\"nearGroups\": [7, 1]", "\"nearGroups\": [7, 7]", "volunteers[2].nearGroups[1]: 7"),
            ("\"force\": \"police\"", "\"force\": \"army\"", "volunteers[1].force: \"army\""),
            ("\"police\", \"women\"]", "\"youth\", \"women\"]", "forces[1]: \"youth\""),
        ])
    func ranges(old: String, new: String, field: String) throws {
        let error = try #require(try error(old, new))
        #expect("\(error.field ?? ""): \(error.found)".hasPrefix(field), "\(error)")
        #expect(error.description.hasPrefix("p.json: \(error.field ?? ""): found "))
    }

    @Test(
        "text that is no problem is refused with its line or field",
        arguments: [
            ("\"maxGroups\": 2", "\"maxGroups\": \"2\"", "at maxGroups"),
            ("\"yKm\": 0.5", "\"y\": 1", "at groups[0].yKm"),
            ("\"yKm\": -1", "\"yKm\": -1,,", "line 6"), ("\"yKm\": -1", "\"yKm\": 1e999", "line 6"),
            ("]}]}", "]}", "line 11"), ("\"force\": \"police\"", "\"force\": null", "at volunteers[1].force"),
        ])
    func text(old: String, new: String, place: String) throws {
        let error = try #require(try error(old, new))
        #expect(error.found.contains(place), "\(error)")
    }

    @Test("whole numbers may be written as 4.0, and the ends of the ranges are allowed")
    func allowed() throws {
        #expect(try error("\"need\": [1, 0, 12]", "\"need\": [1.0, 0, 100000]") == nil)
        #expect(try error("\"capacityMinutes\": 120", "\"capacityMinutes\": 20000") == nil)
        #expect(try error("\"maxGroups\": 2", "\"maxGroups\": 30") == nil)
        #expect(try error("\"value\": [0.9, 1.4, 0.3]", "\"value\": [0, 1000000, 0.3]") == nil)
    }
}
