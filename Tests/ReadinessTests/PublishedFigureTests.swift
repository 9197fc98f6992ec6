import Testing

@testable import Readiness

@Suite struct PublishedFigureTests {
    @Test(arguments: [(10, 5), (5, 5), (10, 10), (7, 3), (2, 1)])
    func whatIsPrintedAgreesAndIsNeverNothingOrAll(limit: Int, rounding: Int) throws {
        let settings = try DisclosureSettings(limit: limit, rounding: rounding)
        for base in Array(0...60) + [150, 1999, 2600] {
            let wrong = (0...base).filter { !isRight($0, base, settings) }
            #expect(wrong == [], "base \(base)")
        }
    }

    private func isRight(_ count: Int, _ base: Int, _ settings: DisclosureSettings) -> Bool {
        let isSmall = base == 0 || min(count, base - count) < settings.limit
        guard let published = PublishedFigure(count: count, base: base, settings: settings) else {
            return isSmall
        }
        let isRounded =
            published.count % settings.rounding == 0 && published.base % settings.rounding == 0
            && 2 * abs(published.count - count) <= settings.rounding
            && 2 * abs(published.base - base) <= settings.rounding
        let share = 100 * Double(published.count) / Double(published.base)
        let isPercentRight =
            switch published.percent {
            case .whole(let percent): 1...99 ~= percent && abs(Double(percent) - share) <= 0.5
            case .underOne: share < 0.5
            case .overNinetyNine: share >= 99.5
            }
        return !isSmall && isRounded && isPercentRight && 0 < published.count
            && published.count < published.base
    }

    @Test func aChangeIsTheDifferenceOfWhatIsPrinted() throws {
        let settings = try DisclosureSettings()
        let earlier = try #require(PublishedFigure(count: 42, base: 118, settings: settings))
        let later = try #require(PublishedFigure(count: 63, base: 121, settings: settings))
        #expect((earlier.count, earlier.base, earlier.percent) == (40, 120, .whole(33)))
        #expect((later.count, later.base, later.percent) == (65, 120, .whole(54)))
        #expect(later.points(since: earlier) == 21)
    }
}
