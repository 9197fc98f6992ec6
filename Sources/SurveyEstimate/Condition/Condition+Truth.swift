package import Basics
internal import CSVReader

extension Condition {
    /// By row whether it holds; a comparison with a missing cell is not known.
    ///
    /// - Throws: `Diagnostic` where a cell that is compared by size with a number is none.
    package func truth(in table: DataTable) throws(Diagnostic) -> [Truth] {
        switch self {
        case .isMissing(let name): return table.column(name).codes.map { Truth($0 == DataColumn.missing) }
        case .not(let condition): return try condition.truth(in: table).map { !$0 }
        case .and(let left, let right):
            return zip(try left.truth(in: table), try right.truth(in: table)).map { min($0, $1) }
        case .or(let left, let right):
            return zip(try left.truth(in: table), try right.truth(in: table)).map { max($0, $1) }
        case .isOneOf(let name, let literals):
            let column = table.column(name)
            var wanted: Set<Int32> = []
            for literal in literals { wanted.formUnion(try Self.levels(of: name, in: table, equal: literal)) }
            return truth(of: column) { wanted.contains(Int32($0)) }
        case .compare(let name, let comparison, let literal):
            let column = table.column(name)
            switch comparison {
            case .equal, .unequal:
                let wanted = try Self.levels(of: name, in: table, equal: literal)
                return truth(of: column) { wanted.contains(Int32($0)) == (comparison == .equal) }
            case .less, .lessOrEqual, .greater, .greaterOrEqual:
                return try sizes(table, column, comparison, literal)
            case .holds:
                return ListItems(column).indicator(of: literal.written).map { held in
                    held.map { Truth($0 == 1) } ?? .unknown
                }
            }
        }
    }

    private func truth(of column: DataColumn, _ holds: (Int) -> Bool) -> [Truth] {
        let byLevel = column.levels.indices.map { Truth(holds($0)) }
        return column.codes.map { $0 < 0 ? .unknown : byLevel[Int($0)] }
    }

    /// The levels that a literal is: the same number, or the same text.
    ///
    /// - Throws: `Diagnostic` where the numbers of the column are written in two ways.
    private static func levels(
        of name: String, in table: DataTable, equal literal: Literal
    ) throws(Diagnostic) -> Set<Int32> {
        let column = table.column(name)
        switch literal {
        case .number(let text, let number):
            if column.isOfNumbers { try table.refuseMixedMarks(name, for: "--where") }
            // A number in an expression has a point, whatever the column's marks.
            let same = column.levels.indices.filter {
                column.levels[$0] == text
                    || column.numbers[$0] == number && CellText.isExact(column.levels[$0])
            }
            return Set(same.map(Int32.init))
        case .text(let text):
            return column.codes(meaning: text)
        }
    }

    private func sizes(
        _ table: DataTable, _ column: DataColumn, _ comparison: Comparison, _ literal: Literal
    ) throws(Diagnostic) -> [Truth] {
        let limit =
            switch literal {
            case .number(_, let number): number as Double?
            // Quotes change nothing: "600" is a number too, written as the column writes numbers.
            case .text(let text): column.marks.number(text) ?? CellText.number(text)
            }
        if let limit {
            _ = try table.numbers(column.name, for: "--where")
            return truth(of: column) { level in
                column.numbers[level].map { Self.holds($0, comparison, limit) } ?? false
            }
        }
        guard case .text(let text) = literal else { return [] }
        return truth(of: column) { Self.holds(column.levels[$0], comparison, text) }
    }

    private static func holds<Value: Comparable>(
        _ left: Value, _ comparison: Comparison, _ right: Value
    ) -> Bool {
        switch comparison {
        case .equal: left == right
        case .unequal: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .holds: false
        }
    }
}
