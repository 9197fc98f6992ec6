internal import SurveyStatistics

/// What a public page says of the survey in a sentence, without its words.
package enum PublishedStatement: Sendable, Equatable {
    /// The share of dossiers online, its interval and the ward's target, in whole per cents.
    case uptake(percent: Int, lower: Int, upper: Int, target: Int)
    /// Since a month, "2025-10"; "" where it is not known.
    case rose(since: String)
    case fell(since: String)
    case changeOpen(since: String)
    /// The questions cover so many months, so no change can be told before a month, where one is known.
    case changeOverlap(referenceMonths: Int, comparableFrom: String?)
    case mainBarrier(CascadeStep)

    /// What two statements have in common that speak of one thing: a page makes one statement of each.
    package enum Topic: Sendable, CaseIterable { case uptake, change, mainBarrier }

    package var topic: Topic {
        switch self {
        case .uptake: .uptake
        case .rose, .fell, .changeOpen, .changeOverlap: .change
        case .mainBarrier: .mainBarrier
        }
    }
}

extension PublishedStatement {
    /// What a report says to everyone, in the order of the page.
    static func all(_ report: ReadinessReport, target: Double) -> [PublishedStatement] {
        var statements: [PublishedStatement] = []
        if let uptake = report.estimate(.onlineUptakeDossiers)?.shown, let interval = uptake.interval {
            let percents = [uptake.value, interval.lower, interval.upper, target].map {
                Int(($0 * 100).rounded())
            }
            statements.append(
                .uptake(percent: percents[0], lower: percents[1], upper: percents[2], target: percents[3]))
        }
        let since = report.change?.previousMonth ?? ""
        for finding in report.findings {
            switch finding.code {
            case .uptakeRose: statements.append(.rose(since: since))
            case .uptakeFell: statements.append(.fell(since: since))
            case .uptakeChangeNotTellable:
                statements.append(
                    finding.overlap.map {
                        .changeOverlap(referenceMonths: $0.referenceMonths, comparableFrom: $0.comparableFrom)
                    } ?? .changeOpen(since: since))
            case .mainBarrier:
                let step = CascadeStep.barriers.first {
                    Indicator.barrier($0) == finding.figures.first?.indicator
                }
                if let step { statements.append(.mainBarrier(step)) }
            default: break
            }
        }
        return statements
    }
}
