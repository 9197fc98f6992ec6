internal import Basics

/// The first records of a file, as text, as far as they can be read.
struct FirstRecords {
    private(set) var records: [(fields: [String], line: Int)] = []
    /// What stopped the reading before there were enough records.
    private(set) var failure: Diagnostic?

    /// Reads records as one with this header does.
    ///
    /// - Parameters:
    ///   - lines: whole lines.
    ///   - isWhole: whether they are the whole file; else a record that they leave open is left out.
    ///   - headerRecord: 0 where records may have any number of fields.
    init(
        of lines: [UInt8], file: String = "", dialect: CSVDialect, isWhole: Bool, headerRecord: Int, most: Int
    ) {
        // A record a block: those before a failure stand.
        var reader = RecordReader(
            source: .memory(lines), file: file, dialect: dialect, headerRecord: headerRecord, blockSize: 1,
            scans: false, isCutOff: !isWhole)
        var block = RecordBlock()
        do throws(Diagnostic) {
            while records.count < most, try reader.next(&block) {
                for record in 0..<block.count {
                    records.append((block.texts(of: record), block.line(of: record)))
                }
            }
        } catch {
            failure = error
        }
    }

    /// Reads at most 20 records of a file of which the header is not known yet: titles may stand above it.
    ///
    /// - Throws: `Diagnostic` where reading stops whichever record is the header.
    init(
        of lines: [UInt8], file: String, dialect: CSVDialect, isWhole: Bool, isRagged: Bool
    ) throws(Diagnostic) {
        var failures: [Diagnostic] = []
        for headerRecord in isRagged ? 0...0 : 1...Self.lastHeader {
            self.init(
                of: lines, file: file, dialect: dialect, isWhole: isWhole, headerRecord: headerRecord,
                most: Self.most)
            guard let failure else { return }
            failures.append(failure)
        }
        if let failure = failures.first { throw failure }
        self.init(of: lines, dialect: dialect, isWhole: isWhole, headerRecord: 1, most: 0)
    }

    /// Records that are looked at to find the header.
    static let most = 20
    /// No header is looked for behind this record.
    private static let lastHeader = 12
}
