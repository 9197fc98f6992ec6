internal import Readiness

/// A reader of public pages who knows who was asked, with which weight, and that everybody answers the same every
/// time, and tries every count in whole numbers. Shares no code with the release rule.
struct PublicationAttack {
    /// One page that the reader has: what it prints of one indicator, by domain, and who was asked.
    struct Page {
        let printed: [String: PublishedPercent]
        let asked: [PublicationPanel.Household]
    }

    /// Some households of whom the reader wants to know how many say yes.
    struct Secret {
        let households: Int
        /// Counts that the reader cannot exclude, at most `enough` of them.
        let possible: Int
        /// So many there would have to be.
        let needed: Int

        var isRecovered: Bool { possible == 1 && households > 0 }
        var isExposed: Bool { possible < needed }
    }

    private static let enough = 5
    private static let patience = 300

    private let truth: [Int]
    private let sizes: [Int]
    /// By atom: its households' former ward or type, and on which pages it is.
    private let atoms: [Key]
    private var rows: [Row] = []
    private var rowsOf: [[Int]]

    struct Key: Hashable {
        let part: Int
        let isIn: [Bool]
        let weight: Double
    }

    /// low ≤ Σ factor · count ≤ high.
    private struct Row {
        var terms: [(atom: Int, factor: Double)]
        var low, high: Double
    }

    /// The pages' parts of one kind: former wards (`byType` false) or the type and the others.
    init(_ pages: [Page], answer: Int, byType: Bool) {
        var all: [UInt64: PublicationPanel.Household] = [:]
        for page in pages { for household in page.asked { all[household.id] = household } }
        let asked = pages.map { Set($0.asked.map(\.id)) }
        var counts: [Key: (size: Int, yes: Int)] = [:]
        for household in all.values {
            let key = Key(
                part: byType ? (household.isOfType ? 1 : 0) : household.formerWard,
                isIn: asked.map { $0.contains(household.id) }, weight: household.weight)
            counts[key, default: (0, 0)].size += 1
            if household.answers[answer] { counts[key, default: (0, 0)].yes += 1 }
        }
        let sorted = counts.sorted { Self.order($0.key, $1.key) }
        atoms = sorted.map(\.key)
        sizes = sorted.map(\.value.size)
        truth = sorted.map(\.value.yes)
        rowsOf = Array(repeating: [], count: atoms.count)
        for (number, page) in pages.enumerated() {
            for (domain, percent) in page.printed.sorted(by: { $0.key < $1.key }) {
                let own = atoms.indices.filter { atom in
                    guard atoms[atom].isIn[number] else { return false }
                    if domain.isEmpty { return true }
                    return byType
                        ? domain == "only60Plus" && atoms[atom].part == 1
                        : domain == "Ward \(atoms[atom].part)"
                }
                if own.isEmpty { continue }
                if !domain.isEmpty, byType != (domain == "only60Plus") { continue }
                let whole = own.reduce(0.0) { $0 + Double(sizes[$1]) * atoms[$1].weight }
                let households = own.reduce(0) { $0 + sizes[$1] }
                let (low, high): (Double, Double) =
                    switch percent {
                    case .underOne: (0, 0.5)
                    case .overNinetyNine: (99.5, 100)
                    case .whole(let whole): (Double(whole) - 0.5, Double(whole) + 0.5)
                    }
                add(
                    Row(
                        terms: own.map { ($0, atoms[$0].weight) }, low: low / 100 * whole - 1e-9,
                        high: high / 100 * whole + 1e-9))
                // Nobody prints a count under 10.
                add(
                    Row(terms: own.map { ($0, 1) }, low: 10, high: Double(households - 10)))
            }
        }
    }

    private static func order(_ one: Key, _ other: Key) -> Bool {
        if one.part != other.part { return one.part < other.part }
        if one.weight != other.weight { return one.weight < other.weight }
        return one.isIn.map { $0 ? 1 : 0 }.lexicographicallyPrecedes(other.isIn.map { $0 ? 1 : 0 })
    }

    private mutating func add(_ row: Row) {
        for term in row.terms { rowsOf[term.atom].append(rows.count) }
        rows.append(row)
    }

    /// Households of each part (and of the whole) who are on one page and not on the other, for every two pages:
    /// those of whom few say yes, or few say no.
    func secrets() -> [Secret] {
        let pages = atoms.first?.isIn.count ?? 0
        var secrets: [Secret] = []
        var seen: Set<[Int]> = []
        for first in 0..<pages {
            for second in 0..<pages where first != second {
                for part in [-1] + Set(atoms.map(\.part)).sorted() {
                    let own = atoms.indices.filter {
                        (part < 0 || atoms[$0].part == part) && atoms[$0].isIn[first]
                            && !atoms[$0].isIn[second]
                    }
                    let size = own.reduce(0) { $0 + sizes[$1] }
                    let yes = own.reduce(0) { $0 + truth[$1] }
                    guard size > 0, min(yes, size - yes) < 10, seen.insert(own).inserted else { continue }
                    secrets.append(secret(own, size: size, yes: yes))
                }
            }
        }
        return secrets
    }

    private func secret(_ own: [Int], size: Int, yes: Int) -> Secret {
        let needed = min(Self.enough, size + 1)
        var possible = 1
        // Counts next to the truth first: what is possible lies around it.
        for count in (0...size).sorted(by: { (abs($0 - yes), $0) < (abs($1 - yes), $1) }) where count != yes {
            if possible >= needed { break }
            if isPossible(own, count) { possible += 1 }
        }
        return Secret(households: size, possible: possible, needed: needed)
    }

    private func isPossible(_ own: [Int], _ count: Int) -> Bool {
        var search = self
        search.add(Row(terms: own.map { ($0, 1) }, low: Double(count), high: Double(count)))
        var bounds = sizes.map { 0...$0 }
        guard search.narrow(&bounds, from: Array(search.rows.indices)) else { return false }
        var left = Self.patience
        // Out of patience the reader gives the count up: it stays possible.
        return search.hasWay(bounds, &left) ?? true
    }

    /// Whether whole counts satisfy every row; nil where patience ends.
    ///
    /// Begins with the truth, drawn into the bounds, and mends the first row that it breaks.
    private func hasWay(_ bounds: [ClosedRange<Int>], _ left: inout Int) -> Bool? {
        let way = zip(truth, bounds).map { min(max($0, $1.lowerBound), $1.upperBound) }
        var broken: (row: Row, isOver: Bool)?
        for row in rows {
            let sum = row.terms.reduce(0) { $0 + $1.factor * Double(way[$1.atom]) }
            if sum > row.high + 1e-9 || sum < row.low - 1e-9 {
                broken = (row, sum > row.high)
                break
            }
        }
        guard let broken else { return true }
        let open = broken.row.terms.map(\.atom).filter { bounds[$0].count > 1 }
        guard let next = open.max(by: { bounds[$0].count < bounds[$1].count }) else { return false }
        func order(_ count: Int) -> (Int, Int) {
            let helps = broken.isOver ? count < way[next] : count > way[next]
            return (helps ? 0 : 1, abs(count - way[next]))
        }
        for count in bounds[next].sorted(by: { order($0) < order($1) }) {
            left -= 1
            if left <= 0 { return nil }
            var trial = bounds
            trial[next] = count...count
            guard narrow(&trial, from: rowsOf[next]) else { continue }
            guard let found = hasWay(trial, &left) else { return nil }
            if found { return true }
        }
        return false
    }

    /// Draws bounds together in every row, again and again; false where nothing is possible.
    private func narrow(_ bounds: inout [ClosedRange<Int>], from first: [Int]) -> Bool {
        var queue = first
        var isQueued = Set(first)
        while let number = queue.popLast() {
            isQueued.remove(number)
            let row = rows[number]
            var (low, high) = (0.0, 0.0)
            for term in row.terms {
                low += term.factor * Double(bounds[term.atom].lowerBound)
                high += term.factor * Double(bounds[term.atom].upperBound)
            }
            if low > row.high + 1e-9 || high < row.low - 1e-9 { return false }
            for term in row.terms {
                let old = bounds[term.atom]
                let (least, most) = (
                    term.factor * Double(old.lowerBound), term.factor * Double(old.upperBound)
                )
                let lower = max(
                    old.lowerBound, Int(((row.low - (high - most)) / term.factor - 1e-9).rounded(.up)))
                let upper = min(
                    old.upperBound, Int(((row.high - (low - least)) / term.factor + 1e-9).rounded(.down)))
                if lower > upper { return false }
                if lower...upper == old { continue }
                bounds[term.atom] = lower...upper
                low += term.factor * Double(lower) - least
                high += term.factor * Double(upper) - most
                for other in rowsOf[term.atom] where isQueued.insert(other).inserted { queue.append(other) }
            }
        }
        return true
    }
}
