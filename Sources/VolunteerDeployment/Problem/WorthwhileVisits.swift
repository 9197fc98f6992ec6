internal import SurveyData

/// Which visits are worth the time that they take.
///
/// A visit is not made where it brings fewer dossiers than `leastGain`, or less than the share `leastOfPrice` of
/// what its minutes bring elsewhere. What minutes bring elsewhere is the rate of the last visit that a force has
/// time for when it takes the best first; nothing where it has time for all.
struct WorthwhileVisits {
    private let settings: PlaybookSettings
    /// By force: expected dossiers in a minute.
    private let prices: [Force: Double]

    /// - Parameter kindOf: by volunteer: place of its kind.
    init(
        _ cells: [NeedCell], volunteers: [Volunteer], kinds: [VolunteerKind], kindOf: [Int],
        settings: PlaybookSettings
    ) {
        self.settings = settings
        var minutes: [Force: Int] = [:]
        var present: [Force: Set<Int>] = [:]
        for (volunteer, kind) in zip(volunteers, kindOf) {
            minutes[volunteer.force, default: 0] += settings.visitMinutes(of: volunteer.minutes)
            present[volunteer.force, default: []].insert(kind)
        }
        prices = minutes.reduce(into: [:]) { prices, force in
            let own = (present[force.key] ?? []).sorted()
            let visits = cells.filter { $0.visitKind != .session }.compactMap { cell in
                own.compactMap { cell.options[$0] }.max { $0.rate < $1.rate }.map { (cell.count, $0) }
            }
            var left = force.value
            prices[force.key] =
                visits.sorted { $0.1.rate > $1.1.rate }.first { count, visit in
                    left -= count * visit.minutes
                    return left < 0
                }?.1.rate
        }
    }

    /// The cells with those visits only.
    func kept(_ cells: [NeedCell]) -> [NeedCell] {
        cells.map { cell in
            cell.visitKind == .session ? cell : cell.with(options: cell.options.map { $0.flatMap(kept) })
        }
    }

    private func kept(_ visit: ExpectedVisit) -> ExpectedVisit? {
        let elsewhere = (prices[visit.help.force] ?? 0) * Double(visit.minutes)
        return visit.gain >= max(settings.leastGain, settings.leastOfPrice * elsewhere) ? visit : nil
    }
}
