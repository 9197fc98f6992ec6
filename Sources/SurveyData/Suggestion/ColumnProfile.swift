internal import CSVReader

/// What the cells of one column look like.
struct ColumnProfile {
    let header: String
    private(set) var rows = 0
    private(set) var blanks = 0
    private(set) var numbers = 0
    private(set) var dates = 0
    /// Answers as written, with how often each stands there; counted up to `mostAnswers` different ones.
    private(set) var answers: [String: Int] = [:]
    private(set) var hasManyAnswers = false
    private var seen: Set<String> = []
    private(set) var isUnique = true

    private static let mostAnswers = 60
    /// Cells that export programs write where there is no answer.
    static let missing: Set<String> = ["NULL", "NA", "N/A", "#N/A", "NaN", "nan", "None", "null"]

    init(header: String) { self.header = header }

    mutating func add(_ cell: String) {
        rows += 1
        let text = trimmed(cell)
        guard !text.isEmpty, !Self.missing.contains(text) else {
            blanks += 1
            return
        }
        if NumberWithUnit.value(of: text, isCount: false, units: []) != nil { numbers += 1 }
        if WrittenDate(text) != nil { dates += 1 }
        if isUnique, !seen.insert(text).inserted {
            isUnique = false
            seen = []
        }
        if answers[text] != nil || answers.count < Self.mostAnswers {
            answers[text, default: 0] += 1
        } else {
            hasManyAnswers = true
        }
    }

    var given: Int { rows - blanks }

    var isNumeric: Bool { given > 0 && numbers == given }

    /// Whether nearly every answer is a date, and not just a number.
    var isDate: Bool { given > 0 && dates * 10 >= given * 9 && !isNumeric }

    /// Whether every row has a value of its own.
    var isKey: Bool { rows > 0 && blanks == 0 && isUnique }

    /// Most frequent first.
    var byFrequency: [(answer: String, count: Int)] {
        answers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
}

/// A survey file's columns, profiled in one pass.
struct SurveyProfile {
    let name: String
    private(set) var columns: [ColumnProfile] = []
    /// Cells that stand for "no answer".
    private(set) var missing: Set<String> = []

    /// - Throws: `CSVReadError` where the file cannot be read, `SurveyError` where it has no header row.
    init(_ file: inout CSVFile) throws {
        name = file.name
        var width = 0
        let header = HeaderRow(in: file.head, codebook: try Codebook.builtIn())
        file.useHeader(record: header.record)
        while let block = try file.nextBlock() {
            for record in 0..<block.count where block.number(of: record) >= header.record {
                let cells = block.texts(of: record)
                if block.number(of: record) == header.record {
                    columns = cells.map { ColumnProfile(header: trimmed($0)) }
                    width = cells.count
                } else if cells.count == width, cells.contains(where: { !$0.isEmpty }) {
                    for (place, cell) in cells.enumerated() {
                        columns[place].add(cell)
                        if ColumnProfile.missing.contains(cell) { missing.insert(cell) }
                    }
                }
            }
        }
        guard !columns.isEmpty else {
            throw SurveyError(
                .noHeader, file: file.name, found: "no header row", expected: "the names of the columns",
                action: "Add the header row.")
        }
    }
}
