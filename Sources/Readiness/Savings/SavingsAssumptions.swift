internal import SurveyData

/// What one dossier at the counter costs. Every number is an assumption of the ward's, none is measured.
package struct SavingsAssumptions: Sendable, Equatable {
    /// Months that the survey's question on dossiers covers, 1…12: what the codebook says of it goes first.
    package let referenceMonths: Int
    /// Visits to the counter that a dossier takes on paper and does not take online.
    package let visitsPerDossier: Double
    /// Minutes of a counter that a dossier takes on paper and does not take online.
    package let counterMinutesPerDossier: Double
    /// Minutes of a household that a visit takes, the way there and back included.
    package let householdMinutesPerVisit: Double
    /// What a visit costs a household, in đồng; no fee, no time.
    package let costPerVisit: Double

    package init(
        referenceMonths: Int, visitsPerDossier: Double, counterMinutesPerDossier: Double,
        householdMinutesPerVisit: Double, costPerVisit: Double
    ) {
        self.referenceMonths = referenceMonths
        self.visitsPerDossier = visitsPerDossier
        self.counterMinutesPerDossier = counterMinutesPerDossier
        self.householdMinutesPerVisit = householdMinutesPerVisit
        self.costPerVisit = costPerVisit
    }

    /// Where a playbook does not say; the reasons stand beside the same numbers in the built-in playbook.
    package static let usual = SavingsAssumptions(
        referenceMonths: Codebook.usualReferenceMonths, visitsPerDossier: 1.4, counterMinutesPerDossier: 15,
        householdMinutesPerVisit: 60,
        costPerVisit: 20_000)

    /// The same where the question covers so many months; nil changes nothing.
    package func covering(_ months: Int?) -> SavingsAssumptions {
        SavingsAssumptions(
            referenceMonths: months ?? referenceMonths, visitsPerDossier: visitsPerDossier,
            counterMinutesPerDossier: counterMinutesPerDossier,
            householdMinutesPerVisit: householdMinutesPerVisit,
            costPerVisit: costPerVisit)
    }

    /// What so many dossiers save that no longer come to the counter.
    package func saved(byDossiers dossiers: Double) -> SavedAmounts {
        let visits = dossiers * visitsPerDossier
        return SavedAmounts(
            dossiers: dossiers, visits: visits, counterHours: dossiers * counterMinutesPerDossier / 60,
            householdHours: visits * householdMinutesPerVisit / 60, cost: visits * costPerVisit)
    }
}
