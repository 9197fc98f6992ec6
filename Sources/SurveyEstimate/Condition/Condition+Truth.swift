extension Condition {
    /// By row whether it holds; a comparison with a missing cell is not known.
    ///
    /// - Throws: `EstimateError` where a cell that is compared by size with a number is none.
    package func truth(in table: DataTable) throws(EstimateError) -> [Truth] {
        switch self {
        case .isMissing(let name): return table.column(name).codes.map { Truth($0 == DataColumn.missing) }
        case .not(let condition): return try condition.truth(in: table).map { !$0 }
        case .and(let left, let right):
            return zip(try left.truth(in: table), try right.truth(in: table)).map { min($0, $1) }
        case .or(let left, let right):
            return zip(try left.truth(in: table), try right.truth(in: table)).map { max($0, $1) }
        case .isOneOf(let name, let literals):
            let column = table.column(name)
            return truth(of: column) { level in literals.contains { Self.isSame(column, level, $0) } }
        case .compare(let name, let comparison, let literal):
            let column = table.column(name)
            switch comparison {
            case .equal: return truth(of: column) { Self.isSame(column, $0, literal) }
            case .unequal: return truth(of: column) { !Self.isSame(column, $0, literal) }
            case .less, .lessOrEqual, .greater, .greaterOrEqual:
                return try sizes(table, column, comparison, literal)
            }
        }
    }

    private func truth(of column: DataColumn, _ holds: (Int) -> Bool) -> [Truth] {
        let byLevel = column.levels.indices.map { Truth(holds($0)) }
        return column.codes.map { $0 < 0 ? .unknown : byLevel[Int($0)] }
    }

    /// Numbers are the same if they are as large, texts if they read the same.
    private static func isSame(_ column: DataColumn, _ level: Int, _ literal: Literal) -> Bool {
        switch literal {
        case .number(let text, let number):
            column.numbers[level].map { $0 == number } ?? (column.levels[level] == text)
        case .text(let text): column.levels[level] == text
        }
    }

    private func sizes(
        _ table: DataTable, _ column: DataColumn, _ comparison: Comparison, _ literal: Literal
    ) throws(EstimateError) -> [Truth] {
        switch literal {
        case .number(_, let number):
            _ = try table.numbers(column.name, for: "--where")
            return truth(of: column) { level in
                column.numbers[level].map { Self.holds($0, comparison, number) } ?? false
            }
        case .text(let text): return truth(of: column) { Self.holds(column.levels[$0], comparison, text) }
        }
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
        }
    }
}
