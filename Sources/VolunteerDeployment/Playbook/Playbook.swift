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
    /// Sessions that a group's cultural house may hold.
    package let sessions: [SessionRule]
    /// By task code.
    package let taskWords: [String: TaskWords]
    /// Skills of the ward's own, beside those that every ward's files know.
    package let ownSkills: [String]
    /// What a dossier at the counter costs.
    package let savings: SavingsAssumptions
    /// How shared points are placed.
    package let equipment: EquipmentSettings

    package init(
        name: String, settings: PlaybookSettings, barriers: [CascadeStep: BarrierRule],
        taskWords: [String: TaskWords], sessions: [SessionRule] = [], ownSkills: [String] = [],
        savings: SavingsAssumptions = .usual, equipment: EquipmentSettings = .usual
    ) {
        self.ownSkills = ownSkills
        self.savings = savings
        self.equipment = equipment
        self.name = name
        self.settings = settings
        self.barriers = barriers
        self.sessions = sessions
        self.taskWords = taskWords
    }

    /// What a force does about one step, or nil where it cannot help.
    ///
    /// - Parameter skills: those that the volunteer has; nil: all.
    package func task(
        for step: CascadeStep, by force: Force, skills: Set<String>? = nil
    ) -> ForceTask? {
        guard let task = barriers[step]?.tasks[force] else { return nil }
        if let skill = task.skill, let skills, !skills.contains(skill) { return nil }
        return task
    }

    /// The skills that some task asks for, ascending.
    package var skills: [String] {
        Set(barriers.values.flatMap { $0.tasks.values.compactMap(\.skill) }).sorted()
    }

    /// The skills that a volunteers file may list.
    package var vocabulary: SkillVocabulary { .usual.adding(ownSkills) }
}
