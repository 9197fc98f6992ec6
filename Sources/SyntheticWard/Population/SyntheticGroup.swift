/// One invented residential group.
package struct SyntheticGroup: Sendable {
    /// "AA03".
    package let id: String
    /// Position in `WardGeography.formerWards`.
    package let formerWard: Int
    /// From 1 in each former ward: "Tổ 3" recurs.
    package let number: Int
    /// Households that live here (N_g).
    package let households: Int
    /// How much readier than the ward its people are, in millionths, about −200,000…200,000.
    let effect: Int
    /// Chance that a household has someone aged 60 or more, in millionths.
    let olderChance: Int
    /// Hundred-thousandths of a degree.
    let latitude: Int
    let longitude: Int
    /// Metres to the nearer of the two service sites.
    let siteMetres: Int

    package var name: String { "Tổ \(number)" }
}
