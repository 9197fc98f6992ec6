/// How fields are told apart.
package struct CSVDialect: Sendable, Equatable {
    package let delimiter: UInt8
    package let quote: UInt8
    /// A line that starts with it is no record.
    package let comment: UInt8?

    package init(delimiter: UInt8, quote: UInt8 = UInt8(ascii: "\""), comment: UInt8? = nil) {
        self.delimiter = delimiter
        self.quote = quote
        self.comment = comment
    }

    package static let comma = CSVDialect(delimiter: UInt8(ascii: ","))
    package static let semicolon = CSVDialect(delimiter: UInt8(ascii: ";"))
    package static let tab = CSVDialect(delimiter: UInt8(ascii: "\t"))
    package static let bar = CSVDialect(delimiter: UInt8(ascii: "|"))

    /// The separator under which most of the first records have equally many fields, more than one.
    ///
    /// Decided by consistency, not by counting characters: an address full of commas misleads a count.
    /// Without any evidence: a comma.
    ///
    /// - Parameters:
    ///   - head: whole lines.
    ///   - isWhole: whether they are the whole file.
    package static func detected(
        in head: [UInt8], isWhole: Bool, quote: UInt8 = UInt8(ascii: "\""), comment: UInt8? = nil
    ) -> CSVDialect {
        let usual = [CSVDialect.comma, .semicolon, .tab, .bar].map {
            CSVDialect(delimiter: $0.delimiter, quote: quote, comment: comment)
        }
        var best: (score: Int, fields: Int, dialect: CSVDialect) = (0, 1, usual[0])
        for dialect in usual {
            var counts: [Int: Int] = [:]
            let first = FirstRecords(
                of: head, dialect: dialect, isWhole: isWhole, headerRecord: 1, most: 50)
            for record in first.records { counts[record.fields.count, default: 0] += 1 }
            for (fields, records) in counts.sorted(by: { $0.key < $1.key }) where fields > 1 {
                if records > best.score || (records == best.score && fields > best.fields) {
                    best = (records, fields, dialect)
                }
            }
        }
        return best.dialect
    }
}
