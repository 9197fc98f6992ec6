/// Decides figure by figure what else must be hidden, then shows again what need not be.
///
/// Hiding more never narrows a range, so small figures can be protected one after another; choosing the fewest is
/// NP-hard, so this is a heuristic: the cheapest single figure that suffices, else the one that helps most, else
/// everything next to it.
///
/// - Source: M. Fischetti and J. J. Salazar, Solving the Cell Suppression Problem on Tabular Data with Linear
///   Constraints (Management Science 47, 2001), for the attacker's problem; the choice is our own.
struct SuppressionSearch {
    let system: DisclosureSystem
    let settings: DisclosureSettings
    private(set) var shown: [Bool]
    private(set) var known: [Bool]
    /// Small figures that must be protected, in the order of their ids.
    private let small: [Int]
    /// Small figures that are not protected whatever is hidden.
    private(set) var unprotected: [UnprotectedFigure] = []
    private var finder: RangeFinder
    private var ranges: [Int: DisclosureRange] = [:]
    private var needs: [Int: Int] = [:]

    init(_ system: DisclosureSystem, settings: DisclosureSettings) {
        self.system = system
        self.settings = settings
        finder = RangeFinder(system, settings: settings)
        let figures = system.figures
        small = figures.indices.filter {
            figures[$0].isSensitive && settings.isSmall(count: figures[$0].count, base: figures[$0].base)
        }.sorted { figures[$0].id < figures[$1].id }
        shown = figures.map { figure in
            switch figure.standing {
            case .published: true
            case .neverShown, .withheld: false
            case .offered: !settings.isSmall(count: figure.count, base: figure.base)
            }
        }
        known = shown
        for figure in figures.indices { updateKnown(figure) }
        for figure in small { protect(figure) }
        showAgain(figures.indices.filter { figures[$0].standing == .offered && !shown[$0] })
    }

    private func need(_ figure: Int) -> Int {
        let (count, base) = (system.figures[figure].count, system.figures[figure].base)
        return min(settings.protection, settings.smallCounts(count: count, base: base).count)
    }

    private mutating func range(_ figure: Int) -> DisclosureRange {
        finder.range(figure, known: known) ?? DisclosureRange.none
    }

    private mutating func protect(_ figure: Int) {
        let needed = need(figure)
        var found = range(figure)
        var hidden: [Int] = []
        var isLastResort = false
        while found.counts < needed {
            let candidates = candidates(figure, isLastResort: isLastResort)
            if candidates.isEmpty {
                if isLastResort { break }
                isLastResort = true
                continue
            }
            let chosen = bestCandidate(candidates, for: figure, from: found.counts, needed: needed)
            // Nothing helps alone: in a table of two ways, a second row and a second column are needed together.
            for candidate in chosen.map({ [$0] }) ?? candidates {
                hidden += unlocked(candidate)
                hide(unlocked(candidate))
            }
            found = range(figure)
        }
        ranges[figure] = found
        needs[figure] = min(needed, found.counts)
        if found.counts < needed {
            unprotected.append(
                UnprotectedFigure(
                    id: system.figures[figure].id, possibleCounts: found.counts, neededCounts: needed))
        }
        if hidden.count > 1 { showAgain(hidden) }
    }

    /// The first candidate that suffices alone, else the one that widens the range most.
    private mutating func bestCandidate(
        _ candidates: [Int], for figure: Int, from counts: Int, needed: Int
    ) -> Int? {
        var best: (candidate: Int, counts: Int)?
        for candidate in candidates {
            let group = unlocked(candidate)
            hide(group)
            let reached = finder.range(figure, through: candidate, known: known)?.counts ?? 0
            for member in group { setShown(member, true) }
            if reached >= needed { return candidate }
            if reached > best?.counts ?? counts { best = (candidate, reached) }
        }
        return best?.candidate
    }

    /// Known figures beside the unknown ones around `figure` that could be made unknown, the cheapest first.
    private func candidates(_ figure: Int, isLastResort: Bool) -> [Int] {
        let (unknown, equations) = system.connected(figure, known: known)
        // A figure that another's base tells must be made unknown before anything else can help.
        let around =
            known[figure]
            ? [figure] : Set(equations.flatMap { system.equations[$0].map(\.figure) }).union(unknown)
        return around.filter { other in
            let group = unlocked(other)
            return known[other] && !group.isEmpty
                && group.allSatisfy {
                    let member = system.figures[$0]
                    return member.standing == .offered && (isLastResort || !member.isLastResort)
                }
        }.sorted(by: isCheaper)
    }

    /// The shown figures that must be hidden for `figure` to be unknown.
    private func unlocked(_ figure: Int) -> [Int] {
        ([figure] + system.basedOn[figure]).filter { shown[$0] }
    }

    private func isCheaper(_ one: Int, _ other: Int) -> Bool {
        let (one, other) = (system.figures[one], system.figures[other])
        if one.isLastResort != other.isLastResort { return other.isLastResort }
        return (one.base, one.id) < (other.base, other.id)
    }

    /// Shows what need not be hidden, the dearest first.
    ///
    /// Afterwards no figure hidden for others' sake follows from the equations, as showing it would have cost nothing;
    /// unless its base would tell.
    private mutating func showAgain(_ hidden: [Int]) {
        for figure in hidden.sorted(by: { isCheaper($1, $0) }) where !isSmall(figure) {
            setShown(figure, true)
            let isNew = Set([figure, system.baseOf[figure] ?? figure])
            let touched = small.filter { !(ranges[$0]?.moved.isDisjoint(with: isNew) ?? true) }
            var changed: [Int: DisclosureRange] = [:]
            for other in touched {
                let new = range(other)
                if new.counts < needs[other] ?? 0 { break }
                changed[other] = new
            }
            if changed.count == touched.count {
                ranges.merge(changed) { $1 }
            } else {
                setShown(figure, false)
            }
        }
    }

    private func isSmall(_ figure: Int) -> Bool {
        settings.isSmall(count: system.figures[figure].count, base: system.figures[figure].base)
    }

    private mutating func hide(_ group: [Int]) {
        for figure in group { setShown(figure, false) }
    }

    private mutating func setShown(_ figure: Int, _ isShown: Bool) {
        shown[figure] = isShown
        updateKnown(figure)
        if let base = system.baseOf[figure] { updateKnown(base) }
    }

    private mutating func updateKnown(_ figure: Int) {
        known[figure] =
            shown[figure] || system.figures[figure].base == 0
            || system.basedOn[figure].contains { shown[$0] }
    }
}
