internal import Readiness
internal import SurveyData

extension Words {
    /// "41 %", "dưới 1 %".
    func percent(_ percent: PublishedPercent) -> String {
        let unit = pick("\u{A0}%", "%")
        return switch percent {
        case .whole(let whole): "\(whole)\(unit)"
        case .underOne: pick("dưới 1", "under 1") + unit
        case .overNinetyNine: pick("trên 99", "over 99") + unit
        }
    }

    /// What a cell of the public page prints. Small figures and those that guard them look alike.
    func cell(_ content: PublishedCell.Content) -> ReportTable.Cell {
        switch content {
        case .rate(let rate, let base):
            .text("\(percent(rate)) (\(text(.publicAsked, ["of": numbers.integer(base)])))")
        case .small, .protecting, .protectingOverTime:
            .hidden(code: "disclosure", words: text(.publicHidden))
        case .notEnough: .hidden(code: "notEnough", words: text(.notEnough))
        case .noData: .hidden(code: "noData", words: text(.noData))
        }
    }

    /// The part of the ward that a row of the public page speaks of.
    func part(_ domain: DomainKey) -> String { domain.kind == .all ? text(.savingsWhole) : name(domain) }

    /// What the public page says in a sentence.
    func sentence(_ statement: PublishedStatement) -> String {
        func percent(_ whole: Int) -> String { numbers.wholePercent(Double(whole) / 100) }
        func month(_ since: String) -> [String: String] {
            ["month": since.isEmpty ? "" : numbers.month(since)]
        }
        return switch statement {
        case .uptake(let value, let lower, let upper, let target):
            text(
                .publicUptake,
                [
                    "value": percent(value), "lower": percent(lower), "upper": percent(upper),
                    "target": percent(target),
                ])
        case .rose(let since): text(.publicRose, month(since))
        case .fell(let since): text(.publicFell, month(since))
        case .changeOpen(let since): text(.publicChangeOpen, month(since))
        case .changeOverlap(let months, let from):
            text(
                .publicChangeOverlap,
                [
                    "months": numbers.integer(months),
                    "from": from.map { text(.changeOverlapFrom, ["month": numbers.month($0)]) } ?? "",
                ])
        case .mainBarrier(let step): text(.publicBarrier, ["step": lack(step)])
        }
    }
}

extension NumberStyle {
    /// "05/11/2025" or "5 November 2025" of "2025-11-05".
    package func day(_ day: String) -> String {
        let parts = day.split(separator: "-").map(String.init)
        guard parts.count == 3, let number = Int(parts[2]) else { return day }
        return language == .vi
            ? "\(parts[2])/\(parts[1])/\(parts[0])" : "\(number) \(month("\(parts[0])-\(parts[1])"))"
    }
}
