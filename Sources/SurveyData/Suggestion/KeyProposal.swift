/// What makes a household's id: one column of ids, else two or three columns that together do not repeat, else nothing
/// but the row. Never a name, a telephone number, an address, a place on the map, or whoever asked.
struct KeyProposal {
    enum Kind {
        case column(ColumnProfile)
        case several([ColumnProfile])
        case row
    }

    let kind: Kind
    let evidence: String

    /// - Parameter known: columns that the ward's codebook calls a household's id, best first.
    init(_ columns: [ColumnProfile], known: [ColumnProfile]) {
        let usable = columns.filter { $0.canBeNamed && !$0.isPersonal }
        for column in known
        where column.canBeNamed && !column.isPersonal && KeyWords.areIDs(column) && Self.hardlyRepeats(column)
        {
            kind = .column(column)
            evidence =
                column.isUnique
                ? "the header is known" : "the header is known; some values come twice or lack"
            return
        }
        let best = usable.compactMap { column in KeyWords.rank(column).map { (rank: $0, column: column) } }
            .filter { $0.column.isUnique || $0.rank == 0 && Self.hardlyRepeats($0.column) }
            .filter { KeyWords.areIDs($0.column) }
            .min { ($0.rank, $0.column.place) < ($1.rank, $1.column.place) }
        if let best {
            kind = .column(best.column)
            evidence =
                best.column.isUnique
                ? "every row has a value of its own" : "named like a key, but some values come twice or lack"
        } else if let several = Self.several(columns) {
            kind = .several(several)
            evidence = "no column alone tells the rows apart; these \(several.count) together do not repeat"
        } else {
            kind = .row
            evidence =
                "no columns tell the rows apart: each row counts as a household, and repeats cannot be seen"
        }
    }

    /// Whether a household's code stands in nearly every row, and hardly any twice: an interview sent twice.
    private static func hardlyRepeats(_ column: ColumnProfile) -> Bool {
        column.given > 0 && column.blanks * 20 <= column.rows
            && (column.given - column.different) * 10 <= column.given
    }

    /// Columns tried together: more would take long and tell nothing.
    private static let most = 10

    private static func several(_ columns: [ColumnProfile]) -> [ColumnProfile]? {
        let parts = columns.filter {
            $0.canBeNamed && $0.blanks == 0 && $0.different > 1 && $0.codes.count == $0.rows && !$0.isPersonal
        }
        let ranked = parts.compactMap { column in KeyWords.partRank(column).map { (rank: $0, column: column) }
        }
        .sorted { ($0.rank, $0.column.place) < ($1.rank, $1.column.place) }.prefix(most)
        let candidates = ranked.map(\.column)
        let tells = ranked.map { $0.rank == 0 || $0.rank == 2 }
        for size in 2...3 {
            for chosen in choices(of: candidates.count, size) where chosen.contains(where: { tells[$0] }) {
                let own = chosen.map { candidates[$0] }
                if tellApart(own) { return own.sorted { $0.place < $1.place } }
            }
        }
        return nil
    }

    /// Positions of so many of `count`, in order.
    private static func choices(of count: Int, _ size: Int) -> [[Int]] {
        if size == 0 { return [[]] }
        return choices(of: count, size - 1).flatMap { chosen in
            (0..<count).filter { $0 > chosen.last ?? -1 }.map { chosen + [$0] }
        }
    }

    private static func tellApart(_ columns: [ColumnProfile]) -> Bool {
        guard let rows = columns.first?.rows, columns.reduce(1, { $0 * min($1.different, rows) }) >= rows
        else {
            return false
        }
        var seen: Set<[UInt32]> = []
        seen.reserveCapacity(rows)
        return (0..<rows).allSatisfy { row in seen.insert(columns.map { $0.codes[row] }).inserted }
    }
}

/// Words of headers that are ids, or parts of one.
enum KeyWords {
    /// Whether a column is looked at row by row: it may be part of a key.
    static func mayBePart(_ words: HeaderWords) -> Bool {
        words.has(idWords + numberWords + placeWords + roundWords + timeWords)
            || words.all.contains { endsInID($0) || isRunTogether($0) || $0.contains("clust") }
    }

    /// Whether a header is that of an id.
    static func isID(_ words: HeaderWords) -> Bool {
        words.has(idWords) || words.all.contains(where: endsInID)
    }

    /// How well a column alone may be the key; lower is better. nil: not at all.
    static func rank(_ column: ColumnProfile) -> Int? {
        let words = column.words
        if words.has(ColumnProfile.interviewerWords + rowWords) || column.isDate { return nil }
        let isID = isID(words)
        if isID, words.has(householdWords) { return 0 }
        if words.has(["key", "uuid", "guid"]) || isID && words.has(formWords) { return 1 }
        if isID { return words.has(["object", "objectid", "fid"]) ? 3 : 2 }
        return column.share(where: isCode) == 1 ? 4 : nil
    }

    /// How well a column may be a part of a key: 0 a number within a place, 1 a place or a round, 2 the instant at which
    /// the form was filled in. nil: not at all.
    static func partRank(_ column: ColumnProfile) -> Int? {
        let words = column.words
        if words.has(ColumnProfile.interviewerWords + rowWords + countWords) { return nil }
        if column.isDate {
            let hasTime = column.share { $0.contains(":") } >= ColumnProfile.most
            return hasTime ? 2 : words.has(timeWords) ? 3 : nil
        }
        if isID(words) || words.has(numberWords) || words.all.contains(where: isRunTogether) { return 0 }
        return words.has(placeWords + roundWords) || words.all.contains { $0.contains("clust") } ? 1 : nil
    }

    /// Whether the cells can be ids as the reader reads them: nothing that a spreadsheet made a date of, no decimals.
    static func areIDs(_ column: ColumnProfile) -> Bool {
        column.answers.count { SpreadsheetDamage($0.text) != nil } * 20 <= column.answers.count
            && column.share { isDecimal($0) } < 0.5
    }

    /// A number with a fraction.
    private static func isDecimal(_ text: String) -> Bool {
        guard let mark = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return false }
        let fraction = text[text.index(after: mark)...]
        return fraction.allSatisfy(\.isNumber) && !fraction.allSatisfy { $0 == "0" }
            && text[..<mark].allSatisfy { $0.isNumber || "+-".contains($0) }
    }

    /// "hhid", "caseid"; not "paid".
    private static func endsInID(_ word: String) -> Bool {
        word.hasSuffix("id") && word.count <= 8 && !notIDs.contains(word)
    }

    /// "qhnumber", "hhnum": words that census programs run together.
    private static func isRunTogether(_ word: String) -> Bool {
        ["number", "hhno", "hhnum", "linenum"].contains { word.contains($0) }
    }

    /// A code without blanks that holds a figure and is no plain number: "TX03-017".
    private static func isCode(_ text: String) -> Bool {
        text.utf8.count <= 40 && text.contains(where: \.isNumber) && text.contains { $0.isLetter }
            && text.allSatisfy { $0.isLetter || $0.isNumber || "-_/:".contains($0) }
            && !ColumnProfile.isContact(text)
    }

    private static let notIDs: Set<String> = [
        "id", "paid", "said", "aid", "did", "grid", "covid", "avoid", "solid", "rapid", "kid", "mid", "bid",
        "valid",
        "invalid", "hybrid", "void", "prepaid", "unpaid", "eid", "eido", "fluid", "laid", "vneid",
    ]
    private static let idWords: Phrases = [
        "id", "ids", "key", "uuid", "guid", "code", "ma", "serial", "ref", "reference", "barcode",
        "respserial",
        "identifier", "so phieu",
    ]
    private static let householdWords: Phrases = [
        "household*", "hh", "hhid", "idhh", "ho", "phieu", "family", "dwelling", "questionnaire", "so phieu",
        "hogar",
        "folio",
    ]
    private static let formWords: Phrases = [
        "instance*", "global*", "response*", "phan hoi", "respondent*", "case*", "submission*", "record*",
        "site",
        "resp*", "interview",
    ]
    private static let numberWords: Phrases = [
        "number", "num", "no", "nr", "line*", "structure*", "dwelling*", "household", "hh", "record*",
        "member no",
        "so thu tu ho", "so nha so",
    ]
    private static let placeWords: Phrases = [
        "cluster*", "psu", "ea", "enumeration*", "segment*", "village*", "district*", "province*", "ward*",
        "region*",
        "site*", "economy*", "area*", "block*", "state*", "county", "commune*", "camp*", "zone*", "stratum",
        "strata",
        "to", "to dan pho", "tdp", "thon", "xa", "xom", "khu*", "phuong*", "huyen", "tinh", "quan", "city",
        "admin*",
    ]
    private static let roundWords: Phrases = [
        "event*", "round*", "wave*", "visit*", "repeat*", "month*", "period*", "year", "dot", "ky", "thang",
    ]
    private static let timeWords: Phrases = [
        "date*", "time*", "timestamp", "start*", "submit*", "submission*", "dau thoi gian", "thoi gian*",
        "ngay*",
        "today", "end*", "created*", "recorded*", "completion*", "creation*",
    ]
    /// The row's own number says nothing of a household, and is another one's next month.
    private static let rowWords: Phrases = [
        "stt", "so thu tu", "index", "row", "rownum", "row number", "tt", "unnamed",
    ]
    private static let countWords: Phrases = [
        "number of", "no of", "num of", "so nguoi", "so nhan khau", "members", "ho so", "dossiers",
        "how many", "bao nhieu",
        "phone*",
        "age", "tuoi", "size",
    ]
}
