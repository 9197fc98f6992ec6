/// What is to be estimated, by the names of columns.
package enum StatisticRequest: Hashable, Sendable {
    case mean(String)
    /// Of the numbers in a column; with a level: of the rows that have it.
    case total(String, level: String?)
    /// The share of a level; nil: of every level of the column.
    case proportion(String, level: String?)
    /// The share of rows whose list holds an item; nil: of every item of the column.
    case itemProportion(String, item: String?)
    /// How many there are whose list holds an item.
    case itemTotal(String, item: String)
    case ratio(String, over: String)
    case quantile(String, probability: Double)

    /// As the command line calls it.
    package var name: String {
        switch self {
        case .mean: "mean"
        case .total, .itemTotal: "total"
        case .proportion, .itemProportion: "proportion"
        case .ratio: "ratio"
        case .quantile: "quantile"
        }
    }

    /// The column, or both with a stroke between.
    package var variable: String {
        switch self {
        case .mean(let name), .total(let name, _), .proportion(let name, _), .quantile(let name, _),
            .itemProportion(let name, _), .itemTotal(let name, _):
            name
        case .ratio(let above, let below): "\(above)/\(below)"
        }
    }

    /// The level asked for; nil for all, or where a statistic has none.
    package var level: String? {
        switch self {
        case .proportion(_, let level), .total(_, let level): level
        case .mean, .ratio, .quantile, .itemProportion, .itemTotal: nil
        }
    }

    /// The item of a list asked for; nil for all, or where a statistic has none.
    package var item: String? {
        switch self {
        case .itemProportion(_, let item): item
        case .itemTotal(_, let item): item
        case .mean, .ratio, .quantile, .proportion, .total: nil
        }
    }

    /// Whether it speaks of items of lists.
    package var isOfItems: Bool {
        switch self {
        case .itemProportion, .itemTotal: true
        case .mean, .total, .proportion, .ratio, .quantile: false
        }
    }

    /// Columns of which it takes numbers.
    package var numberColumns: [String] {
        switch self {
        case .mean, .total(_, level: nil), .ratio, .quantile: columns
        case .proportion, .total, .itemProportion, .itemTotal: []
        }
    }

    package var columns: [String] {
        if case .ratio(let above, let below) = self { return [above, below] }
        return [variable]
    }
}
