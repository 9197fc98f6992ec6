/// A table of figures as values, made once: pages, workbooks and CSV files render this same table.
package struct ReportTable: Sendable, Equatable {
    /// "byFormerWard": names the file, the sheet and the place in a page.
    package let id: String
    package let title: String
    package let columns: [Column]
    package var rows: [[Cell]] = []

    package init(_ id: String, title: String, _ columns: [Column]) {
        self.id = id
        self.title = title
        self.columns = columns
    }

    package struct Column: Sendable, Equatable {
        /// The name that machines read.
        package let key: String
        package let title: String
        package let kind: Kind

        package init(_ key: String, _ title: String, _ kind: Kind) {
            self.key = key
            self.title = title
            self.kind = kind
        }
    }

    /// What the numbers of a column are.
    package enum Kind: Sendable, Equatable {
        case text, integer
        /// So many digits after the point.
        case decimal(Int)
        /// 0…1, written as a percentage.
        case share
        /// A chance, 0…1, written in whole per cents and never as 0 or 100.
        case chance
        /// Minutes, written as hours and minutes.
        case minutes
        /// A figure with its interval.
        case estimate(Unit)
        /// "16 of 20".
        case base
        /// A span of ranks.
        case ranks
    }

    /// What an estimate is measured in.
    package enum Unit: Sendable, Equatable {
        /// 0…1, written as a percentage.
        case share
        /// A difference of shares, written in percentage points with its sign.
        case points
        /// A number of something, written with about three digits that count.
        case amount
        /// A number of households, written whole.
        case households
    }

    package enum Cell: Sendable, Equatable {
        case text(String)
        /// A text that leads to another file of the report.
        case link(String, to: String)
        case number(Double)
        /// Without an interval where it has none.
        case estimate(Double, lower: Double?, upper: Double?)
        /// `count` is nil where it may not be shown.
        case base(count: Int?, of: Int)
        case ranks(Int, Int)
        /// Nothing is shown: a code for machines, and why in words.
        case hidden(code: String, words: String)
        case empty
    }
}
