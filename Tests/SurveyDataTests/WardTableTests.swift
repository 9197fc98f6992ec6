import SurveyData
import Testing

@Suite struct WardTableTests {
    /// A lost decimal point, metres of a national grid, and latitude and longitude the wrong way round.
    @Test(arguments: [("2127066", "106.19", "lat"), ("21.27", "603000", "lon"), ("106.19", "21.27", "lat")])
    func coordinatesThatAreNoneAreRefused(latitude: String, longitude: String, column: String) throws {
        let table = try WardTable(
            text:
                "former_ward,residential_group,group_id,households,lat,lon\nA,1,G1,300,\(latitude),\(longitude)\n",
            name: "groups.csv")
        let error = #expect(throws: SurveyError.self) { try Registry(table: table) }
        #expect(error?.kind == .badTable && error?.column == column && error?.line == 2)
    }

    @Test func aMonthHasNoMoreMinutes() throws {
        func roster(_ minutes: String) throws -> Roster {
            let table = try WardTable(
                text: "volunteer_id,force,minutes\nV1,youth,\(minutes)\n", name: "volunteers.csv")
            return try Roster(table: table, registry: nil)
        }
        #expect(try roster("44640").volunteers.count == 1)
        let error = #expect(throws: SurveyError.self) { try roster("44641") }
        #expect(error?.column == "minutes" && error?.line == 2)
    }
}
