/// One volunteer's month that could be: whole visits within the minutes, in groups the volunteer may open.
struct Month {
    let volunteer: Int
    /// By cell index, each cell once.
    let shares: [Share]
    /// Expected dossiers.
    let gain: Double

    /// Some visits to one cell.
    struct Share {
        let cell: Int
        let visits: Int
    }

    /// No visit at all.
    static func empty(_ volunteer: Int) -> Month { Month(volunteer: volunteer, shares: [], gain: 0) }

    /// The gain less what its households are charged.
    func worth(charging prices: [Double]) -> Double {
        shares.reduce(gain) { $0 - prices[$1.cell] * Double($1.visits) }
    }

    /// Whether so many households are left of each cell.
    func fits(in left: [Int]) -> Bool { shares.allSatisfy { $0.visits <= left[$0.cell] } }
}
