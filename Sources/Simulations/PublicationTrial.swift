internal import Basics
internal import Foundation
internal import Readiness

/// What readers of several public pages work out of late, new and lost households: with every run's page published,
/// and with the ledger of published cells.
struct PublicationTrial {
    /// What happens before each page, after the first.
    enum Event { case late, turn }

    let name: String
    let events: [Event]
    var hasWeights = false
    var formerWards = 3...7

    static let all = [
        PublicationTrial(name: "2 pages of one month", events: [.late]),
        PublicationTrial(name: "2 months", events: [.turn]),
        PublicationTrial(name: "3 pages, 2 months", events: [.late, .turn]),
        PublicationTrial(name: "6 pages, 4 months", events: [.turn, .late, .turn, .late, .turn]),
        PublicationTrial(
            name: "6 pages, 4 months, weights", events: [.turn, .late, .turn, .late, .turn], hasWeights: true),
    ]

    static func printAll(draws: Int) throws {
        print("seeds 1…\(draws) of each; households whose number of \"yes\" is known exactly")
        for trial in all {
            var (before, after) = (PublicationTally(), PublicationTally())
            let threads = ProcessInfo.processInfo.activeProcessorCount
            let outcomes = try parallelMap(draws, threads: threads) { try trial.run(seed: UInt64($0 + 1)) }
            for outcome in outcomes {
                before.add(outcome.everyPage)
                after.add(outcome.ledger)
            }
            print("\(trial.name), every page published: \(before.text)")
            print("\(trial.name), ledger and --republish: \(after.text)")
            let seeds = outcomes.indices.filter { outcomes[$0].ledger.exposed > 0 }.map { String($0 + 1) }
            if !seeds.isEmpty { print("  by seeds \(seeds.joined(separator: ", "))") }
            // Each is seen at once, in a file too.
            fflush(nil)
        }
    }

    /// Runs the events; whoever runs the program tries `--republish` each time.
    func run(seed: UInt64) throws -> (everyPage: PublicationTally, ledger: PublicationTally) {
        var panel = PublicationPanel(seed: seed, formerWards: formerWards, hasWeights: hasWeights)
        var month = 1
        var ledger = PublicationLedger(groups: ["G"], formerWards: [], isSynthetic: false)
        var (everyPage, ledgerPages): ([Seen], [Seen]) = ([], [])
        var (plain, ruled) = (PublicationTally(draws: 1), PublicationTally(draws: 1))
        for event in [Event?.none] + events.map(Optional.some) {
            switch event {
            case .late: panel.comeLate()
            case .turn:
                panel.turn()
                month += 1
            case nil: break
            }
            let page = try panel.page(month)
            everyPage.append(Seen(page: page, asked: panel.households))
            plain.add(page)
            let start = Date()
            if let published = try published(page, ledger) {
                ledger = ledger.adding(published, groups: ["G"], formerWards: [])
                ledgerPages.append(Seen(page: published, asked: panel.households))
                ruled.add(published)
            }
            ruled.seconds += Date().timeIntervalSince(start)
        }
        plain.add(secrets(everyPage))
        ruled.add(secrets(ledgerPages))
        return (plain, ruled)
    }

    private struct Seen {
        let page: PublishedPage
        let asked: [PublicationPanel.Household]
    }

    /// The page that is published, where that is a new one.
    private func published(_ page: PublishedPage, _ ledger: PublicationLedger) throws -> PublishedPage? {
        do {
            let publication = try Publication(page, after: ledger, isReplacing: true)
            return publication.isNew ? publication.page : nil
        } catch is PublicationRefusal {
            return nil
        }
    }

    private func secrets(_ pages: [Seen]) -> [PublicationAttack.Secret] {
        PublicationPanel.indicators.enumerated().flatMap { answer, indicator in
            let known = pages.map { seen in
                var printed: [String: PublishedPercent] = [:]
                for cell in seen.page.cells where cell.indicator == indicator && !seen.page.isStopped {
                    if case .rate(let percent, _) = cell.content { printed[cell.domain.code] = percent }
                }
                return PublicationAttack.Page(printed: printed, asked: seen.asked)
            }
            return [false, true].flatMap { byType in
                PublicationAttack(known, answer: answer, byType: byType).secrets()
            }
        }
    }
}

/// Sums over draws.
struct PublicationTally {
    var draws = 0
    private(set) var secrets = 0
    private(set) var recovered = 0
    private(set) var exposed = 0
    /// Households in sets whose count is known exactly.
    private(set) var households = 0
    private(set) var drawsWithRecovery = 0
    private(set) var cells = 0
    private(set) var shown = 0
    private(set) var pages = 0
    var seconds = 0.0

    init(draws: Int = 0) { self.draws = draws }

    mutating func add(_ found: [PublicationAttack.Secret]) {
        secrets += found.count
        let known = found.filter(\.isRecovered)
        recovered += known.count
        households += known.reduce(0) { $0 + $1.households }
        exposed += found.count(where: \.isExposed)
        drawsWithRecovery += known.isEmpty ? 0 : 1
    }

    mutating func add(_ page: PublishedPage) {
        pages += 1
        cells += page.cells.count
        shown += page.isStopped ? 0 : page.cells.count(where: \.isShown)
    }

    mutating func add(_ other: PublicationTally) {
        draws += other.draws
        secrets += other.secrets
        recovered += other.recovered
        exposed += other.exposed
        households += other.households
        drawsWithRecovery += other.drawsWithRecovery
        cells += other.cells
        shown += other.shown
        pages += other.pages
        seconds += other.seconds
    }

    var text: String {
        "\(pages) pages, \(percent(Double(shown) / Double(max(cells, 1))))% of cells shown; of \(secrets) small counts "
            + "\(recovered) known exactly (\(households) households, in \(drawsWithRecovery) of \(draws) draws), \(exposed) "
            + "with under 5 possible values"
            + (seconds > 0 ? "; rule \(decimal(seconds * 1000 / Double(max(pages, 1)), 1)) ms a page" : "")
    }
}
