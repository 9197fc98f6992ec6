/// Which rows belong to a domain: comparisons of columns with numbers or texts, joined by and, or, not.
///
/// ```
/// stype = E and (enroll > 600 or not sch.wide = "Yes")
/// `former ward` in (A, B) and not missing(age)
/// skills ~ call and not skills ~ "Pay online"
/// ```
package indirect enum Condition: Equatable, Sendable {
    /// `==` reads as `=`.
    package enum Comparison: String, Sendable {
        case equal = "="
        case unequal = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        /// A list holds an item.
        case holds = "~"
    }

    /// What a column is compared with.
    package enum Literal: Equatable, Sendable {
        /// Without quotes, as written and as read: it equals cells of that number, else of that text.
        case number(String, Double)
        /// A word or a text in quotes: it equals cells of that text, else of the number that it is in the column.
        case text(String)
    }

    case compare(String, Comparison, Literal)
    case isOneOf(String, [Literal])
    case isMissing(String)
    case not(Condition)
    case and(Condition, Condition)
    case or(Condition, Condition)

    /// Columns that it compares with numbers.
    package var numberColumns: Set<String> {
        switch self {
        case .compare(_, .holds, _): []
        case .compare(let column, _, let literal): literal.hasDigits ? [column] : []
        case .isOneOf(let column, let literals): literals.contains(where: \.hasDigits) ? [column] : []
        case .isMissing: []
        case .not(let condition): condition.numberColumns
        case .and(let left, let right), .or(let left, let right):
            left.numberColumns.union(right.numberColumns)
        }
    }

    /// The condition with another name of a column.
    package func renaming(_ old: String, to new: String) -> Condition {
        let name = { (column: String) in column == old ? new : column }
        return switch self {
        case .compare(let column, let comparison, let literal): .compare(name(column), comparison, literal)
        case .isOneOf(let column, let literals): .isOneOf(name(column), literals)
        case .isMissing(let column): .isMissing(name(column))
        case .not(let condition): .not(condition.renaming(old, to: new))
        case .and(let left, let right): .and(left.renaming(old, to: new), right.renaming(old, to: new))
        case .or(let left, let right): .or(left.renaming(old, to: new), right.renaming(old, to: new))
        }
    }

    /// Columns that it speaks of.
    package var columns: Set<String> {
        switch self {
        case .compare(let column, _, _), .isOneOf(let column, _), .isMissing(let column): [column]
        case .not(let condition): condition.columns
        case .and(let left, let right), .or(let left, let right): left.columns.union(right.columns)
        }
    }
}

extension Condition.Literal {
    /// As the expression has it, without quotes.
    var written: String {
        switch self {
        case .number(let text, _), .text(let text): text
        }
    }

    /// Whether it is a number, or may be one in a column.
    fileprivate var hasDigits: Bool {
        switch self {
        case .number: true
        case .text(let text): text.contains(where: \.isNumber)
        }
    }
}
