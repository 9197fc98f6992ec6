/// The ways in which rows are spoiled on purpose.
package enum DirtyKind: Int, CaseIterable, Sendable {
    /// A second, earlier row of a household; the later date holds the truth.
    case duplicateHousehold
    /// A line without anything (in the Vietnamese dialect, with separators only).
    case blankLine
    /// "Tổng cộng" at the end.
    case totalsRow
    /// More dossiers online than in all: rejected.
    case onlineOverTotal
    /// A residential group that the registry does not have: rejected.
    case unknownGroup
    /// One field too few: rejected.
    case missingField
    /// An answer that no codebook knows: that answer is missing.
    case unknownAnswer
    /// A line break inside a quoted address: harmless.
    case newlineInAddress
    /// Blanks around answers: harmless.
    case blanksAround
    /// Wrong case, no diacritics ("khong", "CO"): harmless.
    case caseAndDiacritics
    /// "TDP số 03" for "Tổ 3", "P. Hoa Sim" for "Hoa Sim": harmless.
    case groupSpelling

    package var name: String { String(describing: self) }

    /// Whether no reader can use the row.
    package var isRejected: Bool {
        switch self {
        case .unknownGroup, .missingField, .duplicateHousehold: true
        default: false
        }
    }

    /// Rows of this kind among so many interviews; from 100 interviews on at least one of each.
    package func count(interviews: Int) -> Int {
        switch self {
        case .totalsRow: return 1
        case .missingField: return interviews < 100 ? 0 : 1
        default: break
        }
        return interviews < 100 ? 0 : max(1, interviews * perThousand / 1_000)
    }

    private var perThousand: Int {
        switch self {
        case .blankLine, .onlineOverTotal, .unknownGroup, .newlineInAddress: 1
        case .duplicateHousehold, .unknownAnswer: 2
        case .blanksAround, .groupSpelling: 3
        case .caseAndDiacritics: 4
        case .totalsRow, .missingField: 0
        }
    }
}
