internal import Basics
internal import SurveyData
internal import SurveyStatistics

/// Households that are alike in all that a page's cells ask: weight, former ward, kinds of household, procedures, and
/// which of its indicators they answer and how.
struct PageKinds {
    struct Kind {
        let size: Int
        let weight: Double
        /// Its place among `weights`.
        let weightNumber: Int
        fileprivate let formerWard: Int
        /// A bit for each kind of household and each procedure.
        fileprivate let parts: UInt64
        fileprivate let says: Says
    }

    let list: [Kind]
    /// By household of the survey: place of its kind in the list.
    let numbers: [UInt32]
    let weights: [Double]

    /// A bit for each indicator of the page: whether it is known, whether the household says yes.
    fileprivate struct Says: Hashable {
        var known: UInt64 = 0
        var yes: UInt64 = 0
    }

    /// What a household must be to stand in the base of a cell, beside knowing its indicator.
    private enum Test {
        case none
        case formerWard(Int)
        case part(UInt64)
    }

    private let tests: [(indicator: UInt64, test: Test)]

    init(_ report: ReadinessReport, _ cells: [(indicator: Indicator, domain: DomainKey)]) {
        let survey = report.survey
        let (table, rows) = (survey.table, survey.rows)
        let indicators = Indicator.allCases.filter { indicator in cells.contains { $0.indicator == indicator }
        }
        precondition(indicators.count <= 64, "a page has at most 64 indicators")
        let says = Self.says(survey, indicators)
        let wards = Numbers(table.places.places.map(\.formerWard))
        let parts = CellPart.bits(survey)
        let weighted = Numbers(report.households.weights)
        var numbers = says.numbers
        func divide(by code: (Int) -> UInt64) {
            var known = KeyTable()
            known.code(&numbers, numbers.count) { number, place in UInt64(number) << 32 | code(place) }
        }
        func ward(_ place: Int) -> UInt32 { wards.numbers[table.places.codes[Int(rows[place])]] }
        divide { UInt64(ward($0)) }
        divide { parts[$0] }
        divide { UInt64(weighted.numbers[$0]) }
        var examples: [Int] = []
        var sizes: [Int] = []
        for (place, number) in numbers.enumerated() {
            if Int(number) == examples.count {
                examples.append(place)
                sizes.append(0)
            }
            sizes[Int(number)] += 1
        }
        list = zip(examples, sizes).map { example, size in
            let weight = Int(weighted.numbers[example])
            return Kind(
                size: size, weight: weighted.values[weight], weightNumber: weight,
                formerWard: Int(ward(example)), parts: parts[example],
                says: says.values[Int(says.numbers[example])])
        }
        self.numbers = numbers
        weights = weighted.values
        tests = cells.map { cell in
            let place = indicators.firstIndex(of: cell.indicator) ?? 0
            return (1 << UInt64(place), Self.test(cell.domain, formerWards: wards.values))
        }
    }

    /// Whether households of a kind stand in the base of each cell.
    func isCounted(_ kind: Kind, in cell: Int) -> Bool {
        let (indicator, test) = tests[cell]
        guard kind.says.known & indicator != 0 else { return false }
        return switch test {
        case .none: true
        case .formerWard(let ward): kind.formerWard == ward
        case .part(let bit): kind.parts & bit != 0
        }
    }

    /// Whether households of a kind, counted in a cell, say yes.
    func saysYes(_ kind: Kind, in cell: Int) -> Bool { kind.says.yes & tests[cell].indicator != 0 }

    private static func test(_ domain: DomainKey, formerWards: [String?]) -> Test {
        switch domain.kind {
        case .all: return .none
        case .formerWard: return .formerWard(formerWards.firstIndex(of: domain.code) ?? -1)
        case .householdType: return .part(HouseholdType(rawValue: domain.code).map(CellPart.bit) ?? 0)
        case .procedure: return .part(Procedure(rawValue: domain.code).map(CellPart.bit) ?? 0)
        default: preconditionFailure("a public page has no cells of \(domain.kind.name)")
        }
    }

    /// What households say of some indicators, and which of it each says.
    private static func says(
        _ survey: Survey, _ indicators: [Indicator]
    ) -> (values: [Says], numbers: [UInt32]) {
        let combinations = AnswerCombinations(
            survey, exact: Set(indicators.filter(\.isOfOneAnswer).flatMap(\.questions)))
        let says = Numbers(
            combinations.examples.map { place in
                let household = survey.households[place]
                let readiness = HouseholdReadiness(household)
                return indicators.enumerated().reduce(into: Says()) { says, indicator in
                    guard let value = indicator.element.value(household, readiness) else { return }
                    says.known |= 1 << UInt64(indicator.offset)
                    if value { says.yes |= 1 << UInt64(indicator.offset) }
                }
            })
        return (says.values, combinations.numbers.map { says.numbers[Int($0)] })
    }
}

/// The different values of a list, in the order of their first places, and which each place has.
private struct Numbers<Value: Hashable> {
    private(set) var values: [Value] = []
    private(set) var numbers: [UInt32] = []

    init(_ list: [Value]) {
        var known: [Value: UInt32] = [:]
        for value in list {
            if let number = known[value] {
                numbers.append(number)
            } else {
                known[value] = UInt32(values.count)
                numbers.append(UInt32(values.count))
                values.append(value)
            }
        }
    }
}
