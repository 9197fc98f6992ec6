internal import LinearPrograms

/// Whether public pages, all read together, leave the answers of few households open: one indicator of all pages.
///
/// The reader is taken to know more than any does: every base, who stands in it and with what weight, that a rate is
/// rounded to whole per cents, that what is shown is not small, and that whoever answered several times said the same
/// each time. Where the pages contradict that, the reader supposes up to twice as many changed answers as they force.
///
/// Judged are the hidden cells of every page, the households that no cell counts (of the whole, without one kind),
/// and of every two pages the households that stand in one cell, or in what it leaves of the whole, and not in the
/// other: who came late, who came in, who left. A count that can be small keeps at least `keptCounts` possible values, or
/// all where there are no more.
///
/// - Source: A. Hundepool et al., Statistical Disclosure Control (2012), ch. 4 (linked tables, the attacker's problem).
struct ReleaseTest {
    /// So many counts stay possible, at least.
    static let keptCounts = 5
    /// Under so many households with different weights counts are tried in whole numbers.
    private static let few = 20

    private let limit: Int
    /// So many counts of fractions of households more than of whole ones settle it: whole counts miss some of what
    /// fractions reach.
    private static let margin = 2

    private let program: ReleaseProgram
    private let targets: [ReleaseTarget]
    /// Answers that satisfy all that is published; what they say of a target is possible.
    private var ways: [[Double]]
    /// Those in whole numbers.
    private var wholeWays: [[Double]] = []
    private let hasUnequalWeights: Bool

    /// - Throws: `LinearProgramError` where the engine finds no optimum.
    init(
        _ pages: [PublishedPage], _ atoms: ReleaseAtoms, indicator: Indicator, limit: Int = 10
    ) throws {
        self.limit = limit
        var atoms = atoms
        hasUnequalWeights = atoms.hasUnequalWeights
        if hasUnequalWeights {
            // Of few households each weight counts.
            let targets = ReleaseTarget.all(pages, atoms, indicator: indicator)
            atoms = atoms.apart(Set(targets.filter { $0.base < Self.few }.flatMap(\.atoms)))
        }
        targets = ReleaseTarget.all(pages, atoms, indicator: indicator)
        program = try ReleaseProgram(pages, atoms, indicator: indicator, limit: limit)
        ways = [program.start]
    }

    /// The first target whose counts are known too closely; nil: none.
    mutating func firstBreach() throws -> ReleaseTarget? {
        // One programme's answers open many targets at once.
        let all = targets.flatMap(\.atoms)
        for sign in [1.0, -1.0] where !targets.isEmpty { ways.append(try program.extreme(all, sign: sign)) }
        return try targets.first { try !holds($0) }
    }

    /// Whether a target of the same pages, perhaps with other cells hidden, keeps enough counts.
    mutating func holds(_ target: ReleaseTarget) throws -> Bool {
        if target.base == 0 { return true }
        if hasUnequalWeights, target.base < Self.few { return try holdsInWholeNumbers(target) }
        if isWide(range(target), target) { return true }
        for sign in [1.0, -1.0] {
            ways.append(try program.extreme(target.atoms, sign: sign))
            if isWide(range(target), target) { return true }
        }
        if isNeverSmall(range(target), target) { return true }
        return try holdsInWholeNumbers(target, among: range(target))
    }

    /// Whether enough counts are possible in whole numbers: each is tried, from the middle on. Fractions of a household
    /// would make up for what whole ones cannot, those of a great weight most.
    ///
    /// - Parameter counts: no others are possible.
    private mutating func holdsInWholeNumbers(
        _ target: ReleaseTarget, among counts: ClosedRange<Int>? = nil
    ) throws -> Bool {
        let counts = (counts ?? 0...target.base).filter { isSmall($0, target) }
        let needed = min(Self.keptCounts, (0...target.base).count { isSmall($0, target) })
        if counts.count < needed { return false }
        func count(_ way: [Double]) -> Int { target.atoms.reduce(0) { $0 + Int(way[$1]) } }
        var found = Set(wholeWays.map(count).filter { isSmall($0, target) })
        let middle = Int(target.atoms.reduce(0) { $0 + ways[0][$1] }.rounded())
        for count in counts.sorted(by: { (abs($0 - middle), $0) < (abs($1 - middle), $1) })
        where found.count < needed && !found.contains(count) {
            guard let way = try program.wholeWay(target.atoms, count: count) else { continue }
            wholeWays.append(way)
            found.insert(count)
        }
        return found.count >= needed
    }

    /// The counts that are known to be possible.
    private func range(_ target: ReleaseTarget) -> ClosedRange<Int> {
        let counts = ways.map { way in target.atoms.reduce(0) { $0 + way[$1] } }
        let least = Int(((counts.min() ?? 0) - 1e-6).rounded(.up))
        let most = Int(((counts.max() ?? 0) + 1e-6).rounded(.down))
        return least...max(least, most)
    }

    /// Whether so many counts are possible that whole numbers need not be tried.
    private func isWide(_ range: ClosedRange<Int>, _ target: ReleaseTarget) -> Bool {
        range.count { isSmall($0, target) } >= Self.keptCounts + Self.margin
    }

    /// Whether a count counts: of a cell known to be small, a small one.
    private func isSmall(_ count: Int, _ target: ReleaseTarget) -> Bool {
        !target.isSmall || min(count, target.base - count) < limit
    }

    private func isNeverSmall(_ range: ClosedRange<Int>, _ target: ReleaseTarget) -> Bool {
        !target.isSmall && range.lowerBound >= limit && range.upperBound <= target.base - limit
    }
}
