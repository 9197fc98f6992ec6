extension Words {
    /// What would help: barriers that fall, savings, equipment, official counts.
    static let supportEnglish: [Word: String] = [
        .findingOnlyBarrierFirst:
            "Removing one barrier would open the way for most households: {step}. {value} of households are held up by it alone ({interval}); assuming that nothing else changes and they then pass that step.",
        .findingOnlyBarrier:
            "{value} of households are held up by one thing only: {step} ({interval}). Without it their way would be open, assuming that nothing else changes; the data do not tell whether another barrier would open it for more.",
    ]
}
