internal import SurveyData
internal import SurveyStatistics

/// One indicator's counts and weighted counts in one domain.
package struct SummaryTotal: Sendable {
    package let domain: DomainKey
    package let indicator: Indicator
    /// Households that answered; of `onlineUptakeDossiers`, their dossiers.
    package let base: Int
    /// Of these, those that say yes; dossiers filed online.
    package let yes: Int
    /// The same, each household counted with its weight.
    package let weightedBase, weightedYes: Double
}

extension SurveySummary {
    /// The totals of all domains: all, former wards, residential groups, declared groupings, in this order.
    package func totals() -> [SummaryTotal] {
        var domains: [DomainKey: DomainSums] = [:]
        for (key, cell) in cells {
            for domain in self.domains(of: key) {
                domains[domain, default: DomainSums()].add(cell.everyone, key.weight ?? 1)
            }
        }
        let order = domains.keys.sorted { sortKey($0).lexicographicallyPrecedes(sortKey($1)) }
        return order.flatMap { domain in
            Indicator.allCases.enumerated().compactMap { place, indicator in
                guard asked.contains(indicator), let sums = domains[domain] else { return nil }
                return sums.total(domain, indicator, place)
            }
        }
    }

    private func domains(of key: SummaryCell.Key) -> [DomainKey] {
        var domains: [DomainKey] = [.all]
        if let ward = key.formerWard, !ward.isEmpty {
            domains.append(DomainKey(kind: .formerWard, code: ward, label: ward))
        }
        if let group = key.group {
            domains.append(DomainKey(kind: .residentialGroup, code: group, label: group))
        }
        for (grouping, code) in zip(groupings, key.groupings) {
            if let code { domains.append(DomainKey(kind: .declared(grouping.name), code: code, label: code)) }
        }
        return domains
    }

    private func sortKey(_ domain: DomainKey) -> [String] {
        let order =
            switch domain.kind {
            case .all: "0"
            case .formerWard: "1"
            case .residentialGroup: "2"
            default: "3"
            }
        return [order, domain.kind.name, domain.code]
    }
}

/// Sums of one domain, exact until they are read.
private struct DomainSums {
    private var cell = AnswerCounts()
    private var known = Array(repeating: ExactSum(), count: Indicator.allCases.count)
    private var yes = Array(repeating: ExactSum(), count: Indicator.allCases.count)
    private var x = ExactSum()
    private var y = ExactSum()

    mutating func add(_ other: AnswerCounts, _ weight: Double) {
        cell += other
        for place in known.indices {
            known[place].add(weight, times: other.known[place])
            yes[place].add(weight, times: other.yes[place])
        }
        x.add(weight, times: other.dossiers.x)
        y.add(weight, times: other.dossiers.y)
    }

    func total(_ domain: DomainKey, _ indicator: Indicator, _ place: Int) -> SummaryTotal {
        if indicator.isDossierRatio {
            return SummaryTotal(
                domain: domain, indicator: indicator, base: cell.dossiers.y, yes: cell.dossiers.x,
                weightedBase: y.value, weightedYes: x.value)
        }
        return SummaryTotal(
            domain: domain, indicator: indicator, base: cell.known[place], yes: cell.yes[place],
            weightedBase: known[place].value, weightedYes: yes[place].value)
    }
}
