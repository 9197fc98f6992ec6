internal import Readiness
internal import VolunteerDeployment

extension LeaderPage {
    /// What filing online would save at the target and under the plan.
    var savings: HTML {
        guard let savings = content.savings else { return .empty }
        let target = words.numbers.percent(savings.target)
        let assumptions = savings.assumptions
        var parts: [HTML] = [.element("h2", text: words.text(.savingsTitle))]
        if let whole = savings.all, whole.isShown {
            let word: Word = savings.basis == .represented ? .savingsSentence : .savingsSentencePer100
            parts.append(.element("p", text: words.text(word, sums(whole, assumptions, target))))
        } else {
            parts.append(.element("p", [("class", "open")], text: words.text(.savingsHidden)))
        }
        if let plan = content.deployment?.plan {
            parts.append(.element("p", text: words.text(.savingsPlan, sums(plan.saved(assumptions)))))
        }
        let shown = savings.atTarget.filter { $0.domain.kind != .residentialGroup }
        parts.append(tables.savings?.html(words) ?? .empty)
        if shown.contains(where: \.isTruncated) {
            parts.append(.element("p", [("class", "soft")], text: words.text(.savingsTruncated)))
        }
        parts.append(
            .element(
                "p", [("class", "soft")],
                text: words.text(
                    .savingsAssumptions,
                    [
                        "months": words.numbers.integer(assumptions.referenceMonths),
                        "visitsPerDossier": words.numbers.plain(assumptions.visitsPerDossier),
                        "counterMinutes": words.numbers.plain(assumptions.counterMinutesPerDossier),
                        "householdMinutes": words.numbers.plain(assumptions.householdMinutesPerVisit),
                        "cost": words.numbers.plain(assumptions.costPerVisit),
                    ])))
        return .element("section", [], parts)
    }

    static let amounts: [(name: String, of: @Sendable (SavedAmounts) -> Double)] = [
        ("visits", { $0.visits }), ("counterHours", { $0.counterHours }),
        ("householdHours", { $0.householdHours }), ("cost", { $0.cost / 1_000_000 }),
    ]

    private func sums(_ saved: SavedAmounts) -> [String: String] {
        var values = ["dossiers": words.numbers.rounded(saved.dossiers)]
        for amount in Self.amounts { values[amount.name] = words.numbers.rounded(amount.of(saved)) }
        return values
    }

    private func sums(
        _ part: DomainSavings, _ assumptions: SavingsAssumptions, _ target: String
    ) -> [String: String] {
        guard let value = part.value, let lower = part.lower, let upper = part.upper else { return [:] }
        var values = sums(assumptions.saved(byDossiers: value))
        values["target"] = target
        for amount in Self.amounts {
            values[amount.name + "Interval"] = words.numbers.roundedSpan(
                amount.of(assumptions.saved(byDossiers: lower)),
                amount.of(assumptions.saved(byDossiers: upper)))
        }
        return values
    }

}
