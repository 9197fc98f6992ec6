/// One invented helper.
struct SyntheticVolunteer {
    /// "V012".
    let id: String
    /// Ends in "(mẫu)": a sample name, nobody's.
    let name: String
    /// youth, police or women.
    let force: String
    /// Position of the residential group.
    let home: Int
    let minutes: Int
    let maximumGroups: Int
    let skills: [String]
    let available: [String]
    /// Household codes.
    let neverHouseholds: [String]
}
