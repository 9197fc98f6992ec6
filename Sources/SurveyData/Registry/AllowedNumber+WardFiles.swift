/// The ranges of a ward's files. The data format page lists them; a number outside is a slip of the pen.
extension AllowedNumber {
    // The groups file.
    static let households = whole(1...100_000)
    static let latitude = number(-90...90, of: "degrees (WGS 84, as 21.27)")
    static let longitude = number(-180...180, of: "degrees (WGS 84, as 106.19)")
    static let siteDistance = number(0...1_000, of: "kilometres")
    // The volunteers file.
    package static let volunteerMinutes = whole(0...20_000)
    package static let maximumGroups = whole(1...30)
    // The official counts.
    static let dossiers = whole(0...10_000_000)
    // The needs file.
    package static let expectedDossiers = number(0...1_000)
    package static let quotaHouseholds = whole(0...100_000)
    package static let estimatedHouseholds = number(0...100_000)
    // An edited plan.
    static let visitMinutes = whole(0...600)
    static let visitOrder = whole(1...100_000)
    static let expectedGain = number(-1_000_000...1_000_000)
}
