internal import Basics
internal import Foundation
package import Readiness
internal import SurveyData

extension LedgerDocument {
    /// The ledgers in a text.
    ///
    /// - Throws: `Diagnostic` `.badLedger` where there is none, or a number, name or day cannot be.
    package static func ledgers(in text: String, file: String) throws -> PublicationLedgers {
        let bytes = Array(text.utf8)
        let written: WrittenLedgers
        do {
            let head = try JSONDecoder().decode(Head.self, from: Data(bytes))
            guard head.kind == kind, head.schemaVersion == schemaVersion else {
                throw refusal(
                    file, found: "kind \(shown(head.kind)), version \(head.schemaVersion)",
                    expected: "kind \"\(kind)\", version \(schemaVersion)")
            }
            written = try JSONDecoder().decode(WrittenLedgers.self, from: Data(bytes))
        } catch let error as Diagnostic {
            throw error
        } catch {
            throw refusal(
                file, line: JSONPlace.line(of: error, in: bytes),
                found: "no ledger of published cells (\(DecodingError.place(of: error)))",
                expected: "what sansang analyze wrote, unchanged")
        }
        do throws(Fault) {
            return try written.all()
        } catch {
            throw refusal(file, found: "\(error.found) at \(error.place)", expected: error.expected)
        }
    }

    private static func refusal(_ file: String, line: Int? = nil, found: String, expected: String)
        -> Diagnostic
    {
        Diagnostic(
            .badLedger, file: file, line: line, found: found, expected: expected,
            action:
                "Restore the ledger from a backup; without it nothing guards what is published against earlier pages."
        )
    }

    private struct Head: Decodable {
        let kind: String
        let schemaVersion: Int
    }
}

/// A file as it is written.
private struct WrittenLedgers: Decodable {
    let ledgers: [WrittenLedger]

    func all() throws(Fault) -> PublicationLedgers {
        var read: [PublicationLedger] = []
        for (number, ledger) in ledgers.enumerated() { read.append(try ledger.ledger("ledgers[\(number)]")) }
        guard let all = PublicationLedgers(read) else {
            throw Fault(
                place: "ledgers", found: "two ledgers of one kind",
                expected: "at most one of the ward and one of made-up data")
        }
        return all
    }
}

/// A ledger as it is written.
private struct WrittenLedger: Decodable {
    let synthetic: Bool?
    let groups, formerWards: [String]
    let months: [Month]

    struct Month: Decodable {
        let month: String
        let pages: [Page]
    }

    struct Page: Decodable {
        let published: String
        let tables: Bool
        let statements: [Statement]
        let cells: [Cell]
        let households: [Households]
    }

    struct Statement: Decodable {
        let says: String
        let percent, lower, upper, target, referenceMonths: Int?
        let since, comparableFrom, step: String?
    }

    struct Cell: Decodable {
        let indicator, domainKind, domainName, content: String
        let percent, base: Int?
        let shift: Double?
    }

    struct Households: Decodable {
        let cells: [Int]
        let weight: Double
        let households: String
    }

    func ledger(_ place: String) throws(Fault) -> PublicationLedger {
        var read: [PublishedMonth] = []
        for (number, month) in months.enumerated() {
            let place = "\(place).months[\(number)]"
            guard month.month == ReportContent.undated || Period(month.month)?.label == month.month else {
                throw Fault(
                    place: place + ".month", found: shown(month.month), expected: "a month as 2025-10")
            }
            guard !read.contains(where: { $0.month == month.month }) else {
                throw Fault(
                    place: place + ".month", found: "month \(month.month) a second time",
                    expected: "each month once")
            }
            var pages: [PublishedPage] = []
            for (number, page) in month.pages.enumerated() {
                pages.append(try page.page(of: month.month, "\(place).pages[\(number)]"))
            }
            guard let month = PublishedMonth(pages) else {
                throw Fault(place: place + ".pages", found: "no page", expected: "at least one page")
            }
            read.append(month)
        }
        return PublicationLedger(
            groups: groups, formerWards: formerWards, isSynthetic: synthetic ?? false, months: read)
    }
}

extension WrittenLedger.Page {
    fileprivate func page(of month: String, _ place: String) throws(Fault) -> PublishedPage {
        let parts = published.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, SurveyDate(year: parts[0], month: parts[1], day: parts[2])?.text == published
        else {
            throw Fault(
                place: place + ".published", found: shown(published), expected: "a day as 2025-11-05")
        }
        var told: [PublishedStatement] = []
        for (number, statement) in statements.enumerated() {
            told.append(try statement.statement("\(place).statements[\(number)]"))
        }
        var figures: [PublishedCell] = []
        var seen: Set<[String]> = []
        for (number, cell) in cells.enumerated() {
            let figure = try cell.cell("\(place).cells[\(number)]")
            guard seen.insert([cell.indicator, cell.domainKind, cell.domainName]).inserted else {
                throw Fault(
                    place: "\(place).cells[\(number)]", found: "a cell a second time",
                    expected: "each cell once")
            }
            figures.append(figure)
        }
        var standing: [PageHouseholds] = []
        var known: Set<UInt64> = []
        for (number, alike) in households.enumerated() {
            let place = "\(place).households[\(number)]"
            let own = try alike.households(place, cells: figures.count)
            guard own.households.allSatisfy({ known.insert($0).inserted }) else {
                throw Fault(
                    place: place, found: "a household a second time", expected: "each household once a page")
            }
            standing.append(own)
        }
        return PublishedPage(
            month: month, day: published, isStopped: !tables, statements: told, cells: figures,
            households: standing)
    }
}

extension WrittenLedger.Statement {
    fileprivate func statement(_ place: String) throws(Fault) -> PublishedStatement {
        func percent(_ number: Int?, _ name: String) throws(Fault) -> Int {
            guard let number, (0...100).contains(number) else {
                throw Fault(
                    place: "\(place).\(name)", found: number.map(String.init) ?? "nothing",
                    expected: "a whole per cent from 0 to 100")
            }
            return number
        }
        func month(_ text: String?, _ name: String) throws(Fault) -> String {
            guard let text, text.isEmpty || Period(text) != nil else {
                throw Fault(
                    place: "\(place).\(name)", found: text.map(shown) ?? "nothing",
                    expected: "a month as 2025-10")
            }
            return text
        }
        switch LedgerStatement(rawValue: says) {
        case .uptake:
            return .uptake(
                percent: try percent(self.percent, "percent"), lower: try percent(lower, "lower"),
                upper: try percent(upper, "upper"), target: try percent(target, "target"))
        case .rose: return .rose(since: try month(since, "since"))
        case .fell: return .fell(since: try month(since, "since"))
        case .changeOpen: return .changeOpen(since: try month(since, "since"))
        case .changeOverlap:
            guard let months = referenceMonths, (1...120).contains(months) else {
                throw Fault(
                    place: place + ".referenceMonths", found: referenceMonths.map(String.init) ?? "nothing",
                    expected: "a whole number from 1 to 120")
            }
            let from = comparableFrom
            return .changeOverlap(
                referenceMonths: months, comparableFrom: from == nil ? nil : try month(from, "comparableFrom")
            )
        case .mainBarrier:
            guard let step = step.flatMap(CascadeStep.init(rawValue:)), CascadeStep.barriers.contains(step)
            else {
                throw Fault(
                    place: place + ".step", found: step.map(shown) ?? "nothing",
                    expected: "one of " + CascadeStep.barriers.map(\.rawValue).joined(separator: ", "))
            }
            return .mainBarrier(step)
        case nil:
            throw Fault(
                place: place + ".says", found: shown(says), expected: "what this version knows, as \"uptake\""
            )
        }
    }
}

extension WrittenLedger.Cell {
    private static let kinds: [DomainKey.Kind] = [.all, .formerWard, .householdType, .procedure]

    fileprivate func cell(_ place: String) throws(Fault) -> PublishedCell {
        guard let indicator = Indicator(rawValue: indicator) else {
            throw Fault(
                place: place + ".indicator", found: shown(indicator), expected: "an indicator of this version"
            )
        }
        guard let kind = Self.kinds.first(where: { $0.name == domainKind }) else {
            throw Fault(
                place: place + ".domainKind", found: shown(domainKind),
                expected: "one of " + Self.kinds.map(\.name).joined(separator: ", "))
        }
        guard let content = LedgerContent(rawValue: content) else {
            throw Fault(
                place: place + ".content", found: shown(content),
                expected: "what this version knows, as \"rate\"")
        }
        let shift = shift ?? 0
        guard abs(shift) <= 1 else {
            throw Fault(place: place + ".shift", found: "\(shift)", expected: "a number from -1 to 1")
        }
        return PublishedCell(
            indicator: indicator, domain: DomainKey(kind: kind, code: domainName, label: domainName),
            content: try printed(content, place), shift: shift)
    }

    private func printed(_ content: LedgerContent, _ place: String) throws(Fault)
        -> PublishedCell.Content
    {
        switch content {
        case .rate:
            guard let percent, (0...100).contains(percent) else {
                throw Fault(
                    place: place + ".percent", found: percent.map(String.init) ?? "nothing",
                    expected: "a whole per cent from 0 to 100")
            }
            guard let base, (1...100_000_000).contains(base), base % 5 == 0 else {
                throw Fault(
                    place: place + ".base", found: base.map(String.init) ?? "nothing",
                    expected: "a number of households that is a multiple of 5")
            }
            return .rate(
                percent == 0 ? .underOne : percent == 100 ? .overNinetyNine : .whole(percent), base: base)
        case .small: return .small
        case .protecting: return .protecting
        case .protectingOverTime: return .protectingOverTime
        case .notEnough: return .notEnough
        case .noData: return .noData
        }
    }
}

extension WrittenLedger.Households {
    fileprivate func households(_ place: String, cells count: Int) throws(Fault) -> PageHouseholds {
        guard !cells.isEmpty, zip(cells, cells.dropFirst()).allSatisfy({ $0 < $1 }), cells[0] >= 0,
            cells[cells.count - 1] < count
        else {
            throw Fault(
                place: place + ".cells", found: "places that are not in order or not those of a cell",
                expected: "ascending places of the page's cells, from 0 to \(count - 1)")
        }
        guard (0...1e12).contains(weight) else {
            throw Fault(
                place: place + ".weight", found: "\(weight)", expected: "a number from 0 to 1e12")
        }
        guard let list = LedgerPseudonym.list(households), !list.isEmpty else {
            throw Fault(
                place: place + ".households", found: "no list of pseudonyms",
                expected: "ascending numbers of \(LedgerPseudonym.digits) hexadecimal digits each")
        }
        return PageHouseholds(cells: cells, weight: weight, households: list)
    }
}
