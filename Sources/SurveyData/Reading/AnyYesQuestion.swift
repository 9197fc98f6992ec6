internal import Basics

/// A yes/no question asked over several columns: yes if any says yes, no if all say no.
struct AnyYesQuestion {
    let answers: AnswerColumn<UInt32>
    private(set) var notes = CellNotes()

    private static let yes: UInt32 = 1
    private static let no: UInt32 = 2
    private static let firstReason = 8

    /// - Throws: as `FileAnswers.read`.
    init(
        _ places: [Int], _ rule: VariableRule, _ file: EncodedFile, _ codebook: Codebook
    ) throws(Diagnostic) {
        var rows = Array(repeating: UInt32(0), count: file.rows)
        for place in places {
            let column = try FileAnswers.read(place, rule, file, codebook)
            notes += column.notes
            let bits = column.readings.map { Self.bits($0.coded) }
            // A box that nobody ticked says nothing beside others.
            if places.count > 1, bits.allSatisfy({ $0 == Self.bits(.missing(.blank)) }) { continue }
            let own = column.column.mapped(bits)
            for row in rows.indices { rows[row] |= own[row] }
        }
        // By bits: there are few.
        let different = Set(rows).sorted()
        let codes = Dictionary(uniqueKeysWithValues: different.enumerated().map { ($1, UInt16($0)) })
        answers = AnswerColumn(
            codes: CodeList(narrow: rows.map { codes[$0] ?? 0 }), answers: different.map(Self.answer))
    }

    private static func bits(_ answer: Answer<UInt32>) -> UInt32 {
        switch answer {
        case .given(let code): code == 0 ? yes : no
        case .missing(let reason):
            1 << UInt32(firstReason + (MissingReason.allCases.firstIndex(of: reason) ?? 0))
        }
    }

    private static func answer(_ bits: UInt32) -> Answer<UInt32> {
        if bits & yes != 0 { return .given(0) }
        let reason = MissingReason.allCases.indices.first { bits & 1 << UInt32(firstReason + $0) != 0 }
        if let reason { return .missing(MissingReason.allCases[reason]) }
        return bits == 0 ? .missing(.blank) : .given(1)
    }
}
