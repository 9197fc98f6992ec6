/// Which rows belong to a domain: comparisons of columns with numbers or texts, joined by and, or, not.
///
/// ```
/// stype = E and (enroll > 600 or not sch.wide = "Yes")
/// `former ward` in (A, B) and not missing(age)
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
    }

    /// What a column is compared with.
    package enum Literal: Equatable, Sendable {
        /// As written and as read: it equals cells of that number, else of that text.
        case number(String, Double)
        case text(String)
    }

    case compare(String, Comparison, Literal)
    case isOneOf(String, [Literal])
    case isMissing(String)
    case not(Condition)
    case and(Condition, Condition)
    case or(Condition, Condition)

    /// Columns that it speaks of.
    package var columns: Set<String> {
        switch self {
        case .compare(let column, _, _), .isOneOf(let column, _), .isMissing(let column): [column]
        case .not(let condition): condition.columns
        case .and(let left, let right), .or(let left, let right): left.columns.union(right.columns)
        }
    }
}
