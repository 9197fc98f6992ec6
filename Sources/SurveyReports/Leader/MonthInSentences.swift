internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

/// The month in five sentences, and what else it says.
struct MonthInSentences {
    struct Sentence: Sendable, Equatable {
        let text: String
        /// Says what is not known.
        let isOpen: Bool
    }

    let first: [Sentence]
    let others: [Sentence]

    /// The uptake, whether it changed, the main barrier, who gets most help, what an hour more would bring; where one of
    /// these is missing, the next finding.
    init(_ content: ReportContent, words: Words) {
        let since = content.report.change?.previousMonth
        let claims = content.report.findings.filter { $0.certainty != .note }
        func sentence(_ finding: Finding) -> Sentence {
            Sentence(text: words.sentence(finding, since: since), isOpen: finding.certainty == .open)
        }
        let leading = Self.leading.compactMap { codes in claims.first { codes.contains($0.code) } }
        let plan = PlanSentences(content, words: words)
        let planned = [plan.mostHelped, plan.hours].compactMap(\.self).map {
            Sentence(text: $0, isOpen: false)
        }
        let rest = claims.filter { claim in !leading.contains { $0.code == claim.code } }
        let spare = max(0, Self.count - leading.count - planned.count)
        first = leading.map(sentence) + rest.prefix(spare).map(sentence) + planned
        others = rest.dropFirst(spare).map(sentence)
    }

    private static let count = 5

    private static let leading: [Set<Finding.Code>] = [
        [.uptakeBelowTarget, .uptakeAboveTarget, .uptakeNotTellable],
        [.uptakeRose, .uptakeFell, .uptakeChangeNotTellable],
        [.mainBarrier, .mainBarrierNotTellable],
    ]
}

/// What a plan says in a sentence each.
struct PlanSentences {
    private let plan: DeploymentPlan?
    private let registry: Registry
    private let words: Words

    init(_ content: ReportContent, words: Words) {
        plan = content.deployment?.plan
        registry = content.survey.registry
        self.words = words
    }

    /// The three groups with most visits, and who makes them; nil without visits.
    var mostHelped: String? {
        guard let plan, !plan.visits.isEmpty else { return nil }
        let ranked = plan.groups.sorted { left, right in
            let counts = (left.visits.values.reduce(0, +), right.visits.values.reduce(0, +))
            return counts.0 == counts.1 ? left.group < right.group : counts.0 > counts.1
        }
        let groups = ranked.prefix(3).map { support in
            let forces = Force.allCases.compactMap { force in
                support.visits[force].map { "\(words.name(force)) \(words.numbers.integer($0))" }
            }
            return words.text(
                .visitsOfGroup,
                [
                    "group": label(support.group),
                    "count": words.numbers.integer(support.visits.values.reduce(0, +)),
                    "forces": forces.joined(separator: ", "),
                ])
        }
        return words.text(.planMost, ["groups": groups.joined(separator: "; ")])
    }

    /// What one more hour of each force would bring, and where; nil where no force has a price.
    var hours: String? {
        let hours = (plan?.prices ?? []).compactMap { price in
            price.oneMoreHour.map { hour in
                words.text(
                    hour.isOneNumber ? .planHourOf : .planHourRangeOf,
                    [
                        "force": words.name(price.force), "group": label(hour.group),
                        "gain": words.numbers.decimal(hour.first, digits: 2),
                        "least": words.numbers.decimal(hour.ofADay, digits: 2),
                    ])
            }
        }
        return hours.isEmpty ? nil : words.text(.planHoursSentence, ["hours": hours.joined(separator: "; ")])
    }

    private func label(_ group: GroupID) -> String { registry[group]?.label ?? group.text }
}
