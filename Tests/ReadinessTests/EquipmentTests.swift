import SurveyData
import Testing

@testable import Readiness

@Suite struct EquipmentTests {
    /// Three groups on one meridian: 0.5 km between the first two, 3 km to the third.
    private static let groups = """
        former_ward,residential_group,group_id,households,lat,lon,site_distance_km
        A,Tổ 1,A1,1000,21.0000,106.2,5
        A,Tổ 2,A2,500,21.0045,106.2,5
        B,Tổ 3,B1,2000,21.0300,106.2,5

        """

    private func equipment(
        _ groups: String = groups, sampling: Sampling = .probability, places: Int = 5, asked: Int = 200,
        time: String = "weekday-evening", text more: [String] = []
    ) throws -> Equipment {
        // One in four lacks a device in A1 and A2, one in ten in B1.
        let rows = ["A1", "A2", "B1"].flatMap { group in
            (0..<asked).map { number in
                let lacks = number % (group == "B1" ? 10 : 4) == 0
                return "\(group)-\(number),\(group),\(lacks ? "no" : "yes"),no,mobile,\(time)"
            }
        }
        let text =
            (["household_id,residential_group,smartphone,computer,internet,preferred_time"] + rows + more)
            .joined(separator: "\n")
        let survey = try Survey.read(
            text: text, codebook: Codebook.builtIn(),
            registry: Registry(table: WardTable(text: groups, name: "g")), sampling: sampling)
        return try #require(
            try Equipment(
                ReadinessReport(survey, target: 0.8),
                settings: EquipmentSettings(walkingKilometres: 1, places: places)))
    }

    @Test func thePlaceThatReachesMostHouseholdsComesFirst() throws {
        let equipment = try equipment()
        #expect(equipment.basis == .registry)
        #expect(abs((equipment.total.value ?? 0) - (250 + 125 + 200)) < 1e-9)
        let points = try #require(equipment.points)
        // A1 and A2 serve the same two groups: the code decides.
        #expect(points.map(\.group.id.text) == ["A1", "B1"])
        #expect(points[0].reached.map(\.text) == ["A1", "A2"])
        #expect(abs((points[0].lacking.value ?? 0) - 375) < 1e-9)
        #expect(abs((points[1].lackingSoFar.value ?? 0) - 575) < 1e-9)
        let lower = try #require(points[0].lacking.lower)
        #expect(lower > 300 && lower < 375)
    }

    @Test func aGroupNearASiteNeedsNoPoint() throws {
        let near = Self.groups.replacing("21.0300,106.2,5", with: "21.0300,106.2,0.4")
        let equipment = try equipment(near)
        #expect(abs((equipment.nearSites?.value ?? 0) - 200) < 1e-9)
        #expect(equipment.points?.map(\.group.id.text) == ["A1"])
    }

    @Test func aGroupWithTooFewInterviewsTakesItsFormerWardsShare() throws {
        let more = "A,Tổ 4,A4,100,21.0045,106.2,5\n"
        let equipment = try equipment(
            Self.groups + more, text: (0..<4).map { "A4-\($0),A4,no,no,none,weekday-evening" })
        let need = try #require(equipment.needs.first { $0.group.id.text == "A4" })
        #expect(need.own?.isShown == false)
        #expect(need.source?.domain.kind == .formerWard)
    }

    @Test func withoutCoordinatesItCannotBeTold() throws {
        let bare = "former_ward,residential_group,group_id,households\nA,Tổ 1,A1,10\nA,2,A2,9\nB,Tổ 3,B1,9\n"
        let equipment = try equipment(bare)
        #expect(equipment.points == nil)
        #expect(equipment.nearSites == nil)
        #expect(equipment.withoutPlace == 3)
    }

    @Test func volunteersAreCountedAndStandForNobodyElse() throws {
        let equipment = try equipment(sampling: .volunteer)
        #expect(equipment.basis == .asked)
        #expect(equipment.total.value == 120)
        #expect(equipment.total.households == 600)
        #expect(equipment.total.lower == nil)
        #expect(equipment.points?.first?.lacking.value == 100)
    }

    @Test func fewHouseholdsAreHiddenAlsoInSums() throws {
        let points = try #require(try equipment(sampling: .volunteer, asked: 40).points)
        // Four of 40 in B1.
        #expect(points[1].lacking.value == nil && points[1].lackingSoFar.value == nil)
        #expect(points[0].lacking.value == 20)
    }

    @Test(arguments: [("weekday-evening", true), ("Buổi tối", true), ("sun-morning", false)])
    func eveningIsHeardHoweverItIsWritten(time: String, isEvening: Bool) throws {
        let evening = try #require(try equipment(time: time).evening)
        #expect(evening.of == 120)
        #expect(evening.count == (isEvening ? 120 : 0))
    }

    @Test func noMorePlacesThanTheWardCanOpen() throws {
        #expect(try equipment(places: 1).points?.count == 1)
    }
}
