/// A household while its record is read: answers come cell by cell, dates are still unordered.
struct HouseholdDraft: Sendable {
    var source: Household.Source
    var groupings: [String?]
    private(set) var date: WrittenDate?
    private(set) var coded: [Answer<UInt32>]
    private(set) var numbers: [Answer<Double>]
    private(set) var texts: [Answer<String>]
    private var keys: [Variable: [String]] = [:]
    private var flags: [Variable: (ticked: UInt32, known: Bool)] = [:]
    private var anyYes: [Variable: [CellReading]] = [:]

    private static let codedSlots = Variable.slotCount(of: .coded)
    private static let numberSlots = Variable.slotCount(of: .number)
    private static let textSlots = Variable.slotCount(of: .text)

    init(source: Household.Source, groupings count: Int, asked: Set<Variable>) {
        self.source = source
        groupings = Array(repeating: nil, count: count)
        coded = Array(repeating: .missing(.notAsked), count: Self.codedSlots)
        numbers = Array(repeating: .missing(.notAsked), count: Self.numberSlots)
        texts = Array(repeating: .missing(.notAsked), count: Self.textSlots)
    }

    mutating func set(_ variable: Variable, _ reading: CellReading) {
        let slot = variable.slot
        switch reading {
        case .coded(let bits): coded[slot] = .given(bits)
        case .number(let number): numbers[slot] = .given(number)
        case .text(let text): texts[slot] = .given(text)
        case .date(let written): date = written
        case .missing(let reason): setMissing(variable, reason)
        case .invalid: setMissing(variable, .invalid)
        }
    }

    private mutating func setMissing(_ variable: Variable, _ reason: MissingReason) {
        switch variable.storage {
        case .coded: coded[variable.slot] = .missing(reason)
        case .number: numbers[variable.slot] = .missing(reason)
        case .text: texts[variable.slot] = .missing(reason)
        }
    }

    mutating func addKeyPart(_ variable: Variable, place: Int, text: String) {
        var parts = keys[variable] ?? []
        while parts.count <= place { parts.append("") }
        parts[place] = text
        keys[variable] = parts
    }

    mutating func addFlag(_ variable: Variable, code: Int, reading: CellReading) {
        var state = flags[variable] ?? (0, false)
        switch reading {
        case .coded(0):
            state.ticked |= 1 << UInt32(code)
            state.known = true
        case .coded: state.known = true
        default: break
        }
        flags[variable] = state
    }

    mutating func addAnyYes(_ variable: Variable, _ reading: CellReading) {
        anyYes[variable, default: []].append(reading)
    }

    /// Makes the answers that several cells give together.
    mutating func close(codebook: Codebook) {
        for (variable, parts) in keys {
            set(variable, parts.contains("") ? .missing(.blank) : .text(parts.joined(separator: "-")))
        }
        for (variable, state) in flags {
            set(
                variable,
                state.ticked != 0 ? .coded(state.ticked) : noneTicked(variable, state.known, codebook))
        }
        for (variable, readings) in anyYes {
            if readings.contains(.coded(0)) {
                set(variable, .coded(0))
            } else {
                set(variable, readings.first { $0 != .coded(1) } ?? .coded(1))
            }
        }
    }

    /// Zeros in every column mean "none of these" only where the code list can say so.
    private func noneTicked(_ variable: Variable, _ known: Bool, _ codebook: Codebook) -> CellReading {
        guard known, let none = variable.codes.firstIndex(of: "none") else { return .missing(.blank) }
        return .coded(1 << UInt32(none))
    }

    func text(_ variable: Variable) -> String? { texts[variable.slot].value }

    func number(_ variable: Variable) -> Double? { numbers[variable.slot].value }

    func household(id: HouseholdID, date: SurveyDate?, group: GroupID?, formerWard: String?) -> Household {
        Household(
            interview: Household.Interview(
                id: id, date: date, group: group, formerWard: formerWard, groupings: groupings,
                source: source, coded: coded, numbers: numbers, texts: texts))
    }
}
