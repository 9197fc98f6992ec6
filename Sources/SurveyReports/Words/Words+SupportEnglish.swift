extension Words {
    /// What would help: barriers that fall, savings, equipment, official counts.
    static let supportEnglish: [Word: String] = [
        .findingOnlyBarrierFirst:
            "Removing one barrier would open the way for most households: {step}. {value} of households are held up by it alone ({interval}); assuming that nothing else changes and they then pass that step.",
        .findingOnlyBarrier:
            "{value} of households are held up by one thing only: {step} ({interval}). Without it their way would be open, assuming that nothing else changes; the data do not tell whether another barrier would open it for more.",
        .savingsTitle: "What filing online would save",
        .savingsSentence:
            "If {target} of dossiers were filed online, there would be about {visits} fewer visits to the counter a month ({visitsInterval}): {counterHours} hours of work at the counter ({counterHoursInterval}), {householdHours} hours ({householdHoursInterval}) and {cost} million VND ({costInterval}) of residents.",
        .savingsSentencePer100:
            "If {target} of dossiers were filed online, for each 100 households asked there would be about {visits} fewer visits to the counter a month ({visitsInterval}): {counterHours} hours of work at the counter ({counterHoursInterval}), {householdHours} hours ({householdHoursInterval}) and {cost} million VND ({costInterval}) of residents. This does not speak of the whole ward.",
        .savingsHidden: "Not enough data to say what filing online would save.",
        .savingsPlan:
            "The plan of visits below alone: about {visits} fewer visits to the counter a month, {counterHours} hours of work at the counter, {householdHours} hours and {cost} million VND of residents ({dossiers} more dossiers filed alone). This is what the playbook's assumptions lead to, each of these dossiers counted as one for the counter; it is no estimate of the survey.",
        .savingsTable: "Saved a month if the target of {target} were reached (in brackets: 95% interval)",
        .savingsTablePer100:
            "Saved a month for each 100 households asked if the target of {target} were reached (in brackets: 95% interval)",
        .savingsAssumptions:
            "Assumptions (change them under savings in playbook.yaml): the question on dossiers covers {months} months; a dossier at the counter takes {visitsPerDossier} visits and {counterMinutes} minutes of the counter; a visit takes {householdMinutes} minutes and {cost} VND of the household (no fees, no lost earnings). The 95% intervals hold sampling error only, not that of these assumptions. Households that did not answer count as those that did; groups without interviews are not counted.",
        .savingsTruncated:
            "Where an interval begins at 0 the target may be met already (what lies below 0 is cut off).",
        .savingsWhole: "Whole survey",
        .columnPart: "Where",
        .columnVisitsAvoided: "Counter visits",
        .columnCounterHours: "Counter hours",
        .columnHouseholdHours: "Residents' hours",
        .columnCost: "Residents' million VND",
        .columnAnswered: "Households answered",
    ]
}
