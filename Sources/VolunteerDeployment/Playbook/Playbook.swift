package import Readiness
package import SurveyData

/// Who can help over which barrier, for how many minutes and with what chance: the ward's own assumptions.
///
/// ```swift
/// let playbook = try Playbook.builtIn()
/// let help = playbook.help(over: [.eID, .knowledge], by: .police)  // e-ID only: 30 minutes
/// ```
package struct Playbook: Sendable, Equatable {
    package let name: String
    package let settings: PlaybookSettings
    /// By step of `CascadeStep.barriers`; a step that is absent can be helped by no one.
    package let barriers: [CascadeStep: BarrierRule]
    /// By task code.
    package let taskWords: [String: TaskWords]
    /// What a dossier at the counter costs.
    package let savings: SavingsAssumptions
    /// How shared points are placed.
    package let equipment: EquipmentSettings

    package init(
        name: String, settings: PlaybookSettings, barriers: [CascadeStep: BarrierRule],
        taskWords: [String: TaskWords], savings: SavingsAssumptions = .usual,
        equipment: EquipmentSettings = .usual
    ) {
        self.savings = savings
        self.equipment = equipment
        self.name = name
        self.settings = settings
        self.barriers = barriers
        self.taskWords = taskWords
    }

    /// What a force does about one step, or nil where it cannot help.
    package func task(for step: CascadeStep, by force: Force) -> ForceTask? {
        barriers[step]?.tasks[force]
    }
}
