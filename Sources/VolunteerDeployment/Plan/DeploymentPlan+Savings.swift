package import Readiness

extension DeploymentPlan {
    /// The months in which the plan's expected dossiers are filed, as the playbook counts them.
    package static let gainMonths = 3

    /// What the plan saves a month: expected households that file alone because of it × their expected dossiers.
    ///
    /// Supposes that each of these dossiers would have come to the counter. Not a survey estimate: it has the
    /// playbook's assumptions for its base, and no sampling interval.
    package func saved(_ assumptions: SavingsAssumptions) -> SavedAmounts {
        assumptions.saved(byDossiers: expectedGain / Double(Self.gainMonths))
    }
}
