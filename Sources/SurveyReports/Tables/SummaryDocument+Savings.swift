internal import Readiness
internal import SurveyStatistics
internal import VolunteerDeployment

extension SummaryDocument {
    /// What would be saved a month at the target and under the plan, with the assumptions; null where not asked.
    var savings: JSONValue {
        guard let savings = content.savings else { return .null }
        let assumptions = savings.assumptions
        return .object([
            ("basis", .text(savings.basis.rawValue)),
            ("target", .number(savings.target)),
            (
                "assumptions",
                .object([
                    ("referenceMonths", .integer(assumptions.referenceMonths)),
                    ("visitsPerDossier", .number(assumptions.visitsPerDossier)),
                    ("counterMinutesPerDossier", .number(assumptions.counterMinutesPerDossier)),
                    ("householdMinutesPerVisit", .number(assumptions.householdMinutesPerVisit)),
                    ("costPerVisit", .number(assumptions.costPerVisit)),
                ])
            ),
            ("atTarget", .list(savings.atTarget.map { atTarget($0, assumptions) })),
            ("underPlan", underPlan(assumptions)),
        ])
    }

    private func atTarget(_ part: DomainSavings, _ assumptions: SavingsAssumptions) -> JSONValue {
        let error = part.standardError.map(assumptions.saved(byDossiers:))
        let value = part.value.map(assumptions.saved(byDossiers:))
        let lower = part.lower.map(assumptions.saved(byDossiers:))
        let upper = part.upper.map(assumptions.saved(byDossiers:))
        func amount(_ of: KeyPath<SavedAmounts, Double>) -> JSONValue {
            .object([
                ("value", .optional(value?[keyPath: of])),
                ("standardError", .optional(error?[keyPath: of])),
                ("lower", .optional(lower?[keyPath: of])), ("upper", .optional(upper?[keyPath: of])),
            ])
        }
        return .object([
            ("domainKind", .text(part.domain.kind.name)), ("domainName", .text(words.name(part.domain))),
            ("domainCode", .text(part.domain.code)),
            ("households", .number(part.households)), ("base", .integer(part.base)),
            ("missing", .integer(part.missing)), ("shown", .bool(part.isShown)),
            ("reason", .optional(part.reason?.rawValue)), ("truncated", .bool(part.isTruncated)),
            ("dossiers", amount(\.dossiers)), ("visits", amount(\.visits)),
            ("counterHours", amount(\.counterHours)), ("householdHours", amount(\.householdHours)),
            ("cost", amount(\.cost)),
        ])
    }

    private func underPlan(_ assumptions: SavingsAssumptions) -> JSONValue {
        guard let plan = content.deployment?.plan else { return .null }
        let saved = plan.saved(assumptions)
        return .object([
            ("dossiers", .number(saved.dossiers)), ("visits", .number(saved.visits)),
            ("counterHours", .number(saved.counterHours)),
            ("householdHours", .number(saved.householdHours)), ("cost", .number(saved.cost)),
        ])
    }
}
