package import SurveyData

/// Households that are alike in what makes answers go missing: the kinds that they are of, and whether the respondent
/// is aged 60 or more. Those who answered stand for those who did not within a class.
package struct WeightingClass: Hashable, Comparable, Sendable {
    /// A bit for each kind of household (`HouseholdType`) in its order, then one for the respondent's age.
    package let bits: UInt8

    /// Bits that a class takes.
    package static let bitCount = HouseholdType.allCases.count + 1

    /// - Parameter bits: below 2^`bitCount`.
    package init(bits: UInt8) { self.bits = bits }

    init(_ household: Household) {
        var bits: UInt8 = 0
        for (place, type) in HouseholdType.allCases.enumerated() where household.isOf(type) {
            bits |= 1 << UInt8(place)
        }
        if let age = household.number(.respondentAge).value, age >= 60 {
            bits |= 1 << UInt8(Self.bitCount - 1)
        }
        self.bits = bits
    }

    package func isOf(_ type: HouseholdType) -> Bool {
        bits >> UInt8(HouseholdType.allCases.firstIndex(of: type) ?? 0) & 1 != 0
    }

    package static func < (left: WeightingClass, right: WeightingClass) -> Bool { left.bits < right.bits }
}
