/// Where one variable's answers stand in a file.
enum VariableSource: Sendable, Equatable {
    /// In one column. `others` are further columns for it, which are compared only.
    case column(Int, others: [Int])
    /// A set, a column a choice; `whole` lists the choices again.
    case split([Choice], whole: Int?)
    /// A key over several columns.
    case key([Int])
    /// Each row is a household of its own.
    case row
    /// Yes if any of these columns says yes.
    case anyYes([Int])
    /// The sum of these columns' numbers.
    case sum([Int])

    struct Choice: Sendable, Equatable {
        let column: Int
        /// Position in the variable's code list.
        let code: Int
    }

    /// The column that a message names; nil without one.
    var firstColumn: Int? {
        switch self {
        case .column(let column, _): column
        case .split(let choices, let whole): whole ?? choices.first?.column
        case .key(let columns), .anyYes(let columns), .sum(let columns): columns.first
        case .row: nil
        }
    }

    /// All columns that are read for it.
    var columns: [Int] {
        switch self {
        case .column(let column, _): [column]
        case .split(let choices, let whole): choices.map(\.column) + (whole.map { [$0] } ?? [])
        case .key(let columns), .anyYes(let columns), .sum(let columns): columns
        case .row: []
        }
    }
}
