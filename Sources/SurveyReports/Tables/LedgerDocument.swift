package import Readiness
internal import SurveyData

/// A file of ledgers of published cells as a JSON text.
package struct LedgerDocument: Sendable {
    static let kind = "sansang-published-cells"
    static let schemaVersion = 1

    private let ledgers: PublicationLedgers

    package init(_ ledgers: PublicationLedgers) { self.ledgers = ledgers }

    package func text() -> String {
        JSONValue.object([
            ("kind", .text(Self.kind)), ("schemaVersion", .integer(Self.schemaVersion)),
            ("ledgers", .list(ledgers.all.map(ledger))),
        ]).document()
    }

    private func ledger(_ ledger: PublicationLedger) -> JSONValue {
        .object(
            JSONValue.synthetic(ledger.isSynthetic) + [
                ("groups", .row(ledger.groups.map { .text($0) })),
                ("formerWards", .row(ledger.formerWards.map { .text($0) })),
                (
                    "months",
                    .list(
                        ledger.months.map {
                            .object([("month", .text($0.month)), ("pages", .list($0.pages.map(page)))])
                        })
                ),
            ])
    }

    private func page(_ page: PublishedPage) -> JSONValue {
        .object([
            ("published", .text(page.day)), ("tables", .bool(!page.isStopped)),
            ("statements", .list(page.statements.map(statement))), ("cells", .list(page.cells.map(cell))),
            ("households", .list(page.households.map(households))),
        ])
    }

    private func statement(_ statement: PublishedStatement) -> JSONValue {
        let (says, keys): (LedgerStatement, [(String, JSONValue)]) =
            switch statement {
            case .uptake(let percent, let lower, let upper, let target):
                (
                    .uptake,
                    [
                        ("percent", .integer(percent)), ("lower", .integer(lower)),
                        ("upper", .integer(upper)),
                        ("target", .integer(target)),
                    ]
                )
            case .rose(let since): (.rose, [("since", .text(since))])
            case .fell(let since): (.fell, [("since", .text(since))])
            case .changeOpen(let since): (.changeOpen, [("since", .text(since))])
            case .changeOverlap(let months, let from):
                (
                    .changeOverlap,
                    [("referenceMonths", .integer(months)), ("comparableFrom", .optional(from))]
                )
            case .mainBarrier(let step): (.mainBarrier, [("step", .text(step.rawValue))])
            }
        return .line([("says", .text(says.rawValue))] + keys)
    }

    private func cell(_ cell: PublishedCell) -> JSONValue {
        var keys: [(String, JSONValue)] = [
            ("indicator", .text(cell.indicator.rawValue)), ("domainKind", .text(cell.domain.kind.name)),
            ("domainName", .text(cell.domain.code)),
            ("content", .text(LedgerContent(cell.content).rawValue)),
        ]
        if case .rate(let percent, let base) = cell.content {
            keys += [("percent", .integer(percent.nearest)), ("base", .integer(base))]
        }
        return .line(keys + (cell.shift == 0 ? [] : [("shift", .exact(cell.shift))]))
    }

    private func households(_ households: PageHouseholds) -> JSONValue {
        .line([
            ("cells", .integers(households.cells)), ("weight", .exact(households.weight)),
            ("households", .text(LedgerPseudonym.text(households.households))),
        ])
    }
}

/// What a statement of a ledger says.
enum LedgerStatement: String {
    case uptake, rose, fell, changeOpen, changeOverlap, mainBarrier
}

/// What a cell of a ledger holds.
enum LedgerContent: String {
    case rate, small, protecting, protectingOverTime, notEnough, noData

    init(_ content: PublishedCell.Content) {
        self =
            switch content {
            case .rate: .rate
            case .small: .small
            case .protecting: .protecting
            case .protectingOverTime: .protectingOverTime
            case .notEnough: .notEnough
            case .noData: .noData
            }
    }
}

/// Pseudonyms of households as text: each of so many hexadecimal digits, one after the other.
enum LedgerPseudonym {
    static let digits = PageHouseholds.pseudonymBits / 4

    static func text(_ pseudonyms: [UInt64]) -> String {
        let signs = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(pseudonyms.count * digits)
        for pseudonym in pseudonyms {
            for digit in (0..<digits).reversed() { text.append(signs[Int(pseudonym >> (4 * digit) & 15)]) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// nil where the text is none of ours: not ascending, other signs.
    static func list(_ text: String) -> [UInt64]? {
        let bytes = Array(text.utf8)
        guard bytes.count % digits == 0 else { return nil }
        var list: [UInt64] = []
        for start in stride(from: 0, to: bytes.count, by: digits) {
            var number: UInt64 = 0
            for byte in bytes[start..<start + digits] {
                guard let value = Character(UnicodeScalar(byte)).hexDigitValue, !(65...70).contains(byte)
                else { return nil }
                number = number << 4 | UInt64(value)
            }
            if let last = list.last, last >= number { return nil }
            list.append(number)
        }
        return list
    }
}
