package import Basics
package import SurveyStatistics

/// Makes estimates of a table's columns under one design; what a column says is worked out once.
package struct Estimation: Sendable {
    private let table: DataTable
    private let design: TableDesign
    private let level: Double
    private let method: IntervalMethod?
    private let threads: Int

    /// `method` nil: on the log-odds scale for proportions, else t. `threads` changes the time only.
    package init(
        _ table: DataTable, _ design: TableDesign, interval method: IntervalMethod?, level: Double,
        threads: Int = 1
    ) {
        self.threads = threads
        self.table = table
        self.design = design
        self.method = method
        self.level = level
    }

    /// One figure for each level (of a proportion) in each cell, cell by cell.
    ///
    /// - Throws: `Diagnostic` where a column is no number, or a stratum has a lonely unit.
    package func estimates(
        _ statistic: StatisticRequest, in cells: DomainCells
    ) throws(Diagnostic) -> [DomainEstimate] {
        let parts = try parts(of: statistic)
        return try parallelMap(cells.cells.count * parts.count, threads: threads) {
            place throws(Diagnostic) -> DomainEstimate in
            let (cell, part) = (cells.cells[place / parts.count], parts[place % parts.count])
            return DomainEstimate(
                statistic: statistic, category: part.category,
                domain: Array(zip(cells.columns, cell.levels).map { (column: $0, level: $1) }),
                method: method(for: statistic), level: level,
                estimate: try estimate(statistic, part.values, cell.domain),
                missing: missing(statistic, in: cell.domain))
        }
    }

    private struct Part: Sendable {
        let category: String?
        let values: Statistic
    }

    private func method(for statistic: StatisticRequest) -> IntervalMethod {
        switch statistic {
        case .proportion, .itemProportion: method ?? .logit
        case .mean, .total, .itemTotal, .ratio, .quantile: method ?? .t
        }
    }

    /// Rows of a domain without an answer, by column of the statistic.
    private func missing(_ statistic: StatisticRequest, in domain: Domain) -> [(column: String, rows: Int)] {
        var columns: [String] = []
        for name in statistic.columns where !columns.contains(name) { columns.append(name) }
        return columns.map { name in
            switch domain {
            case .all: (name, table.missingCount(name))
            case .rows(let rows):
                (name, rows.count { table.column(name).textCodes[$0] == DataColumn.missing })
            }
        }
    }

    private func parts(of statistic: StatisticRequest) throws(Diagnostic) -> [Part] {
        let option = "--\(statistic.name)"
        switch statistic {
        case .mean(let name), .quantile(let name, _):
            return [Part(category: nil, values: .mean(try table.numbers(name, for: option)))]
        case .total(let name, nil):
            return [Part(category: nil, values: .total(try table.numbers(name, for: option)))]
        case .total(let name, .some(let level)):
            return [Part(category: level, values: .total(indicator(name, level)))]
        case .ratio(let above, let below):
            let values = try (table.numbers(above, for: option), table.numbers(below, for: option))
            return [Part(category: nil, values: .ratio(values.0, over: values.1))]
        case .proportion(let name, .some(let level)):
            return [Part(category: level, values: .mean(indicator(name, level)))]
        case .proportion(let name, nil):
            let column = table.column(name)
            return orNone(
                column.levels.enumerated().map {
                    Part(category: $0.element, values: .mean(column.indicator(of: [Int32($0.offset)])))
                })
        case .itemTotal(let name, let item):
            return [Part(category: item, values: .total(ListItems(table.column(name)).indicator(of: item)))]
        case .itemProportion(let name, .some(let item)):
            return [Part(category: item, values: .mean(ListItems(table.column(name)).indicator(of: item)))]
        case .itemProportion(let name, nil):
            let items = ListItems(table.column(name))
            return orNone(
                items.names.map { Part(category: $0, values: .mean(items.indicator(of: $0))) })
        }
    }

    /// A column without any answer has one figure, that there is no data.
    private func orNone(_ parts: [Part]) -> [Part] {
        if !parts.isEmpty { return parts }
        return [Part(category: nil, values: .mean(Array(repeating: nil, count: table.rowCount)))]
    }

    private func indicator(_ name: String, _ level: String) -> [Double?] {
        let column = table.column(name)
        return column.indicator(of: column.codes(meaning: level))
    }

    private func estimate(
        _ statistic: StatisticRequest, _ values: Statistic, _ domain: Domain
    ) throws(Diagnostic) -> Estimate? {
        let method = method(for: statistic)
        do throws(DesignError) {
            if case .quantile(_, let probability) = statistic, case .mean(let numbers) = values {
                return try design.design.quantile(
                    of: numbers, probability: probability, in: domain, interval: method, level: level)
            }
            return try design.design.estimate(values, in: domain, interval: method, level: level)
        } catch {
            throw design.explained(error)
        }
    }
}
