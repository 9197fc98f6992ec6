internal import Basics
internal import CSVReader

/// What the cells of one column look like.
struct ColumnProfile {
    let place: Int
    let header: String
    /// Of the header behind its groups ("group/question"), which may speak of other things.
    let words: HeaderWords
    /// Of the whole header.
    let allWords: HeaderWords
    /// Whether another column has the same header: a codebook cannot name either.
    let standsTwice: Bool
    let rows: Int
    let blanks: Int
    /// Different answers as written, without blanks at their ends; the most frequent first, then by text. At most
    /// `mostAnswers`.
    let answers: [(text: String, count: Int)]
    /// Different cells, those that mean "no answer" left out; more than `answers` where there are many.
    let different: Int
    /// Cells that export programs write where there is no answer ("NULL").
    let missing: Set<String>
    private let coder: CellCoder
    /// Whether nearly every answer is a number.
    private(set) var isNumeric = false
    /// Whether nearly every answer is a date; a spreadsheet's day number is one.
    private(set) var isDateWithSerials = false
    /// Whether an answer can tell who someone is: such answers never stand in a draft, nor is the column a key.
    private(set) var isPersonal = false
    /// Codes of the cells by row, where the column may be part of a key.
    let codes: [UInt32]

    static let mostAnswers = 512
    private static let missingWords: Set<String> = [
        "NULL", "NA", "N/A", "#N/A", "NaN", "nan", "None", "null", ".",
    ]

    init(
        place: Int, header: String, standsTwice: Bool, rows: Int, coder: CellCoder, counts: [Int],
        codes: [UInt32]
    ) {
        var answers: [String: Int] = [:]
        var missing: Set<String> = []
        var blanks = 0
        var others = coder.isFull ? 1 : 0
        for code in 1..<max(1, counts.count) {
            let cell = coder.cell(code)
            guard answers.count < Self.mostAnswers || Self.mayBeMissing(cell) else {
                others += 1
                continue
            }
            let text = trimmed(String(decoding: cell, as: UTF8.self))
            if text.isEmpty || Self.missingWords.contains(text) {
                blanks += counts[code]
                if !text.isEmpty { missing.insert(text) }
            } else if answers[text] != nil || answers.count < Self.mostAnswers {
                answers[text, default: 0] += counts[code]
            } else {
                others += 1
            }
        }
        self.place = place
        self.header = header
        self.standsTwice = standsTwice
        self.rows = rows
        self.blanks = blanks
        self.missing = missing
        self.codes = codes
        allWords = HeaderWords(header)
        let own = HeaderWords(HeaderWords.ownPart(header))
        words = own.all.isEmpty ? allWords : own
        different = answers.count + others
        self.coder = coder
        self.answers = answers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
        isNumeric = share { NumberWithUnit.value(of: $0, isCount: false, units: []) != nil } >= Self.most
        isDateWithSerials = mayBeDates && share(where: Self.isDate) >= Self.most
        isPersonal = tellsWho
    }

    /// Whether a cell may be a word for "no answer": the others need not be compared.
    private static func mayBeMissing(_ cell: ArraySlice<UInt8>) -> Bool {
        guard cell.count <= 5, let first = cell.first else { return cell.isEmpty }
        return "Nn#. \t\u{C2}".utf8.contains(first)
    }

    /// All different cells, as far as they are told apart.
    var cells: [String] {
        (1..<max(1, coder.count)).map { trimmed(String(decoding: coder.cell($0), as: UTF8.self)) }
    }

    var given: Int { rows - blanks }

    /// Whether a codebook can name the column.
    var canBeNamed: Bool { !standsTwice && !fold(header).isEmpty }

    /// Whether every row has a value of its own.
    var isUnique: Bool { rows > 0 && blanks == 0 && different == rows }

    /// The share of the answers that hold, by how often they stand there (0…1).
    func share(where holds: (String) -> Bool) -> Double {
        let sample = answers.prefix(Self.sampled)
        let all = sample.reduce(0) { $0 + $1.count }
        guard all > 0 else { return 0 }
        return Double(sample.reduce(0) { $0 + (holds($1.text) ? $1.count : 0) }) / Double(all)
    }

    /// Answers that tell what a column is.
    private static let sampled = 100

    /// One odd cell does not change what a column is.
    static let most = 0.8

    /// Whether nearly every answer is a date, and not just a number.
    var isDate: Bool { isDateWithSerials && !isNumeric }

    /// Whether some of a few answers are dates: reading one takes long, and most numbers are none.
    private var mayBeDates: Bool {
        if isNumeric, !answers.contains(where: { [5, 8].contains($0.text.utf8.count) }) { return false }
        let few = stride(from: 0, to: answers.count, by: max(1, answers.count / 3)).map { answers[$0].text }
        return few.contains(where: Self.isDate)
    }

    private static func isDate(_ text: String) -> Bool {
        let bytes = text.utf8
        guard (5...64).contains(bytes.count), bytes.contains(where: { (0x30...0x39).contains($0) }) else {
            return false
        }
        if bytes.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) {
            // A spreadsheet's day of 1982 to 2064, or 20251102.
            return bytes.count == 5 && (30_000...60_000).contains(number)
                || bytes.count == 8 && (1900...2100).contains(number / 10_000)
                    && (1...12).contains(number / 100 % 100) && (1...31).contains(number % 100)
        }
        return WrittenDate(text) != nil
    }

    /// Whether the answers are few and come again and again.
    var isCategorical: Bool { different <= 60 && (different <= 3 || given >= 2 * different) }
}
